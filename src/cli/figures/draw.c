/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "cli/command.h"
#include "cli/figures/figure_drawing.h"
#include "cli/figures/figure_output.h"
#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/limits.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "model/value.h"
#include "render/picture.h"

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
        status = publication_write(output, &out, messages);
    buffer_clear(&out);
    return status;
}

/* A figure that may have places, and where it goes. */
struct drawing {
    struct figure_drawing figure;
    const char *output;
};

/* Whether the user named the positions file, and not only "shared". */
static bool is_positions_path(const struct options *options)
{
    return figure_places_is_path(options_value(options, "positions"));
}

/* Writes the file of the places, if they are shared. */
static enum status keep_places(const struct drawing *drawing, const struct scene *scene)
{
    const bool prune = options_value(drawing->figure.options, "prune") != NULL;
    TRY(figure_places_take(drawing->figure.places, scene));
    return figure_places_write(drawing->figure.places, prune ? &drawing->figure.network : NULL, 1,
                               is_positions_path(drawing->figure.options),
                               drawing->figure.messages);
}

static enum status draw_request(const struct drawing *drawing, struct figure_request *request)
{
    unsigned jobs;
    TRY(options_jobs(drawing->figure.options, drawing->figure.messages, &jobs));
    if (drawing->figure.places != NULL)
        TRY(figure_drawing_place(&drawing->figure, request));
    TRY(draw(request, drawing->figure.format, jobs, drawing->output, drawing->figure.messages));
    return drawing->figure.places != NULL ? keep_places(drawing, &request->scene) : STATUS_OK;
}

static enum status draw_network(const struct drawing *drawing)
{
    const struct options *options = drawing->figure.options;
    struct figure_request request;
    struct quota quota;
    TRY(quota_init(&quota, options, drawing->figure.messages));
    TRY(figure_request_init(&request, drawing->figure.network, options->operands[0], NULL,
                            &options->settings, &quota, drawing->figure.messages));
    enum status status = draw_request(drawing, &request);
    figure_request_clear(&request);
    return status;
}

/* Reads the positions file PATH. */
static enum status read_places(const struct drawing *drawing, const char *path,
                               struct figure_places *places)
{
    struct reader_limits limits;
    TRY(limits_read(&limits, drawing->figure.options, drawing->figure.messages));
    limits.unnamed = !is_positions_path(drawing->figure.options);
    return figure_places_read(places, path, options_value(drawing->figure.options, "for"),
                              &limits, drawing->figure.messages);
}

/* The same with the places in the file PATH; NULL: none. */
static enum status draw_with_places(struct drawing *drawing, const char *path)
{
    struct figure_places places;
    if (path == NULL)
        return draw_network(drawing);
    TRY(read_places(drawing, path, &places));
    drawing->figure.places = &places;
    enum status status = draw_network(drawing);
    figure_places_clear(&places);
    return status;
}

/* Refuses a value of the option positions that names no file. */
static enum status check_positions(const struct options *options, struct messages *messages)
{
    const char *word = options_value(options, "positions"), *dataset = options->operands[0];
    if (word == NULL && options_value(options, "prune") != NULL)
        messages_setting_error(messages, "prune", MESSAGE_MISSING_SETTING,
                               "has no effect without a positions file; name it with "
                               "--positions=FILE");
    else if (word == NULL)
        return STATUS_OK;
    else if (word[0] == '\0')
        messages_setting_error(messages, "positions", MESSAGE_EMPTY_VALUE, "file name is empty");
    else if (strcmp(word, "-") == 0 ||
             (!figure_places_is_path(word) && strcmp(dataset, "-") == 0))
        messages_setting_error(messages, "positions", MESSAGE_INVALID_VALUE,
                               "places are kept in a file; name it with --positions=FILE");
    else
        return STATUS_OK;
    return STATUS_FAILURE;
}

/* Refuses the positions file PATH if it would be lost. */
static enum status check_place(const char *path, const struct drawing *drawing)
{
    const char *dataset = drawing->figure.options->operands[0];
    const bool is_dataset = output_is_same_file(path, dataset);
    if (!is_dataset && !output_is_same_file(drawing->output, path) &&
        !output_is_same_place(drawing->output, path))
        return STATUS_OK;
    messages_setting_error(drawing->figure.messages, "positions", MESSAGE_IO,
                           "%s is also the %s; choose another file", path,
                           is_dataset ? "dataset" : "output");
    return STATUS_FAILURE;
}

/* Sets PATH to that of the positions file, if one is asked for. */
static enum status find_positions(const struct drawing *drawing, struct buffer *path)
{
    const char *word = options_value(drawing->figure.options, "positions");
    TRY(check_positions(drawing->figure.options, drawing->figure.messages));
    if (word == NULL)
        return STATUS_OK;
    figure_places_path(path, word, drawing->figure.options->operands[0],
                       options_value(drawing->figure.options, "for"), NULL);
    TRY(buffer_status(path));
    return check_place(buffer_string(path), drawing);
}

static enum status draw_dataset(struct drawing *drawing, const char *positions)
{
    struct network *network;
    TRY(choose_format(drawing->figure.options, drawing->output, drawing->figure.messages,
                      &drawing->figure.format));
    TRY(limits_read_dataset(drawing->figure.options->operands[0], drawing->figure.options,
                            drawing->figure.messages, &network));
    drawing->figure.network = network;
    enum status status = draw_with_places(drawing, positions);
    network_free(network);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    if (output == NULL)
        output = "-";
    struct drawing drawing = {
        {.options = options, .dataset = options->operands[0], .messages = messages}, output};
    struct buffer positions = BUFFER_EMPTY;
    TRY(figure_output_check(output, options->operands[0], "dataset", messages));
    enum status status = find_positions(&drawing, &positions);
    if (status == STATUS_OK)
        status = draw_dataset(&drawing, positions.length > 0 ? buffer_string(&positions) : NULL);
    buffer_clear(&positions);
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
