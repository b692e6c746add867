/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "cli/command.h"
#include "cli/figures/figure_request.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/process.h"
#include "model/value.h"
#include "render/picture.h"

static const char *name_of(const char *path, const char *standard)
{
    return strcmp(path, "-") == 0 ? standard : path;
}

/* Sets *FORMAT to the one that the suffix of PATH names; unchanged if there is no suffix. */
static enum status format_by_ending(const char *path, struct messages *messages, unsigned *format)
{
    const char *dot = strrchr(figure_request_base_name(path), '.');
    if (dot == NULL)
        return STATUS_OK;
    *format = picture_of_suffix(dot + 1);
    if (*format < PICTURE_FORMATS)
        return STATUS_OK;
    messages_setting_error(messages, "output", MESSAGE_UNKNOWN_FORMAT,
                           "\"%s\" has no known suffix; choose a format with --format", path);
    return STATUS_FAILURE;
}

/* Refuses to lose the dataset. */
static enum status check_output(const char *output, const char *dataset,
                                struct messages *messages)
{
    if (output[0] == '\0')
        messages_setting_error(messages, "output", MESSAGE_EMPTY_VALUE, "file name is empty");
    else if (output_is_same_file(output, dataset))
        messages_setting_error(messages, "output", MESSAGE_IO,
                               "%s is the same file as the dataset %s; "
                               "choose another file",
                               name_of(output, "standard output"),
                               name_of(dataset, "standard input"));
    else
        return STATUS_OK;
    return STATUS_FAILURE;
}

static enum status choose_format(const struct options *options, const char *path,
                                 struct messages *messages, enum picture_format *format)
{
    const char *word = options_value(options, "format");
    unsigned index = 0; /* the default */
    if (word != NULL)
        TRY(value_word("format", word, &picture_formats, messages, &index));
    else if (strcmp(path, "-") != 0)
        TRY(format_by_ending(path, messages, &index));
    *format = (enum picture_format)index;
    if (!picture_is_binary(*format) || !output_is_terminal(path))
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_BINARY_TERMINAL,
                   "cannot print %s to a terminal; write it to a file with --output=FILE",
                   picture_formats.words[index]);
    return STATUS_FAILURE;
}

static enum status write_out(const char *output, const struct buffer *out,
                             struct messages *messages)
{
    sigset_t before;
    process_block_signals(&before);
    enum status status = output_write(output, buffer_string(out), out->length, messages);
    process_unblock_signals(&before);
    return status;
}

static enum status draw(struct figure_request *request, enum picture_format format, unsigned jobs,
                        const char *output, struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    TRY(output_may_write(output, messages));
    enum status status = figure_request_draw(request, format, jobs, &out, messages);
    messages_progress(messages, NULL);
    if (status == STATUS_OK)
        status = picture_check(format, &out, messages);
    if (status == STATUS_OK)
        output_sweep(output);
    if (status == STATUS_OK)
        status = write_out(output, &out, messages);
    buffer_clear(&out);
    return status;
}

static enum status draw_network(const struct network *network, const struct options *options,
                                enum picture_format format, const char *output,
                                struct messages *messages)
{
    struct figure_request request;
    struct quota quota;
    unsigned jobs;
    TRY(quota_init(&quota, options, messages));
    TRY(options_jobs(options, messages, &jobs));
    TRY(figure_request_init(&request, network, options->operands[0], NULL, &options->settings,
                            &quota, messages));
    enum status status = draw(&request, format, jobs, output, messages);
    figure_request_clear(&request);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    enum picture_format format;
    struct network *network;
    if (output == NULL)
        output = "-";
    TRY(check_output(output, options->operands[0], messages));
    TRY(choose_format(options, output, messages, &format));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status = draw_network(network, options, format, output, messages);
    network_free(network);
    return status;
}

const struct command draw_command = {
    .name = "draw",
    .bit = COMMAND_DRAW,
    .synopsis = "DATASET",
    .operands = OPERANDS_ONE,
    .summary = "Draw the selected relations as a figure",
    .run = run,
};
