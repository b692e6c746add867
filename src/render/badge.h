/* SPDX-License-Identifier: MIT */
/* Badges: small signs on lines, for the phase of a tie. */
#ifndef RENDER_BADGE_H
#define RENDER_BADGE_H

#include <stdint.h>

#include "base/memory/buffer.h"
#include "layout/layout.h"
#include "scene/style.h"

/* A place on a line, and the direction of the line there, a vector of length 1. */
struct badge_place {
    struct point at, direction;
};

/* Finds a place for a badge on the first line of TIE, an index in SCENE: the first one from the
   start of the line that is clear of heads, nodes, labels and other lines, else the clearest. */
struct badge_place badge_find(const struct scene *scene, const struct layout *layout,
                              uint32_t tie);

/* Appends the badge in COLOR; nothing for BADGE_NONE. Its size is that of a line of WEIGHT, 1 to
   5. */
void badge_draw(struct buffer *out, enum style_badge badge, const struct badge_place *place,
                unsigned weight, const char *color);

#endif
