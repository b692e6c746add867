/* SPDX-License-Identifier: MIT */
/* A picture that is asked for: from options, given on a command line or by a view, to the scene
   that is drawn. */
#ifndef CLI_FIGURES_FIGURE_REQUEST_H
#define CLI_FIGURES_FIGURE_REQUEST_H

#include "base/settings.h"
#include "cli/relation_query.h"
#include "render/picture.h"
#include "scene/options.h"
#include "scene/scene.h"

struct figure_request {
    struct relation_query query;
    struct scene_options picture;
    struct scene scene;
};

/* Takes of SETTINGS what selects and what makes a picture. An option that is not right, or a
   selection that leaves nothing to draw, is told and is STATUS_FAILURE. DATASET is the path of
   NETWORK's; they and SETTINGS must stay. */
enum status figure_request_init(struct figure_request *request, const struct network *network,
                                const char *dataset, const struct settings *settings,
                                struct messages *messages);
void figure_request_clear(struct figure_request *request);

/* Draws the figure as picture_draw does, in at most JOBS processes at a time. Reports errors and
   returns STATUS_FAILURE. */
enum status figure_request_draw(struct figure_request *request, enum picture_format format,
                                unsigned jobs, struct buffer *out, struct messages *messages);

/* The part of a path behind its last slash: what a figure's metadata call its dataset. */
const char *figure_request_base_name(const char *path);

#endif
