/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/engine_choice.h"

enum {
    MAX_SEARCH_NODES = 400,      /* with more nodes, the layout search takes minutes */
    MAX_SEARCH_RELATIONS = 1200, /* likewise */
    MAX_DENSE_LINES = 1200,      /* likewise, if the lines meet at few nodes */
    MAX_NEATO_NODES = 300,       /* with more nodes, sfdp is used instead */
    MAX_NEATO_LINES = 3000,      /* likewise */
    MIN_STRAIGHT_NODES = 101     /* routing lines around this many nodes takes at least 10 s */
};

enum { CROWD_NODES = 130, CROWD_RELATIONS = 240 };

/* The number of pairs of lines per node above which they meet at few nodes. Readable networks
   have up to 300; the search would take memory in proportion to the pairs. */
static const double max_pairs_per_node = 10000;

bool engine_choice_is_crowd(const struct scene *scene)
{
    return scene->node_count > CROWD_NODES || scene->tie_count > CROWD_RELATIONS;
}

/* A relation with many ends has as many lines. */
static bool has_crowded_lines(const struct scene *scene)
{
    const double lines = (double)scene->line_count, nodes = (double)scene->node_count;
    return scene->line_count > MAX_DENSE_LINES && lines * lines > max_pairs_per_node * nodes;
}

static enum scene_engine suitable_engine(const struct scene *scene)
{
    if (scene->node_count <= MAX_SEARCH_NODES && scene->tie_count <= MAX_SEARCH_RELATIONS)
        return has_crowded_lines(scene) ? ENGINE_SFDP : ENGINE_AUTO;
    return scene->node_count <= MAX_NEATO_NODES && scene->line_count <= MAX_NEATO_LINES
               ? ENGINE_NEATO
               : ENGINE_SFDP;
}

void engine_choose(struct scene *scene, enum scene_engine asked)
{
    scene->engine = asked == ENGINE_AUTO ? suitable_engine(scene) : asked;
    scene->engine_given = asked != ENGINE_AUTO;
    /* sfdp is chosen for speed: routing lines takes ten times as long as its layout. */
    scene->straight = scene->node_count >= MIN_STRAIGHT_NODES || scene->engine == ENGINE_SFDP;
}
