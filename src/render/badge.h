/* SPDX-License-Identifier: MIT */
/* Badges: small signs on lines, for the phase of a tie. */
#ifndef RENDER_BADGE_H
#define RENDER_BADGE_H

#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/grid.h"
#include "layout/soundness/course.h"
#include "scene/scene.h"
#include "scene/style.h"

/* A place on a line, and the direction of the line there, a vector of length 1. */
struct badge_place {
    struct point at, direction;
};

/* What badges avoid, in spatial indexes: finding places takes time in proportion to the lengths
   of the lines. */
struct badge_map {
    const struct scene *scene;
    const struct layout *layout;
    struct courses courses;
    struct grid lines, nodes, labels;
};

/* Fails only with STATUS_MEMORY; unless it does, the caller clears MAP before SCENE and LAYOUT.
 */
enum status badge_map_init(struct badge_map *map, const struct scene *scene,
                           const struct layout *layout);
void badge_map_clear(struct badge_map *map);

/* Finds a place for a badge on the first line of TIE, an index in the scene of MAP: the first one
   from the start of the line that is clear of heads, nodes, labels and other lines, else the
   clearest. */
struct badge_place badge_find(const struct badge_map *map, uint32_t tie);

/* Appends the badge in COLOR; nothing for BADGE_NONE. Its size is that of a line of WEIGHT, 1 to
   5. */
void badge_draw(struct buffer *out, enum style_badge badge, const struct badge_place *place,
                unsigned weight, const char *color);

#endif
