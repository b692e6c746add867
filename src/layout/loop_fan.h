/* SPDX-License-Identifier: MIT */
/* The loops of one node of a layout: each has a place of its own. */
#ifndef LAYOUT_LOOP_FAN_H
#define LAYOUT_LOOP_FAN_H

#include <stddef.h>
#include <stdint.h>

#include "layout/layout.h"
#include "layout/loop.h"
#include "scene/scene.h"

/* Where the loops of a node are: which of its sides they are on and how far they reach. */
struct loop_fan {
    const struct layout *layout; /* borrowed, as is SCENE */
    const struct scene *scene;
    uint32_t node;
    double busy[LOOP_SIDES];     /* how much is on each side: the least busy gets the next loop */
    unsigned all[LOOP_SIDES];    /* the loops that it gets in the end */
    unsigned levels[LOOP_SIDES]; /* the loops there are */
    double out[LOOP_SIDES];      /* how far these and their labels reach */
    double bare[LOOP_SIDES];     /* how far they would reach without labels */
    double wide[LOOP_SIDES];     /* half the width of the widest of these labels */
    double farthest[LOOP_SIDES]; /* the reach from which on a loop meets another node */
};

/* Begins to place the COUNT loops of NODE, of which there are none yet. LAYOUT has places for all
   nodes. Takes time in proportion to the numbers of lines and nodes. */
void loop_fan_begin(struct loop_fan *fan, const struct layout *layout, const struct scene *scene,
                    uint32_t node, size_t count);

/* The curve of the next loop, LINE, which leaves room for the label of its tie, but no more than
   there is before the next node. */
struct cubic loop_fan_next(struct loop_fan *fan, uint32_t line);

#endif
