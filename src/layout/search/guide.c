/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/guide.h"

#include <math.h>
#include <stdlib.h>

/* In units of cost (cost.h). Order begins with the least. The pull of a node is no stronger than
   after FAR steps: it is better that one node moves far than that many move a little. */
static const double least_order = 0.3, most_order = 6, usual_pull = 0.1, far = 4;

/* The factor by which order becomes dearer from stage to stage. */
static const double dearer = 1.1;

/* --- starts */

/* One axis of all nodes: places, half sizes and positions. */
struct axis {
    double *place, *half, *at;
    size_t *sorted; /* indices, by place */
    size_t count;
    double extent;
};

static void sort_axis(struct axis *axis)
{
    for (size_t i = 0; i < axis->count; i++) {
        size_t j = i;
        for (; j > 0 && axis->place[axis->sorted[j - 1]] > axis->place[i]; j--)
            axis->sorted[j] = axis->sorted[j - 1];
        axis->sorted[j] = i;
    }
}

/* Puts all nodes at their scaled places, those of LOW and HIGH at the ends of the extent; if both
   have the same place, all in the middle. */
static void scale_between(struct axis *axis, size_t low, size_t high)
{
    const double span = axis->place[high] - axis->place[low];
    const double room = axis->extent - axis->half[low] - axis->half[high] - 2;
    const double scale = span > 0 && room > 0 ? room / span : 0;
    const double from = span > 0 ? axis->half[low] + 1 : axis->extent / 2;
    for (size_t i = 0; i < axis->count; i++)
        axis->at[i] = from + scale * (axis->place[i] - axis->place[low]);
}

/* Finds the nodes that protrude most at the LOW and the HIGH end. */
static void find_ends(const struct axis *axis, size_t *low, size_t *high)
{
    for (size_t i = 0; i < axis->count; i++) {
        if (axis->at[i] - axis->half[i] < axis->at[*low] - axis->half[*low] - 1e-9)
            *low = i;
        if (axis->at[i] + axis->half[i] > axis->at[*high] + axis->half[*high] + 1e-9)
            *high = i;
    }
}

/* Scales places so that all nodes fit into the extent, and just fill it: those that touch its
   ends are found in a few rounds. */
static void scale_axis(struct axis *axis)
{
    enum { ROUNDS = 8 };
    size_t low = axis->sorted[0], high = axis->sorted[axis->count - 1];
    for (int round = 0; round < ROUNDS; round++) {
        size_t next_low = low, next_high = high;
        scale_between(axis, low, high);
        find_ends(axis, &next_low, &next_high);
        if (next_low == low && next_high == high)
            break;
        low = next_low;
        high = next_high;
    }
}

/* Where a node would be if all were at equal distances; those with the same place share the
   middle of theirs. */
static double even_place(const struct axis *axis, size_t rank)
{
    size_t first = rank, last = rank;
    double place = axis->place[axis->sorted[rank]];
    while (first > 0 && axis->place[axis->sorted[first - 1]] >= place)
        first--;
    while (last + 1 < axis->count && axis->place[axis->sorted[last + 1]] <= place)
        last++;
    return axis->extent * ((double)(first + last) / 2 + 0.5) / (double)axis->count;
}

/* The position of the node at RANK: between that of its scaled place and that at equal distances,
   at SHARE of the way. */
static double spread_place(const struct axis *axis, size_t rank, double share)
{
    double scaled = axis->at[axis->sorted[rank]];
    return share > 0 ? scaled + (even_place(axis, rank) - scaled) * share : scaled;
}

struct axes {
    struct axis x, y;
};

static void spread(struct guide *guide, const struct axes *axes, double share)
{
    for (size_t rank = 0; rank < guide->count; rank++) {
        guide->nodes[axes->x.sorted[rank]].start.x = spread_place(&axes->x, rank, share);
        guide->nodes[axes->y.sorted[rank]].start.y = spread_place(&axes->y, rank, share);
    }
}

static enum status axis_init(struct axis *axis, size_t count, double extent)
{
    *axis = (struct axis){.count = count, .extent = extent};
    axis->place = calloc(3 * count + 1, sizeof *axis->place);
    axis->sorted = calloc(count + 1, sizeof *axis->sorted);
    if (axis->place == NULL || axis->sorted == NULL)
        return STATUS_MEMORY;
    axis->half = axis->place + count;
    axis->at = axis->half + count;
    return STATUS_OK;
}

static void axis_clear(struct axis *axis)
{
    free(axis->place);
    free(axis->sorted);
}

static void take_axes(const struct guide *guide, struct axes *axes)
{
    for (size_t i = 0; i < guide->count; i++) {
        const struct guide_node *node = &guide->nodes[i];
        axes->x.place[i] = node->place.x;
        axes->x.half[i] = node->width / 2;
        axes->y.place[i] = node->place.y;
        axes->y.half[i] = node->height / 2;
    }
    sort_axis(&axes->x);
    sort_axis(&axes->y);
    scale_axis(&axes->x);
    scale_axis(&axes->y);
}

static enum status choose_starts(struct guide *guide, const struct placement *placement,
                                 double share)
{
    struct axes axes;
    enum status x = axis_init(&axes.x, guide->count, placement->width);
    enum status y = axis_init(&axes.y, guide->count, placement->height);
    if (x == STATUS_OK && y == STATUS_OK && guide->count > 0) {
        take_axes(guide, &axes);
        spread(guide, &axes, share);
    }
    axis_clear(&axes.x);
    axis_clear(&axes.y);
    return x == STATUS_OK ? y : x;
}

/* With a pinned node, the sheet is the extent: others keep their distance from it. */
static void use_sheet(struct guide *guide, const struct placement *placement)
{
    for (size_t i = 0; i < guide->count; i++) {
        struct guide_node *node = &guide->nodes[i];
        node->start =
            (struct point){node->place.x * placement->width, node->place.y * placement->height};
    }
}

/* Puts NODE, which has no place, in the middle of its neighbours that have one. */
static void put_between(const struct guide *guide, struct placement *placement, uint32_t node)
{
    struct point sum = {0, 0};
    double count = 0;
    for (uint32_t i = placement->first_incident[node]; i < placement->first_incident[node + 1];
         i++) {
        const struct route *route = &placement->routes[placement->incident[i]];
        uint32_t other = guide->guided[route->from == node ? route->to : route->from];
        if (other == SCENE_NONE)
            continue;
        sum.x += guide->nodes[other].start.x;
        sum.y += guide->nodes[other].start.y;
        count++;
    }
    if (count == 0)
        sum = (struct point){placement->width / 2, placement->height / 2};
    else
        sum = (struct point){sum.x / count, sum.y / count};
    placement_move_node(placement, node, sum);
}

static void put_all(struct guide *guide, struct placement *placement)
{
    for (size_t i = 0; i < guide->count; i++) {
        struct guide_node *node = &guide->nodes[i];
        node->start = placement_fit(placement, node->node, node->start);
        placement->fixed[node->node] = false;
        placement_move_node(placement, node->node, node->start);
        placement->fixed[node->node] = placement->scene->nodes[node->node].place.pinned;
    }
    for (uint32_t i = 0; i < placement->scene->node_count; i++)
        if (guide->guided[i] == SCENE_NONE)
            put_between(guide, placement, i);
    guide_update(guide, placement);
}

static void count_pairs(struct guide *guide)
{
    for (size_t i = 0; i < guide->count; i++)
        for (size_t j = 0; j < i; j++) {
            struct point a = guide->nodes[i].place, b = guide->nodes[j].place;
            guide->pairs += (a.x < b.x || a.x > b.x) + (a.y < b.y || a.y > b.y);
        }
}

/* Lists the nodes that have a place; returns whether any is pinned. */
static bool list_nodes(struct guide *guide, const struct scene *scene)
{
    bool pinned = false;
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *node = &scene->nodes[i];
        guide->guided[i] = node->place.given ? (uint32_t)guide->count : SCENE_NONE;
        if (!node->place.given)
            continue;
        pinned |= node->place.pinned;
        guide->nodes[guide->count++] =
            (struct guide_node){.node = i,
                                .place = {node->place.x, node->place.y},
                                .width = node->width,
                                .height = node->height};
    }
    return pinned;
}

enum status guide_init(struct guide *guide, struct placement *placement, double share)
{
    const size_t count = placement->scene->node_count + 1;
    *guide = (struct guide){.order = least_order, .pull = usual_pull};
    guide->nodes = calloc(count, sizeof *guide->nodes);
    guide->guided = calloc(count, sizeof *guide->guided);
    guide->at = calloc(count, sizeof *guide->at);
    if (guide->nodes == NULL || guide->guided == NULL || guide->at == NULL)
        return STATUS_MEMORY;
    if (list_nodes(guide, placement->scene))
        use_sheet(guide, placement);
    else
        TRY(choose_starts(guide, placement, share));
    count_pairs(guide);
    put_all(guide, placement);
    return STATUS_OK;
}

void guide_clear(struct guide *guide)
{
    free(guide->nodes);
    free(guide->guided);
    free(guide->at);
    *guide = (struct guide){.count = 0};
}

/* --- costs */

/* The number of axes along which node INDEX, if it were at AT, would be on the wrong side of each
   other node. */
static double count_wrong(const struct guide *guide, size_t index, struct point at)
{
    struct point place = guide->nodes[index].place;
    double wrong = 0;
    for (size_t i = 0; i < guide->count; i++) {
        const struct point other = guide->nodes[i].place, there = guide->at[i];
        wrong += (place.x - other.x) * (at.x - there.x) < 0;
        wrong += (place.y - other.y) * (at.y - there.y) < 0;
    }
    return wrong;
}

static double cost_of_distance(const struct guide *guide, size_t index, struct point at)
{
    const struct guide_node *node = &guide->nodes[index];
    double steps =
        fabs(at.x - node->start.x) / node->width + fabs(at.y - node->start.y) / node->height;
    return guide->pull * lesser(steps, far);
}

double guide_move(struct guide *guide, uint32_t node, struct point to)
{
    uint32_t index = guide->guided[node];
    if (index == SCENE_NONE)
        return 0;
    struct point from = guide->at[index];
    guide->at[index] = to;
    double wrong = count_wrong(guide, index, to) - count_wrong(guide, index, from);
    return guide->order * wrong + cost_of_distance(guide, index, to) -
           cost_of_distance(guide, index, from);
}

void guide_update(struct guide *guide, const struct placement *placement)
{
    for (size_t i = 0; i < guide->count; i++)
        guide->at[i] = placement->nodes[guide->nodes[i].node];
}

/* The number of pairs in the wrong order, along either axis. */
static double count_all_wrong(const struct guide *guide)
{
    double wrong = 0;
    for (size_t i = 0; i < guide->count; i++)
        wrong += count_wrong(guide, i, guide->at[i]);
    return wrong / 2;
}

double guide_disorder(const struct guide *guide)
{
    return guide->pairs == 0 ? 0 : count_all_wrong(guide) / (double)guide->pairs;
}

static double total_at(const struct guide *guide, double order)
{
    double total = order * count_all_wrong(guide);
    for (size_t i = 0; i < guide->count; i++)
        total += cost_of_distance(guide, i, guide->at[i]);
    return total;
}

double guide_total(const struct guide *guide)
{
    return total_at(guide, guide->order);
}

double guide_rating(const struct guide *guide)
{
    return total_at(guide, least_order);
}

void guide_adapt(struct guide *guide, double allowed)
{
    if (guide_disorder(guide) > allowed)
        guide->order = lesser(guide->order * dearer, most_order);
}
