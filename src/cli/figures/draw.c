/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/process/output.h"
#include "cli/command.h"
#include "cli/figures/figure_output.h"
#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/joint_places.h"
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

/* A figure that may have places; OPTIONS are those of the command. */
struct drawing {
    const struct options *options;
    const struct network *network;
    enum picture_format format;
    const char *output;
    struct figure_places *places; /* NULL: none */
    struct messages *messages;
};

/* Whether the user named the positions file, and not only "shared". */
static bool is_positions_path(const struct options *options)
{
    return figure_places_is_path(options_value(options, "positions"));
}

/* Writes the file of the places, if they are shared. */
static enum status keep_places(const struct drawing *drawing, const struct scene *scene)
{
    const bool prune = options_value(drawing->options, "prune") != NULL;
    TRY(figure_places_take(drawing->places, scene));
    return figure_places_write(drawing->places, prune ? &drawing->network : NULL, 1,
                               is_positions_path(drawing->options), drawing->messages);
}

/* Lays the figure out freely, and adds the places of its nodes; nothing if that fails, which is
   reported when the figure is drawn. */
static enum status find_places(const struct drawing *drawing)
{
    const struct options *options = drawing->options;
    struct buffer out = BUFFER_EMPTY;
    struct messages silent;
    struct figure_request request;
    struct quota quota;
    unsigned jobs;
    messages_init(&silent, NULL, NULL);
    TRY(options_jobs(options, drawing->messages, &jobs));
    TRY(quota_init(&quota, options, drawing->messages));
    if (figure_request_init(&request, drawing->network, options->operands[0], NULL,
                            &options->settings, &quota, &silent) != STATUS_OK)
        return STATUS_OK;
    enum status status = figure_request_draw(&request, PICTURE_SVG, jobs, &out, &silent);
    if (status == STATUS_OK)
        status = figure_places_take(drawing->places, &request.scene);
    buffer_clear(&out);
    figure_request_clear(&request);
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

/* Finds places for the nodes of SCENE that have none. */
static enum status complete_places(const struct drawing *drawing, const struct scene *scene)
{
    struct joint_places joint;
    joint_places_init(&joint, drawing->network);
    enum status status = joint_places_add(&joint, drawing->places, scene);
    if (status == STATUS_OK)
        status = joint_places_find(&joint, drawing->places, drawing->messages);
    joint_places_clear(&joint);
    return status;
}

/* Gives the nodes of the figure their places: all those that the file has and, if it has some but
   not all, also new ones. If it has none, they are where a free layout has them, so that drawing
   the figure again gives the same. */
static enum status place(const struct drawing *drawing, struct figure_request *request)
{
    struct figure_places *places = drawing->places;
    struct scene *scene = &request->scene;
    figure_places_apply(places, scene);
    if (scene->guided)
        TRY(complete_places(drawing, scene));
    else if (scene->engine == ENGINE_AUTO && drawing->format != PICTURE_DOT)
        TRY(find_places(drawing));
    figure_places_apply(places, scene);
    return STATUS_OK;
}

static enum status draw_request(const struct drawing *drawing, struct figure_request *request)
{
    unsigned jobs;
    TRY(options_jobs(drawing->options, drawing->messages, &jobs));
    if (drawing->places != NULL)
        TRY(place(drawing, request));
    TRY(draw(request, drawing->format, jobs, drawing->output, drawing->messages));
    return drawing->places != NULL ? keep_places(drawing, &request->scene) : STATUS_OK;
}

static enum status draw_network(const struct drawing *drawing)
{
    const struct options *options = drawing->options;
    struct figure_request request;
    struct quota quota;
    TRY(quota_init(&quota, options, drawing->messages));
    TRY(figure_request_init(&request, drawing->network, options->operands[0], NULL,
                            &options->settings, &quota, drawing->messages));
    enum status status = draw_request(drawing, &request);
    figure_request_clear(&request);
    return status;
}

/* Reads the positions file PATH. */
static enum status read_places(const struct drawing *drawing, const char *path,
                               struct figure_places *places)
{
    struct reader_limits limits;
    TRY(limits_read(&limits, drawing->options, drawing->messages));
    limits.unnamed = !is_positions_path(drawing->options);
    return figure_places_read(places, path, &limits, drawing->messages);
}

/* The same with the places in the file PATH; NULL: none. */
static enum status draw_with_places(struct drawing *drawing, const char *path)
{
    struct figure_places places;
    if (path == NULL)
        return draw_network(drawing);
    TRY(read_places(drawing, path, &places));
    drawing->places = &places;
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
    const char *dataset = drawing->options->operands[0];
    const bool is_dataset = output_is_same_file(path, dataset);
    if (!is_dataset && !output_is_same_file(drawing->output, path) &&
        !output_is_same_place(drawing->output, path))
        return STATUS_OK;
    messages_setting_error(drawing->messages, "positions", MESSAGE_IO,
                           "%s is also the %s; choose another file", path,
                           is_dataset ? "dataset" : "output");
    return STATUS_FAILURE;
}

/* Sets PATH to that of the positions file, if one is asked for. */
static enum status find_positions(const struct drawing *drawing, struct buffer *path)
{
    const char *word = options_value(drawing->options, "positions");
    TRY(check_positions(drawing->options, drawing->messages));
    if (word == NULL)
        return STATUS_OK;
    figure_places_path(path, word, drawing->options->operands[0],
                       options_value(drawing->options, "for"), NULL);
    TRY(buffer_status(path));
    return check_place(buffer_string(path), drawing);
}

static enum status draw_dataset(struct drawing *drawing, const char *positions)
{
    struct network *network;
    TRY(choose_format(drawing->options, drawing->output, drawing->messages, &drawing->format));
    TRY(limits_read_dataset(drawing->options->operands[0], drawing->options, drawing->messages,
                            &network));
    drawing->network = network;
    enum status status = draw_with_places(drawing, positions);
    network_free(network);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *output = options_value(options, "output");
    if (output == NULL)
        output = "-";
    struct drawing drawing = {.options = options, .output = output, .messages = messages};
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
