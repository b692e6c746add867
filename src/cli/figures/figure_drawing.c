/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_drawing.h"

#include "cli/figures/joint_places.h"
#include "cli/quota.h"

/* Lays the figure out freely, and adds the places of its nodes; nothing if that fails, which is
   reported when the figure is drawn. */
static enum status find_places(const struct figure_drawing *drawing)
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
    if (figure_request_init(&request, drawing->network, drawing->dataset, NULL,
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
static enum status complete_places(const struct figure_drawing *drawing,
                                   const struct scene *scene)
{
    struct joint_places joint;
    joint_places_init(&joint, drawing->network);
    enum status status = joint_places_add(&joint, drawing->places, scene);
    if (status == STATUS_OK)
        status = joint_places_find(&joint, drawing->places, drawing->messages);
    joint_places_clear(&joint);
    return status;
}

enum status figure_drawing_place(const struct figure_drawing *drawing,
                                 struct figure_request *request)
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
