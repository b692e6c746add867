/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/siding.h"

#include <stdlib.h>

/* What a node costs that is on the wrong side of all others with a side: a few crossings. How far
   nodes of different sides should be apart, in points. */
static const double wrong_side = 5, apart = 24;

enum status siding_init(struct siding *siding, const struct scene *scene)
{
    *siding = (struct siding){.scene = scene};
    siding->nodes = calloc(scene->node_count + 1, sizeof *siding->nodes);
    if (siding->nodes == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].side != SIDE_FREE)
            siding->nodes[siding->count++] = i;
    siding->weight = siding->count > 1 ? wrong_side / (double)(siding->count - 1) : 0;
    return STATUS_OK;
}

void siding_clear(struct siding *siding)
{
    free(siding->nodes);
    *siding = (struct siding){.count = 0};
}

/* Of NODE, if it is at X, with all others. */
static double cost_at(const struct siding *siding, const struct point *at, uint32_t node,
                      double x)
{
    const int side = (int)siding->scene->nodes[node].side;
    double sum = 0;
    for (size_t i = 0; i < siding->count; i++) {
        const uint32_t other = siding->nodes[i];
        const int difference = (int)siding->scene->nodes[other].side - side;
        if (difference == 0 || other == node)
            continue;
        const double ahead = difference > 0 ? at[other].x - x : x - at[other].x;
        const double share = clamp((apart - ahead) / (2 * apart), 0, 1);
        sum += difference == 1 || difference == -1 ? share / 2 : share;
    }
    return siding->weight * sum;
}

double siding_move(const struct siding *siding, const struct point *at, uint32_t node, double x)
{
    if (siding->count == 0 || siding->scene->nodes[node].side == SIDE_FREE)
        return 0;
    return cost_at(siding, at, node, x) - cost_at(siding, at, node, at[node].x);
}

double siding_total(const struct siding *siding, const struct point *at)
{
    double sum = 0;
    for (size_t i = 0; i < siding->count; i++)
        sum += cost_at(siding, at, siding->nodes[i], at[siding->nodes[i]].x);
    return sum / 2;
}
