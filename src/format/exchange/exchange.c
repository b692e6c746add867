/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/exchange.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/process/input.h"

static enum status read_all(const struct exchange_input *input, int descriptor,
                            struct buffer *out)
{
    enum { CHUNK = 1 << 16 };
    const struct message_place place = {input->name, 0, 0};
    for (;;) {
        char *room = buffer_reserve(out, CHUNK);
        if (room == NULL)
            return STATUS_MEMORY;
        const ssize_t got = input_read(descriptor, room, CHUNK, 1);
        if (got == 0)
            return STATUS_OK;
        if (got < 0) {
            messages_error(input->messages, NULL, MESSAGE_IO, "%s: cannot read: %s", input->name,
                           strerror(errno));
            return STATUS_FAILURE;
        }
        out->length += (size_t)got;
        out->bytes[out->length] = '\0';
        if (out->length > input->limits->input) {
            messages_limit(input->messages, &place, "limit-bytes",
                           "the file is larger than %lu bytes",
                           (unsigned long)input->limits->input);
            return STATUS_INVALID;
        }
    }
}

enum status exchange_read_bytes(const struct exchange_input *input, struct buffer *out)
{
    const bool standard = strcmp(input->path, "-") == 0;
    const int descriptor =
        standard ? STDIN_FILENO : input_open(input->path, false, input->messages);
    if (descriptor < 0)
        return STATUS_FAILURE;
    const enum status status = read_all(input, descriptor, out);
    if (!standard)
        close(descriptor);
    return status;
}

size_t exchange_most_made(size_t length)
{
    return 200000 + 4 * length;
}

enum status exchange_check_pairs(const struct exchange_output *output, bool claims)
{
    const struct network *network = output->network;
    const size_t most = 1000000 + 4 * (network->ends.count + network->claims.count);
    size_t pairs = 0;
    for (size_t i = 0; i < network->relations.count && pairs <= most; i++)
        pairs += network_from(network, (uint32_t)i).count *
                 network_to(network, (uint32_t)i).count *
                 (claims ? 1 + network_claims(network, (uint32_t)i).count : 1);
    if (pairs <= most)
        return STATUS_OK;
    messages_error(output->messages, NULL, MESSAGE_LIMIT,
                   "the ties with several parties would become more than %zu edges, as this "
                   "format has one for each pair; GraphML, JSON and CSV have ties of several "
                   "parties",
                   most);
    return STATUS_INVALID;
}

/* Howard Hinnant's algorithm for days since 0000-03-01. */
void exchange_add_day(struct buffer *out, date_day day)
{
    const long era = (day >= 0 ? day : day - 146096L) / 146097;
    const long rest = day - era * 146097;
    const long years = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
    const long days = rest - (365 * years + years / 4 - years / 100);
    const long month = (5 * days + 2) / 153;
    buffer_format(out, "%04ld-%02ld-%02ld", years + era * 400 + (month >= 10),
                  month < 10 ? month + 3 : month - 9, days - (153 * month + 2) / 5 + 1);
}

bool exchange_has(const struct settings *settings, const char *name)
{
    return settings_find(settings, name) != NULL;
}
