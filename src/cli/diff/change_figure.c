/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/change_figure.h"

#include <stdlib.h>
#include <string.h>

#include "base/process/output.h"
#include "cli/diff/change_neighbourhood.h"
#include "cli/diff/revision.h"
#include "cli/figures/figure_output.h"
#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/figures/joint_places.h"
#include "cli/limits.h"
#include "cli/option_table.h"
#include "cli/publication.h"
#include "format/entente/dataset.h"
#include "format/entente/joint.h"
#include "query/criteria.h"
#include "scene/options.h"

/* --- options */

static bool is_for_figures(const struct setting *setting)
{
    return scene_options_has(setting->name) || strcmp(setting->name, "positions") == 0;
}

static enum status refuse_options(const struct options *options, struct messages *messages)
{
    for (size_t i = 0; i < options->settings.count; i++) {
        const char *name = options->settings.items[i].name;
        if (!is_for_figures(&options->settings.items[i]))
            continue;
        messages_setting_error(
            messages, name, MESSAGE_MISSING_SETTING,
            "has no effect without a figure; name its file with --output=FILE");
        return STATUS_FAILURE;
    }
    return STATUS_OK;
}

/* Reports that the option NAME has no effect; WHY begins with "which". */
static enum status refuse_idle(const char *name, const char *why, struct messages *messages)
{
    messages_setting_error(messages, name, MESSAGE_USAGE,
                           "has no effect in a figure of changes, %s; omit it, or --output", why);
    return STATUS_FAILURE;
}

/* Refuses options that draw the network otherwise than the ties of two versions are drawn. */
static enum status refuse_idle_options(const struct options *options, struct messages *messages)
{
    const char *fold = criterion_name(CRITERION_FOLD);
    const char *participants = criterion_name(CRITERION_PARTICIPANTS);
    const char *who = options_value(options, participants);
    if (options_value(options, fold) != NULL)
        return refuse_idle(fold, "which has each actor by itself", messages);
    if (who != NULL && strcmp(who, "draw") == 0)
        return refuse_idle(participants, "which does not have who took part", messages);
    return STATUS_OK;
}

static enum status choose_format(const char *output, struct messages *messages,
                                 enum picture_format *format)
{
    const char *dot = strrchr(figure_request_base_name(output), '.');
    *format = dot != NULL ? (enum picture_format)picture_of_suffix(dot + 1) : PICTURE_FORMATS;
    if (*format < PICTURE_FORMATS)
        return STATUS_OK;
    messages_setting_error(messages, "output", MESSAGE_UNKNOWN_FORMAT,
                           "\"%s\" is no file name with the suffix of a figure: .svg, .pdf or "
                           ".png",
                           output);
    return STATUS_FAILURE;
}

enum status change_figure_check(const struct options *options, const char *output,
                                struct messages *messages, enum picture_format *format)
{
    if (output == NULL)
        return refuse_options(options, messages);
    TRY(refuse_idle_options(options, messages));
    for (int side = OLD; side < SIDES; side++)
        TRY(figure_output_check(output, options->operands[side], "dataset", messages));
    return choose_format(output, messages, format);
}

/* --- the network */

/* Reads both versions as one network; what is wrong with it was reported of them. */
static enum status join(const struct review *review, const struct scope *kept,
                        const struct options *options, struct messages *messages,
                        struct network **network)
{
    struct reader_limits limits;
    struct messages silent;
    struct buffer text = BUFFER_EMPTY;
    messages_init(&silent, NULL, NULL);
    TRY(limits_read(&limits, options, messages));
    enum status status = joint_write(&review->sides, kept, &text);
    if (status == STATUS_OK)
        status = dataset_read_bytes("both versions", buffer_string(&text), text.length, &limits,
                                    &silent, network);
    buffer_clear(&text);
    if (status == STATUS_INVALID) {
        messages_error(messages, NULL, MESSAGE_NOTHING_TO_DRAW,
                       "both versions together are beyond the limits of one dataset; select "
                       "fewer relations");
        return STATUS_FAILURE;
    }
    return status;
}

/* --- drawing */

/* A figure that is being drawn. */
struct drawing {
    const struct review *review;
    const struct options *options;
    enum picture_format format;
    const char *output;
    const struct network *network;
    struct settings settings; /* those of the picture */
    struct scene_comparison comparison;
    struct buffer between; /* the names of the versions */
    struct messages *messages;
};

/* Copies the options that shape the picture, and the time that it is of. */
static enum status take_settings(struct drawing *drawing)
{
    const struct settings *all = &drawing->options->settings;
    bool timed = false;
    for (size_t i = 0; i < all->count; i++) {
        const char *name = all->items[i].name;
        const bool time = strcmp(name, "at") == 0 || strcmp(name, "during") == 0;
        if (time || scene_options_has(name))
            TRY(settings_add(&drawing->settings, name, all->items[i].value));
        timed |= time;
    }
    return timed ? settings_add(&drawing->settings, "undated", "keep") : STATUS_OK;
}

/* Adds the name of a version without the folder that it is in: figures have no paths in them. */
static void add_name(struct buffer *out, const char *name)
{
    const char *path = revision_is(name) ? strchr(name, ':') + 1 : name;
    buffer_add(out, name, (size_t)(path - name));
    buffer_text(out, figure_request_base_name(path));
}

static void name_versions(struct drawing *drawing)
{
    const struct review *review = drawing->review;
    if (review->label != NULL) {
        buffer_text(&drawing->between, review->label);
        return;
    }
    add_name(&drawing->between, review->names[OLD]);
    buffer_text(&drawing->between, " → ");
    add_name(&drawing->between, review->names[NEW]);
}

static enum status write_picture(const struct drawing *drawing, struct figure_request *request)
{
    struct buffer out = BUFFER_EMPTY;
    unsigned jobs;
    TRY(options_jobs(drawing->options, drawing->messages, &jobs));
    TRY(output_may_write(drawing->output, drawing->messages));
    enum status status =
        figure_request_draw(request, drawing->format, jobs, &out, drawing->messages);
    messages_progress(drawing->messages, NULL);
    if (status == STATUS_OK)
        status = picture_check(drawing->format, &out, drawing->messages);
    if (status == STATUS_OK)
        output_sweep(drawing->output);
    if (status == STATUS_OK)
        status = publication_write(drawing->output, &out, drawing->messages);
    buffer_clear(&out);
    return status;
}

/* Gives the nodes the places that the file has, and the others new ones between them. */
static enum status place(const struct drawing *drawing, struct figure_places *places,
                         struct scene *scene)
{
    struct joint_places joint;
    figure_places_apply(places, scene);
    if (!scene->guided)
        return STATUS_OK;
    joint_places_init(&joint, drawing->network);
    enum status status = joint_places_add(&joint, places, scene);
    if (status == STATUS_OK)
        status = joint_places_find(&joint, places, drawing->messages);
    joint_places_clear(&joint);
    figure_places_apply(places, scene);
    return status;
}

/* Applies the positions file of OLD's figure, if one is named; it is not changed. */
static enum status take_places(const struct drawing *drawing, struct scene *scene)
{
    const char *word = options_value(drawing->options, "positions");
    struct reader_limits limits;
    struct figure_places places;
    struct buffer path = BUFFER_EMPTY;
    if (word == NULL)
        return STATUS_OK;
    TRY(limits_read(&limits, drawing->options, drawing->messages));
    limits.unnamed = !figure_places_is_path(word);
    figure_places_path(&path, word, drawing->review->names[OLD],
                       options_value(drawing->options, "for"), NULL);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = figure_places_read(&places, buffer_string(&path),
                                    options_value(drawing->options, "for"), &limits,
                                    drawing->messages);
    if (status == STATUS_OK) {
        status = place(drawing, &places, scene);
        figure_places_clear(&places);
    }
    buffer_clear(&path);
    return status;
}

static enum status draw_request(struct drawing *drawing)
{
    struct figure_request request;
    struct quota quota;
    TRY(quota_init(&quota, drawing->options, drawing->messages));
    TRY(take_settings(drawing));
    name_versions(drawing);
    TRY(buffer_status(&drawing->between));
    drawing->comparison.between = buffer_string(&drawing->between);
    TRY(figure_request_init_comparison(&request, drawing->network, drawing->review->names[NEW],
                                       &drawing->settings, &drawing->comparison, &quota,
                                       drawing->messages));
    enum status status = take_places(drawing, &request.scene);
    if (status == STATUS_OK)
        status = write_picture(drawing, &request);
    figure_request_clear(&request);
    return status;
}

static enum status draw_joint(struct drawing *drawing)
{
    struct scene_change *changes = change_neighbourhood_mark(drawing->review, drawing->network);
    enum scene_change_kind *vertices =
        change_neighbourhood_mark_vertices(drawing->review, drawing->network);
    drawing->comparison.changes = changes;
    drawing->comparison.vertices = vertices;
    const enum status status =
        changes != NULL && vertices != NULL ? draw_request(drawing) : STATUS_MEMORY;
    settings_clear(&drawing->settings);
    buffer_clear(&drawing->between);
    free(changes);
    free(vertices);
    return status;
}

static enum status draw_kept(struct drawing *drawing, const struct scope *kept)
{
    struct network *network;
    TRY(join(drawing->review, kept, drawing->options, drawing->messages, &network));
    drawing->network = network;
    enum status status = draw_joint(drawing);
    network_free(network);
    return status;
}

enum status change_figure_draw(const struct review *review, const struct options *options,
                               enum picture_format format, const char *output,
                               struct messages *messages)
{
    struct drawing drawing = {.review = review,
                              .options = options,
                              .format = format,
                              .output = output,
                              .messages = messages};
    struct scope kept;
    bool empty;
    enum status status =
        change_neighbourhood_find(review, &kept, &empty, &drawing.comparison.left_out);
    if (status == STATUS_OK && !empty)
        status = draw_kept(&drawing, &kept);
    else if (status == STATUS_OK)
        messages_note(messages, MESSAGE_LEFT_OUT, "no tie has changed, so there is no figure");
    scope_clear(&kept);
    return status;
}
