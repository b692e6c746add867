/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/spread.h"

#include <math.h>

/* The least gap between nodes along one axis, in points. */
static const double gap = 2;

/* The factor on the distance of two nodes at which they no longer overlap. */
static double factor_for(const struct layout *layout, const struct scene *scene, size_t a,
                         size_t b)
{
    const struct scene_node *m = &scene->nodes[a], *n = &scene->nodes[b];
    const double x = fabs(layout->nodes[a].x - layout->nodes[b].x);
    const double y = fabs(layout->nodes[a].y - layout->nodes[b].y);
    const double across = ((m->width + n->width) / 2 + gap) / fmax(x, 1e-9);
    const double down = ((m->height + n->height) / 2 + gap) / fmax(y, 1e-9);
    return fmin(across, down);
}

void spread_nodes(struct layout *layout, const struct scene *scene)
{
    double factor = 1;
    for (size_t i = 0; i < scene->node_count; i++)
        for (size_t j = 0; j < i; j++)
            factor = fmax(factor, factor_for(layout, scene, i, j));
    factor = fmin(factor, SPREAD_MOST);
    for (size_t i = 0; i < scene->node_count; i++) {
        layout->nodes[i].x *= factor;
        layout->nodes[i].y *= factor;
    }
}
