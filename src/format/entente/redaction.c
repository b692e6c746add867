/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/redaction.h"

#include <string.h>

#include "base/text/suggestion.h"
#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "model/level.h"
#include "query/withholding.h"

static void pass_input_errors(void *context, const struct message *message)
{
    struct messages *messages = context;
    if (message->code == MESSAGE_IO)
        messages_report(messages, message);
}

void redaction_quieten(struct messages *quiet, struct messages *messages)
{
    messages_init(quiet, pass_input_errors, messages);
}

static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

void redaction_report_invalid(const char *path, struct messages *messages)
{
    const struct message_place place = {name_of(path), 0, 0};
    messages_error(messages, &place, MESSAGE_INVALID_DATASET,
                   "the dataset is not valid; \"entente validate\", without --for, says why");
}

/* --- what is left */

/* Passes a message on without the line, which is one of what is left. */
static void drop_line(void *context, const struct message *message)
{
    struct message moved = *message;
    struct message_place place = {NULL, 0, 0};
    if (message->place != NULL)
        place.file = message->place->file;
    moved.place = message->place != NULL ? &place : NULL;
    messages_report(context, &moved);
}

static enum status read_left(const struct buffer *bytes, const char *path,
                             const struct reader_limits *limits, struct messages *messages,
                             struct network **network)
{
    struct messages own = *messages;
    messages_init(&own, drop_line, messages);
    own.filter = messages->filter;
    own.filter.strict = false; /* MESSAGES applies it */
    own.error_limit = UINT32_MAX;
    return dataset_read_bytes(path, bytes, limits, &own, network);
}

/* So that no later message has a line of what is left. */
static void drop_lines(struct network *network)
{
    network->line = 0;
    for (size_t i = 0; i < network->words.count; i++)
        network->words.items[i].line = 0;
    for (size_t i = 0; i < network->sources.count; i++)
        network->sources.items[i].line = 0;
    for (size_t i = 0; i < network->vertices.count; i++)
        network->vertices.items[i].line = 0;
    for (size_t i = 0; i < network->relations.count; i++)
        network->relations.items[i].line = 0;
    for (size_t i = 0; i < network->claims.count; i++)
        network->claims.items[i].line = 0;
}

static enum status redact(const struct network *network, uint32_t level, struct buffer *bytes)
{
    struct withholding withholding;
    enum status status = withholding_find(network, level, &withholding);
    if (status == STATUS_OK)
        status = writer_redact(network, &withholding, bytes);
    withholding_clear(&withholding);
    return status;
}

static enum status report_unknown(const struct network *network, const char *level,
                                  struct messages *messages)
{
    struct buffer all = BUFFER_EMPTY;
    level_write_all(network, &all);
    messages_setting_error(messages, "for", MESSAGE_UNKNOWN_WORD,
                           "the dataset has no level \"%s\"; its levels are %s", level,
                           buffer_string(&all));
    buffer_clear(&all);
    return STATUS_FAILURE;
}

/* Lowers *LEVEL to the one called WORD, which may be NULL. */
static enum status lower_level(const struct network *network, const char *word,
                               struct messages *messages, uint32_t *level)
{
    const uint32_t number = word != NULL ? level_find(network, word) : *level;
    if (number == NETWORK_NONE)
        return report_unknown(network, word, messages);
    if (number < *level)
        *level = number;
    return STATUS_OK;
}

enum status redaction_apply(struct network **network, const char *level, const char *ceiling,
                            const char *path, const struct reader_limits *limits,
                            struct messages *messages)
{
    uint32_t number = level_count(*network) - 1;
    struct buffer bytes = BUFFER_EMPTY;
    struct network *left = NULL;
    TRY(lower_level(*network, level, messages, &number));
    TRY(lower_level(*network, ceiling, messages, &number));
    enum status status = redact(*network, number, &bytes);
    if (status == STATUS_OK)
        status = read_left(&bytes, path, limits, messages, &left);
    buffer_clear(&bytes);
    if (status == STATUS_OK) {
        drop_lines(left);
        network_free(*network);
        *network = left;
    }
    return status;
}

enum status redaction_read(const char *path, const char *level, const char *ceiling,
                           const struct reader_limits *limits, struct messages *messages,
                           struct network **network)
{
    struct messages quiet;
    if (level == NULL && ceiling == NULL)
        return dataset_read(path, limits, messages, network);
    redaction_quieten(&quiet, messages);
    enum status status = dataset_read(path, limits, &quiet, network);
    if (status == STATUS_INVALID)
        redaction_report_invalid(path, messages);
    if (status != STATUS_OK)
        return status;
    status = redaction_apply(network, level, ceiling, path, limits, messages);
    if (status != STATUS_OK) {
        network_free(*network);
        *network = NULL;
    }
    return status;
}
