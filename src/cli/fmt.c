/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "format/manuscript/canonical.h"
#include "model/network.h"
#include "model/value.h"

struct formatting {
    const struct options *options;
    bool check, write;
    enum arrangement_order order;
};

/* Sets BYTES to those of the valid dataset at PATH; with --for, to those that redact writes. */
static enum status read_dataset(const struct formatting *formatting, const char *path,
                                struct buffer *bytes, struct messages *messages)
{
    struct reader_limits limits;
    struct network *network;
    enum status status = STATUS_OK;
    if (options_value(formatting->options, "for") != NULL) {
        TRY(limits_read_dataset(path, formatting->options, messages, &network));
        status = writer_write(network, bytes);
    } else {
        TRY(limits_read(&limits, formatting->options, messages));
        TRY(dataset_read_copy(path, &limits, messages, bytes, &network));
        if (messages_are_failed(messages))
            status = STATUS_INVALID;
    }
    network_free(network);
    return status;
}

/* The line in BYTES from which on FORMED, which is another text, differs. */
static uint32_t first_difference(const struct buffer *bytes, const struct buffer *formed)
{
    uint32_t line = 1;
    for (size_t i = 0; i < bytes->length && i < formed->length; i++) {
        if (bytes->bytes[i] != formed->bytes[i])
            break;
        line += bytes->bytes[i] == '\n';
    }
    return line;
}

static enum status report_difference(const struct formatting *formatting, const char *path,
                                     const struct buffer *bytes, const struct buffer *formed,
                                     struct messages *messages)
{
    const bool standard = strcmp(path, "-") == 0;
    const char *sort = options_value(formatting->options, "sort");
    const struct message_place place = {standard ? "standard input" : path,
                                        first_difference(bytes, formed), 0};
    messages_error(messages, &place, MESSAGE_NOT_CANONICAL,
                   "not in canonical form from here on; 'entente fmt%s%s%s' %s",
                   sort != NULL ? " --sort=" : "", sort != NULL ? sort : "",
                   standard ? "" : " --write", standard ? "prints it so" : "rewrites the file");
    return STATUS_INVALID;
}

static enum status finish(const struct formatting *formatting, const char *path,
                          const struct buffer *bytes, const struct buffer *formed,
                          struct messages *messages)
{
    const bool same = bytes->length == formed->length &&
                      memcmp(bytes->bytes, formed->bytes, bytes->length) == 0;
    if (formatting->check)
        return same ? STATUS_OK : report_difference(formatting, path, bytes, formed, messages);
    if (!formatting->write)
        return publication_write("-", formed, messages);
    return same ? STATUS_OK : publication_write(path, formed, messages);
}

static enum status format_file(const struct formatting *formatting, const char *path,
                               struct messages *messages)
{
    struct buffer bytes = BUFFER_EMPTY, formed = BUFFER_EMPTY;
    enum status status = read_dataset(formatting, path, &bytes, messages);
    if (status == STATUS_OK) {
        status = canonical_write(bytes.bytes, bytes.length, formatting->order, &formed);
        if (status == STATUS_INVALID)
            messages_error(messages, NULL, MESSAGE_NOT_WELL_FORMED,
                           "%s: cannot be laid out; nothing was changed", path);
    }
    if (status == STATUS_OK)
        status = finish(formatting, path, &bytes, &formed, messages);
    buffer_clear(&bytes);
    buffer_clear(&formed);
    return status;
}

static enum status refuse(const char *option, const char *why, struct messages *messages)
{
    messages_setting_error(messages, option, MESSAGE_USAGE, "%s", why);
    return STATUS_FAILURE;
}

/* Whether --write is possible with the other options and all operands. */
static enum status check_write(const struct formatting *formatting, struct messages *messages)
{
    const struct options *options = formatting->options;
    if (formatting->check)
        return refuse("write", "cannot be combined with --check, which writes nothing", messages);
    for (size_t i = 0; i < options->operand_count; i++)
        if (strcmp(options->operands[i], "-") == 0)
            return refuse("write", "standard input cannot be rewritten; name a file", messages);
    return STATUS_OK;
}

static enum status check_options(const struct formatting *formatting, struct messages *messages)
{
    const struct options *options = formatting->options;
    if (formatting->write)
        TRY(check_write(formatting, messages));
    if (options_value(options, "for") != NULL && (formatting->check || formatting->write))
        return refuse("for", "is for what is printed; 'entente redact' writes a file for readers",
                      messages);
    if (options->operand_count == 1 || formatting->check || formatting->write)
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_USAGE,
                   "fmt: one dataset at a time is printed; give several with --write or --check");
    return STATUS_FAILURE;
}

static enum status read_order(struct formatting *formatting, struct messages *messages)
{
    const char *sort = options_value(formatting->options, "sort");
    unsigned order = ARRANGEMENT_FILE;
    if (sort != NULL)
        TRY(value_word("sort", sort, &choices_orders, messages, &order));
    formatting->order = (enum arrangement_order)order;
    return STATUS_OK;
}

/* Each file has its own error count. */
static enum status run(const struct options *options, struct messages *messages)
{
    struct formatting formatting = {.options = options,
                                    .check = options_value(options, "check") != NULL,
                                    .write = options_value(options, "write") != NULL};
    enum status worst = STATUS_OK;
    TRY(check_options(&formatting, messages));
    TRY(read_order(&formatting, messages));
    for (size_t i = 0; i < options->operand_count && worst != STATUS_MEMORY; i++) {
        struct messages own = messages_separate(messages);
        const enum status status = format_file(&formatting, options->operands[i], &own);
        worst = status > worst ? status : worst;
    }
    return worst;
}

const struct command fmt_command = {
    .name = "fmt",
    .bit = COMMAND_FMT,
    .synopsis = "DATASET...",
    .operands = OPERANDS_SOME,
    .summary = "Print datasets in canonical form, or rewrite them",
    .run = run,
};
