/* SPDX-License-Identifier: MIT */
/* Finds places for the actors and events that have none, such that all figures that share places
   have few crossings together. */
#ifndef CLI_FIGURES_JOINT_PLACES_H
#define CLI_FIGURES_JOINT_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/bitset.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_places.h"
#include "model/network.h"
#include "scene/scene.h"

/* What a figure shows of the network. */
struct joint_figure {
    struct bitset vertices, relations;
};

/* Figures of the same NETWORK, which is borrowed. */
struct joint_places {
    const struct network *network;
    struct joint_figure *items;
    size_t count, capacity;
    struct joint_figure all; /* what any of them shows */
    bool incomplete;         /* some of their nodes have no place */
};

void joint_places_init(struct joint_places *joint, const struct network *network);
void joint_places_clear(struct joint_places *joint);

/* Adds the figure of SCENE, which is not kept; nothing if an engine of Graphviz lays it out.
   Notes whether PLACES has none for some node. Fails only with STATUS_MEMORY. */
enum status joint_places_add(struct joint_places *joint, const struct figure_places *places,
                             const struct scene *scene);

/* How long it takes to find the places, roughly: in tenths of a second. */
unsigned joint_places_tenths(const struct joint_places *joint);

/* Adds to PLACES what JOINT lacks. If the figures together are too large for the layout search
   (engine_choice.h), an engine of Graphviz finds the places. */
enum status joint_places_find(const struct joint_places *joint, struct figure_places *places,
                              struct messages *messages);

#endif
