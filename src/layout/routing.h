/* SPDX-License-Identifier: MIT */
/* Straight lines, for layout engines that only place nodes. */
#ifndef LAYOUT_ROUTING_H
#define LAYOUT_ROUTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Gives every line of LAYOUT a path of one curve from border to border of its nodes, instead of
   any that it has. The nodes have been placed. Lines between the same two nodes are bent apart;
   lines from a node to itself are loops, each in a place of its own (loop_fan.h). Each label goes
   to the middle of its relation's first line. Fails only with STATUS_MEMORY. */
enum status routing_straight(struct layout *layout, const struct scene *scene);

/* Gives all lines between the nodes of each line that is CHOSEN, an array by line, such paths,
   and their labels such places; the others keep theirs. Fails only with STATUS_MEMORY; LAYOUT can
   then only be cleared. */
enum status routing_fan_out(struct layout *layout, const struct scene *scene, const bool *chosen);

/* A line and its nodes, of which LOW has the lower number. */
struct routing_pair {
    uint32_t low, high, line;
};

/* The lines of SCENE, sorted by their nodes and then by number: an array to be freed, or NULL if
   there is no memory. */
struct routing_pair *routing_sort_pairs(const struct scene *scene);

/* The number of the first of COUNT pairs, at least one, that have the same nodes. */
size_t routing_count_lines(const struct routing_pair *pairs, size_t count);

#endif
