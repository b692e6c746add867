/* SPDX-License-Identifier: MIT */
/* A figure that is drawn from options, not from a view, and may have places. */
#ifndef CLI_FIGURES_FIGURE_DRAWING_H
#define CLI_FIGURES_FIGURE_DRAWING_H

#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_places.h"
#include "cli/figures/figure_request.h"
#include "cli/options.h"

struct figure_drawing {
    const struct options *options; /* with those of the figure */
    const struct network *network;
    const char *dataset; /* the path that NETWORK was read from, or its name */
    enum picture_format format;
    struct figure_places *places; /* NULL: none */
    struct messages *messages;
};

/* Gives the nodes of REQUEST their places: all those that the file has and, if it has some but
   not all, also new ones. If it has none, they are where a free layout has them, so that drawing
   the figure again gives the same. */
enum status figure_drawing_place(const struct figure_drawing *drawing,
                                 struct figure_request *request);

#endif
