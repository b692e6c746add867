/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/grouping.h"

#include <stdlib.h>
#include <string.h>

#include "layout/intersection.h"
#include "layout/region.h"
#include "scene/bloc_group.h"

/* A node in the region of a bloc seems to belong to it: as bad as nodes that overlap. The cost
   grows with how deep it is inside, up to a limit, so that a large region shrinks by the nodes at
   its edges. A line that crosses a region is a little worse than a crossing of lines. */
static const double intruder = 10, slope = 1.0 / 24, deepest = 90, near = 1.5, gap = 8,
                    crossing_line = 1.2, long_crossing = 1.0 / 150;

/* Of a region, for each point of width and height. */
static const double size_cost = 1.0 / 400;

/* What a node costs that is in the wrong order with all others of its bloc, and by how much lower
   it should be than those above it, in points. */
static const double disorder = 0.9, lower = 16;

enum status grouping_init(struct grouping *grouping, const struct placement *placement)
{
    const struct scene *scene = placement->scene;
    *grouping = (struct grouping){.scene = scene, .placement = placement, .growth = 1};
    grouping->has = calloc(scene->bloc_count * scene->node_count + 1, 1);
    grouping->ranks = calloc(scene->node_count + 1, sizeof *grouping->ranks);
    grouping->at = calloc(scene->node_count + 1, sizeof *grouping->at);
    grouping->boxes = calloc(scene->bloc_count + 1, sizeof *grouping->boxes);
    grouping->costs = calloc(scene->bloc_count + 1, sizeof *grouping->costs);
    grouping->orders = calloc(scene->bloc_count + 1, sizeof *grouping->orders);
    if (grouping->has == NULL || grouping->ranks == NULL || grouping->at == NULL ||
        grouping->boxes == NULL || grouping->costs == NULL || grouping->orders == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < scene->bloc_count * scene->node_count; i++)
        grouping->has[i] = bloc_group_has(scene, (uint32_t)(i / scene->node_count),
                                          (uint32_t)(i % scene->node_count));
    for (uint32_t i = 0; i < scene->node_count; i++)
        grouping->ranks[i] = bloc_group_rank(scene, i);
    TRY(siding_init(&grouping->siding, scene));
    grouping_update(grouping, placement);
    return STATUS_OK;
}

void grouping_clear(struct grouping *grouping)
{
    free(grouping->has);
    free(grouping->ranks);
    free(grouping->at);
    free(grouping->boxes);
    free(grouping->costs);
    free(grouping->orders);
    siding_clear(&grouping->siding);
    *grouping = (struct grouping){.scene = NULL};
}

/* --- costs */

static bool has(const struct grouping *grouping, uint32_t bloc, uint32_t node)
{
    return grouping->has[bloc * grouping->scene->node_count + node] != 0;
}

static double cost_of_gap(double separation)
{
    if (separation < 0)
        return intruder * (1 + slope * lesser(-separation, deepest)) + near;
    const double share = separation < gap ? 1 - separation / gap : 0;
    return near * share * share;
}

static double cost_of_node(const struct grouping *grouping, uint32_t bloc, uint32_t node)
{
    const struct scene_node *n = &grouping->scene->nodes[node];
    if (has(grouping, bloc, node))
        return 0;
    const struct box box =
        box_around(grouping->at[node], n->width * grouping->growth, n->height * grouping->growth);
    return cost_of_gap(box_separation(&box, &grouping->boxes[bloc]));
}

/* Of a line, taken as straight, that has no end in the bloc. */
static double cost_of_line(const struct grouping *grouping, uint32_t bloc, uint32_t line)
{
    const struct scene_line *l = &grouping->scene->lines[line];
    const struct point p = grouping->at[l->from], q = grouping->at[l->to];
    if (!segment_is_near_box(p, q, &grouping->boxes[bloc], 0) || has(grouping, bloc, l->from) ||
        has(grouping, bloc, l->to))
        return 0;
    const double share = segment_share_in_box(p, q, &grouping->boxes[bloc]);
    return share > 0 ? crossing_line + long_crossing * share * point_distance(p, q) : 0;
}

/* How much two nodes of a bloc are in the wrong order, 0 to 1. */
static double disorder_of(const struct grouping *grouping, uint32_t a, uint32_t b)
{
    const unsigned x = grouping->ranks[a], y = grouping->ranks[b];
    if (x == y || grouping->scene->nodes[a].vertex == SCENE_NONE ||
        grouping->scene->nodes[b].vertex == SCENE_NONE)
        return 0;
    const double below = grouping->at[x < y ? b : a].y - grouping->at[x < y ? a : b].y;
    return clamp((lower - below) / (2 * lower), 0, 1);
}

/* Of NODE among COUNT nodes of an outermost bloc. */
static double cost_of_rank(const struct grouping *grouping, const struct scene_bloc *bloc,
                           size_t count, uint32_t node)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += disorder_of(grouping, bloc->nodes[i], node);
    return disorder * sum / (double)(bloc->node_count - 1);
}

/* Of the hierarchy within an outermost bloc. */
static double cost_of_order(const struct grouping *grouping, uint32_t bloc)
{
    const struct scene_bloc *b = &grouping->scene->blocs[bloc];
    double sum = 0;
    for (size_t i = 0; i < b->node_count && b->depth == 0; i++)
        sum += cost_of_rank(grouping, b, i, b->nodes[i]);
    return sum;
}

/* Of the region of a bloc: its size, and the nodes and lines that are not of the bloc. */
static double cost_of_region(const struct grouping *grouping, uint32_t bloc)
{
    const struct box *box = &grouping->boxes[bloc];
    double cost = size_cost * (box->high.x - box->low.x + box->high.y - box->low.y);
    for (uint32_t i = 0; i < grouping->scene->node_count; i++)
        cost += cost_of_node(grouping, bloc, i);
    for (uint32_t i = 0; i < grouping->scene->line_count; i++)
        cost += cost_of_line(grouping, bloc, i);
    return cost;
}

static double cost_of_meetings(const struct grouping *grouping)
{
    const struct scene *scene = grouping->scene;
    double cost = 0;
    for (uint32_t i = 0; i < scene->bloc_count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (!bloc_group_is_within(scene, i, j) &&
                scene->blocs[i].parent == scene->blocs[j].parent)
                cost += cost_of_gap(box_separation(&grouping->boxes[i], &grouping->boxes[j]));
    return cost;
}

/* --- moves */

/* Of the lines of a bloc's strangers, those that end at NODE. A loop crosses nothing. */
static double cost_of_lines_at(const struct grouping *grouping, uint32_t bloc, uint32_t node)
{
    const struct placement *placement = grouping->placement;
    double cost = 0;
    for (uint32_t i = placement->first_incident[node]; i < placement->first_incident[node + 1];
         i++)
        cost += cost_of_line(grouping, bloc, placement->incident[i]);
    return cost;
}

/* A stranger changes what it and its lines cost. */
static double move_stranger(struct grouping *grouping, uint32_t bloc, uint32_t node,
                            struct point to)
{
    const struct point from = grouping->at[node];
    double before = cost_of_node(grouping, bloc, node) + cost_of_lines_at(grouping, bloc, node);
    grouping->at[node] = to;
    double after = cost_of_node(grouping, bloc, node) + cost_of_lines_at(grouping, bloc, node);
    grouping->at[node] = from;
    return after - before;
}

/* Brings the region of a bloc up to date, one of whose nodes has moved: it changes only if that
   node was, or is, at its edge. */
static double move_region(struct grouping *grouping, uint32_t bloc, bool *changed)
{
    const struct box old = grouping->boxes[bloc];
    const struct box box = region_box(grouping->scene, grouping->at, grouping->growth, bloc);
    if (memcmp(&box, &old, sizeof box) == 0)
        return 0;
    const double before = grouping->costs[bloc];
    *changed = true;
    grouping->boxes[bloc] = box;
    grouping->costs[bloc] = cost_of_region(grouping, bloc);
    return grouping->costs[bloc] - before;
}

/* By how much the cost of the hierarchy changes, in the outermost of the blocs around NODE. */
static double reorder(struct grouping *grouping, uint32_t bloc, uint32_t node, struct point to)
{
    const struct scene_bloc *b = &grouping->scene->blocs[bloc];
    const struct point from = grouping->at[node];
    if (b->depth > 0)
        return 0;
    const double before = cost_of_rank(grouping, b, b->node_count, node);
    grouping->at[node] = to;
    const double change = cost_of_rank(grouping, b, b->node_count, node) - before;
    grouping->at[node] = from;
    grouping->orders[bloc] += change;
    return change;
}

static double move_strangers(struct grouping *grouping, uint32_t node, struct point to)
{
    double difference = 0;
    for (uint32_t i = 0; i < grouping->scene->bloc_count; i++) {
        if (has(grouping, i, node))
            continue;
        const double change = move_stranger(grouping, i, node, to);
        grouping->costs[i] += change;
        difference += change;
    }
    return difference;
}

double grouping_move(struct grouping *grouping, uint32_t node, struct point to)
{
    const struct scene *scene = grouping->scene;
    const uint32_t within = scene->nodes[node].within;
    double difference = siding_move(&grouping->siding, grouping->at, node, to.x) +
                        move_strangers(grouping, node, to);
    bool changed = false;
    for (uint32_t b = within; b != SCENE_NONE; b = scene->blocs[b].parent)
        difference += reorder(grouping, b, node, to);
    grouping->at[node] = to;
    for (uint32_t b = within; b != SCENE_NONE; b = scene->blocs[b].parent)
        difference += move_region(grouping, b, &changed);
    if (!changed)
        return difference;
    const double meetings = cost_of_meetings(grouping);
    difference += meetings - grouping->meetings;
    grouping->meetings = meetings;
    return difference;
}

double grouping_follow(struct grouping *grouping, const struct energy *energy)
{
    double difference = 0;
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        struct part part = part_at(grouping->scene, energy->touched[i].number);
        if (part.kind == PART_NODE)
            difference +=
                grouping_move(grouping, part.index, energy->placement->nodes[part.index]);
    }
    return difference;
}

static void recompute(struct grouping *grouping)
{
    const uint32_t count = (uint32_t)grouping->scene->bloc_count;
    for (uint32_t i = 0; i < count; i++)
        grouping->boxes[i] = region_box(grouping->scene, grouping->at, grouping->growth, i);
    for (uint32_t i = 0; i < count; i++) {
        grouping->costs[i] = cost_of_region(grouping, i);
        grouping->orders[i] = cost_of_order(grouping, i);
    }
    grouping->meetings = cost_of_meetings(grouping);
}

void grouping_update(struct grouping *grouping, const struct placement *placement)
{
    memcpy(grouping->at, placement->nodes, grouping->scene->node_count * sizeof *grouping->at);
    grouping->growth = placement->growth;
    recompute(grouping);
}

void grouping_resize(struct grouping *grouping, double growth)
{
    grouping->growth = growth;
    recompute(grouping);
}

double grouping_total(const struct grouping *grouping)
{
    double total = grouping->meetings;
    if (grouping->scene != NULL)
        total += siding_total(&grouping->siding, grouping->at);
    for (size_t i = 0; grouping->scene != NULL && i < grouping->scene->bloc_count; i++)
        total += grouping->costs[i] + grouping->orders[i];
    return total;
}

bool grouping_is_intruder(const struct grouping *grouping, uint32_t node)
{
    for (uint32_t i = 0; i < grouping->scene->bloc_count; i++)
        if (cost_of_node(grouping, i, node) >= intruder)
            return true;
    return false;
}
