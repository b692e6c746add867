/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/process/output.h"
#include "cli/command.h"
#include "cli/convert/conversion.h"
#include "cli/convert/targets.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "cli/quota.h"
#include "format/entente/redaction.h"
#include "format/entente/writer.h"
#include "format/exchange/draft.h"
#include "format/exchange/unsaid.h"
#include "format/table/table_read.h"

/* A conversion that is under way. */
struct converting {
    const struct options *options;
    struct messages *messages;
    const char *input, *output; /* paths, "-" for the standard streams */
    const struct conversion *from, *to;
    struct losses lost_in, lost_out;
};

/* --- in */

/* What messages call the file at PATH. */
static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static enum status import(struct converting *converting, const struct reader_limits *limits,
                          struct network **network)
{
    const char *name = name_of(converting->input);
    const struct exchange_input input = {.path = converting->input,
                                         .name = name,
                                         .limits = limits,
                                         .settings = &converting->options->settings,
                                         .losses = &converting->lost_in,
                                         .messages = converting->messages};
    const bool lenient = exchange_has(input.settings, "keep-going");
    const unsigned errors = converting->messages->errors;
    struct draft draft;
    enum status status = draft_init(&draft, name, lenient, limits, converting->messages);
    if (status == STATUS_OK)
        status = converting->from->read(&input, &draft);
    if (status == STATUS_OK)
        status = draft_finish(&draft, &converting->lost_in, network);
    if (status == STATUS_OK && converting->messages->errors > errors && !lenient) {
        network_free(*network);
        status = STATUS_INVALID;
    }
    draft_clear(&draft);
    return status;
}

/* Writes the map that the user asked for. */
static enum status suggest(struct converting *converting)
{
    struct reader_limits limits;
    struct buffer map = BUFFER_EMPTY;
    const struct exchange_input input = {.path = converting->input,
                                         .name = name_of(converting->input),
                                         .limits = &limits,
                                         .settings = &converting->options->settings,
                                         .losses = &converting->lost_in,
                                         .messages = converting->messages,
                                         .suggestion = &map};
    struct draft draft = {.name = input.name};
    if (converting->from->read != table_read) {
        messages_error(converting->messages, NULL, MESSAGE_USAGE,
                       "%s needs no map; only tables have columns whose meaning is guessed",
                       converting->from->name);
        return STATUS_FAILURE;
    }
    enum status status = limits_read(&limits, converting->options, converting->messages);
    if (status == STATUS_OK)
        status = converting->from->read(&input, &draft);
    if (status == STATUS_OK)
        status = publication_write(converting->output, &map, converting->messages);
    draft_clear(&draft);
    buffer_clear(&map);
    return status;
}

/* Whether something of NETWORK has an attribute called like a marking, which it is not. */
static bool has_mistaken_marking(const struct network *network)
{
    for (size_t i = 0; i < network->properties.count; i++) {
        const char *name = network_text(network, network->properties.items[i].name);
        if (strcasecmp(name, "marking") == 0 || strcasecmp(name, "markings") == 0)
            return true;
    }
    return false;
}

/* Reports input in which what may not be seen may be without a marking. */
static enum status report_unmarked(const struct converting *converting)
{
    messages_setting_error(converting->messages, "for", MESSAGE_INVALID_VALUE,
                           "in this file, not everything can be marked, such as sources; convert "
                           "it to a dataset, and use \"entente redact\"");
    return STATUS_FAILURE;
}

/* Imports what is left of the input at LEVEL. */
static enum status import_for(struct converting *converting, const char *level,
                              const struct reader_limits *limits, struct network **network)
{
    struct messages quiet, *messages = converting->messages;
    if (!conversion_is_whole(converting->from))
        return report_unmarked(converting);
    redaction_quieten(&quiet, messages);
    converting->messages = &quiet;
    enum status status = import(converting, limits, network);
    converting->messages = messages;
    converting->lost_in = (struct losses){.count = 0}; /* which would count what is withheld */
    if (status == STATUS_INVALID)
        redaction_report_invalid(converting->input, messages);
    if (status != STATUS_OK)
        return status;
    if (has_mistaken_marking(*network)) {
        network_free(*network);
        return report_unmarked(converting);
    }
    status = redaction_apply(network, level, NULL, converting->input, limits, messages);
    if (status != STATUS_OK)
        network_free(*network);
    return status;
}

static enum status read_input(struct converting *converting, struct network **network)
{
    struct reader_limits limits;
    const char *level = options_value(converting->options, "for");
    if (conversion_is_native(converting->from))
        return limits_read_dataset(converting->input, converting->options, converting->messages,
                                   network);
    TRY(limits_read(&limits, converting->options, converting->messages));
    return level != NULL ? import_for(converting, level, &limits, network)
                         : import(converting, &limits, network);
}

/* --- out */

static enum status write_file(const struct converting *converting,
                              const struct exchange_file *file)
{
    struct buffer path = BUFFER_EMPTY;
    targets_beside(&path, converting->output, file->suffix);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK && *file->suffix == '\0')
        status = publication_write(converting->output, &file->bytes, converting->messages);
    else if (status == STATUS_OK)
        status = publication_replace(buffer_string(&path), &file->bytes, converting->messages);
    buffer_clear(&path);
    return status;
}

/* What is no file, such as standard output or a pipe, has nothing beside it; what the other files
   would hold is lost. */
static enum status write_files(struct converting *converting, const struct exchange_file *files)
{
    const bool alone = !output_is_file(converting->output);
    if (!alone)
        TRY(targets_check_beside(converting->options, converting->output, files,
                                 converting->messages));
    for (size_t i = 0; i < EXCHANGE_FILES && files[i].suffix != NULL; i++)
        if (alone && i > 0)
            losses_add(&converting->lost_out, "tables beside it (use --output)", 1);
        else
            TRY(write_file(converting, &files[i]));
    return STATUS_OK;
}

static enum status report_length(const struct converting *converting, size_t most)
{
    messages_limit(converting->messages, NULL, "limit-output",
                   "%s would have more than %zu bytes, too many for its dataset: it repeats what "
                   "is said of a tie for each pair of its ends, and of a claim",
                   converting->to->name, most);
    return STATUS_FAILURE;
}

/* STATUS is that of writing FILES. */
static enum status check_lengths(const struct converting *converting,
                                 const struct exchange_file *files, size_t most,
                                 enum status status)
{
    for (size_t i = 0; i < EXCHANGE_FILES; i++)
        if (files[i].bytes.exceeded || files[i].bytes.length > most)
            return report_length(converting, most);
    for (size_t i = 0; i < EXCHANGE_FILES && status == STATUS_OK; i++)
        status = buffer_status(&files[i].bytes);
    return status;
}

static enum status write_output(struct converting *converting, const struct network *network)
{
    struct exchange_output output = {.network = network,
                                     .settings = &converting->options->settings,
                                     .losses = &converting->lost_out,
                                     .messages = converting->messages,
                                     .files = {{.suffix = ""}}};
    struct quota quota;
    TRY(quota_init(&quota, converting->options, converting->messages));
    const size_t most = quota_bytes(&quota, network);
    for (size_t i = 0; i < EXCHANGE_FILES; i++)
        output.files[i].bytes.most = most;
    enum status status = conversion_is_native(converting->to)
                             ? writer_write(network, &output.files[0].bytes)
                             : converting->to->write(&output);
    status = check_lengths(converting, output.files, most, status);
    if (status == STATUS_OK)
        status = write_files(converting, output.files);
    for (size_t i = 0; i < EXCHANGE_FILES; i++)
        buffer_clear(&output.files[i].bytes);
    return status;
}

/* --- what was lost */

/* Writes the JSON report: an object with both lists. */
static enum status write_report(const struct converting *converting, const char *path)
{
    struct buffer out = BUFFER_EMPTY;
    buffer_text(&out, "{\"input\":");
    losses_write_json(&converting->lost_in, &out);
    buffer_text(&out, ",\"output\":");
    losses_write_json(&converting->lost_out, &out);
    buffer_text(&out, "}\n");
    enum status status = buffer_status(&out);
    if (status == STATUS_OK)
        status = publication_write(path, &out, converting->messages);
    buffer_clear(&out);
    return status;
}

/* Without its markings, everybody who gets the result sees all of the dataset. */
static void report_markings(const struct converting *converting)
{
    const size_t count = losses_count(&converting->lost_out, unsaid_plural(UNSAID_MARKINGS));
    if (count > 0)
        messages_note(
            converting->messages, MESSAGE_NOT_CARRIED,
            "%zu marking%s lost: anyone who gets the result sees what %s; to leave that "
            "out, use --for=LEVEL",
            count, count == 1 ? " is" : "s are", count == 1 ? "it withholds" : "they withhold");
}

static enum status report_losses(const struct converting *converting)
{
    const char *path = options_value(converting->options, "report");
    struct buffer reason = BUFFER_EMPTY;
    losses_report(&converting->lost_in, " of the dataset", converting->messages);
    buffer_format(&reason, ", as %s has no place for them", converting->to->name);
    losses_report(&converting->lost_out, buffer_string(&reason), converting->messages);
    report_markings(converting);
    buffer_clear(&reason);
    return path != NULL ? write_report(converting, path) : STATUS_OK;
}

/* --- the command */

static enum status choose_formats(struct converting *converting)
{
    const struct options *options = converting->options;
    const char *format = options_value(options, "format");
    if (format == NULL && strcmp(converting->output, "-") == 0)
        format = "xml";
    TRY(conversion_choose("input-format", options_value(options, "input-format"),
                          converting->input, false, converting->messages, &converting->from));
    if (exchange_has(&options->settings, "suggest"))
        return STATUS_OK; /* a map is a text */
    return conversion_choose("format", format, converting->output, true, converting->messages,
                             &converting->to);
}

/* Options that a format does not read would be ignored without a word. */
static enum status check_tables(const struct converting *converting)
{
    static const char *const names[] = {"actors", "claims", "map"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (converting->from->read != table_read &&
            options_value(converting->options, names[i]) != NULL) {
            messages_setting_error(
                converting->messages, names[i], MESSAGE_USAGE,
                "%s is read without it; only tables (CSV, TSV) are read with it",
                converting->from->name);
            return STATUS_FAILURE;
        }
    return STATUS_OK;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    struct converting converting = {.options = options,
                                    .messages = messages,
                                    .input = options->operands[0],
                                    .output = output != NULL ? output : "-"};
    struct network *network;
    TRY(choose_formats(&converting));
    TRY(check_tables(&converting));
    TRY(targets_check(options, converting.output, messages));
    if (exchange_has(&options->settings, "suggest"))
        return suggest(&converting);
    TRY(read_input(&converting, &network));
    enum status status = write_output(&converting, network);
    if (status == STATUS_OK)
        status = report_losses(&converting);
    network_free(network);
    return status;
}

const struct command convert_command = {
    .name = "convert",
    .bit = COMMAND_CONVERT,
    .synopsis = "FILE",
    .operands = OPERANDS_ONE,
    .summary = "Convert a dataset from or to a format of another program",
    .run = run,
};
