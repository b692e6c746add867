/* SPDX-License-Identifier: MIT */
/* A picture that is asked for: from options, given on a command line or by a view, to the scene
   that is drawn. */
#ifndef CLI_FIGURES_ORDER_H
#define CLI_FIGURES_ORDER_H

#include "base/settings.h"
#include "cli/query.h"
#include "scene/options.h"
#include "scene/scene.h"

struct order {
    struct query query;
    struct scene_options picture;
    struct scene scene;
};

/* Takes of SETTINGS what selects and what makes a picture. An option that is not right, or a
   selection that leaves nothing to draw, is told and is STATUS_FAILURE. DATASET is the path of
   NETWORK's; they and SETTINGS must stay. */
enum status order_init(struct order *order, const struct network *network, const char *dataset,
                       const struct settings *settings, struct messages *messages);
void order_clear(struct order *order);

/* The part of a path behind its last slash: what a figure's metadata call its dataset. */
const char *order_base_name(const char *path);

#endif
