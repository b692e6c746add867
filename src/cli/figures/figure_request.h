/* SPDX-License-Identifier: MIT */
/* A request for a figure: the options, from the command line or from a view, and the scene that
   they result in. */
#ifndef CLI_FIGURES_FIGURE_REQUEST_H
#define CLI_FIGURES_FIGURE_REQUEST_H

#include "base/memory/buffer.h"
#include "base/settings.h"
#include "cli/relation_query.h"
#include "render/picture.h"
#include "scene/options.h"
#include "scene/scene.h"

struct figure_request {
    struct relation_query query;
    struct scene_options picture;
    struct scene scene;
    struct buffer dataset;   /* its name, as the figure states it */
    struct buffer id_prefix; /* with its hyphen */
    struct buffer words;     /* the options, as the figure states them: see figure_words.h */
};

/* Initializes REQUEST from the options in SETTINGS that select relations or shape the picture.
   Reports an error and returns STATUS_FAILURE if an option is invalid or there is nothing to
   draw. DATASET is the path that NETWORK was read from. VIEW is the id of the view that the
   figure is for, which its ids begin with, or NULL. NETWORK, DATASET and SETTINGS must outlive
   REQUEST, which must not be moved. QUOTA limits what the condition takes and how long the figure
   is; it may be NULL: no limits. */
enum status figure_request_init(struct figure_request *request, const struct network *network,
                                const char *dataset, const char *view,
                                const struct settings *settings, struct quota *quota,
                                struct messages *messages);

/* The same of what changed: see scene/changing.h. COMPARISON must outlive REQUEST. */
enum status figure_request_init_comparison(struct figure_request *request,
                                           const struct network *network, const char *dataset,
                                           const struct settings *settings,
                                           const struct scene_comparison *comparison,
                                           struct quota *quota, struct messages *messages);

/* Lets the figure of REQUEST state SETTINGS as its options instead of those that it was
   initialized with, as another figure does that was drawn from the same. DISCREET: see
   figure_words.h. */
enum status figure_request_state(struct figure_request *request, const struct settings *settings,
                                 bool discreet);

void figure_request_clear(struct figure_request *request);

/* Draws the figure with picture_draw, using at most JOBS processes at a time. */
enum status figure_request_draw(struct figure_request *request, enum picture_format format,
                                unsigned jobs, struct buffer *out, struct messages *messages);

/* The part of a path after its last slash, by which a figure's metadata identify its dataset. */
const char *figure_request_base_name(const char *path);

#endif
