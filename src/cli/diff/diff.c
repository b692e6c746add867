/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/diff/change_figure.h"
#include "cli/diff/change_list.h"
#include "cli/diff/review.h"
#include "cli/diff/version_file.h"
#include "cli/options.h"
#include "cli/quota.h"
#include "model/value.h"

static change_list_write *const writers[] = {
#define DIFF_FORMAT(word, write) write,
#include "cli/formats.def"
};

/* The names in a sentence can be long, and a change says it again. */
static size_t most_bytes(const struct quota *quota, const struct review *review)
{
    return quota_bytes(quota, review->sides.networks[OLD]) +
           quota_bytes(quota, review->sides.networks[NEW]);
}

static enum status report_length(const struct buffer *out, struct messages *messages)
{
    messages_limit(messages, NULL, "limit-output",
                   "the changes take more than %zu bytes, too many for their datasets; select "
                   "fewer relations, or count the changes with --stat",
                   out->most);
    return STATUS_FAILURE;
}

static enum status write_changes(const struct review *review, const struct options *options,
                                 unsigned format, struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    struct quota quota;
    TRY(quota_init(&quota, options, messages));
    out.most = most_bytes(&quota, review);
    writers[format](&out, review, options_value(options, "stat") != NULL);
    enum status status = out.exceeded ? report_length(&out, messages) : buffer_status(&out);
    if (status == STATUS_OK && out.length > 0)
        status = output_write("-", out.bytes, out.length, messages);
    buffer_clear(&out);
    return status;
}

/* Sets *DIFFERENT to whether anything changed. */
static enum status compare(const struct network *const networks[SIDES],
                           const struct options *options, unsigned format,
                           enum picture_format picture, struct messages *messages,
                           bool *different)
{
    const char *output = options_value(options, "output");
    const char *const names[SIDES] = {options->operands[0], options->operands[1]};
    struct review review;
    enum status status = review_init(&review, names, networks, options, messages);
    if (status == STATUS_OK)
        status = write_changes(&review, options, format, messages);
    if (status == STATUS_OK && output != NULL && review.changes.count > 0)
        status = change_figure_draw(&review, options, picture, output, messages);
    *different = review.changes.count > 0;
    review_clear(&review);
    return status;
}

static enum status check_input(const struct options *options, struct messages *messages)
{
    if (strcmp(options->operands[OLD], "-") != 0 || strcmp(options->operands[NEW], "-") != 0)
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_USAGE,
                   "diff: both versions are standard input; name a file for one of them");
    return STATUS_FAILURE;
}

static enum status read_both(const struct options *options, struct messages *messages,
                             struct network *networks[SIDES])
{
    enum status status = STATUS_OK;
    for (int side = OLD; side < SIDES; side++) {
        const enum status read =
            version_file_read(options->operands[side], options, messages, &networks[side]);
        status = read > status ? read : status;
    }
    return status;
}

static enum status find_changes(const struct options *options, struct messages *messages,
                                bool *different)
{
    struct network *networks[SIDES] = {NULL, NULL};
    const char *word = options_value(options, "format");
    unsigned format = 0;
    enum picture_format picture = PICTURE_SVG;
    if (word != NULL)
        TRY(value_word("format", word, &choices_diff_formats, messages, &format));
    TRY(check_input(options, messages));
    TRY(change_figure_check(options, options_value(options, "output"), messages, &picture));
    enum status status = read_both(options, messages, networks);
    if (status == STATUS_OK)
        status = compare((const struct network *const[SIDES]){networks[OLD], networks[NEW]},
                         options, format, picture, messages, different);
    network_free(networks[OLD]);
    network_free(networks[NEW]);
    return status;
}

/* As of diff(1), the status is that of a comparison: an invalid dataset is a failure. */
static enum status run(const struct options *options, struct messages *messages)
{
    bool different = false;
    const enum status status = find_changes(options, messages, &different);
    if (status == STATUS_MEMORY)
        return status;
    if (status != STATUS_OK || messages_are_failed(messages))
        return STATUS_FAILURE;
    return different ? STATUS_INVALID : STATUS_OK;
}

const struct command diff_command = {
    .name = "diff",
    .bit = COMMAND_DIFF,
    .synopsis = "OLD NEW",
    .operands = OPERANDS_TWO,
    .summary = "Say what changed in what is claimed, between two datasets",
    .run = run,
};
