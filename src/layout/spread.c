/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/spread.h"

#include <math.h>
#include <stdbool.h>

/* Nodes of usual sizes, up to the most that are searched, are settled within 50 rings. */
enum { MAX_RINGS = 1000 };

/* The least gap between nodes along one axis, in points. */
static const double gap = 2;

/* Whether two nodes, the first of which is at AT, overlap or nearly touch: less than half of the
   gap counts, since scaling is not exact. */
static bool overlap(const struct layout *layout, const struct scene *scene, size_t a,
                    struct point at, size_t b)
{
    const struct scene_node *m = &scene->nodes[a], *n = &scene->nodes[b];
    return fabs(at.x - layout->nodes[b].x) < (m->width + n->width + gap) / 2 &&
           fabs(at.y - layout->nodes[b].y) < (m->height + n->height + gap) / 2;
}

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

static void scale(struct layout *layout, const struct scene *scene)
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

/* Whether NODE at AT keeps clear of the nodes before it. */
static bool is_free(const struct layout *layout, const struct scene *scene, size_t node,
                    struct point at)
{
    for (size_t i = 0; i < node; i++)
        if (overlap(layout, scene, node, at, i))
            return false;
    return true;
}

/* The place number K of a square ring of 8 * RING places at distance RING from the centre. */
static struct point ring_place(int ring, int k)
{
    const int side = k / (2 * ring), step = k % (2 * ring) - ring;
    switch (side) {
    case 0: return (struct point){step, -ring};
    case 1: return (struct point){ring, step};
    case 2: return (struct point){-step, ring};
    default: return (struct point){-ring, -step};
    }
}

/* Moves NODE to the nearest place, on rings around its own, where it keeps clear of those before
   it; leaves it if there is none, in a layout of absurd size. */
static void settle(struct layout *layout, const struct scene *scene, size_t node)
{
    const struct point centre = layout->nodes[node];
    const double x = scene->nodes[node].width / 2, y = scene->nodes[node].height / 2;
    if (is_free(layout, scene, node, centre))
        return;
    for (int ring = 1; ring <= MAX_RINGS; ring++)
        for (int k = 0; k < 8 * ring; k++) {
            const struct point place = ring_place(ring, k);
            const struct point at = {centre.x + place.x * x, centre.y + place.y * y};
            if (!is_free(layout, scene, node, at))
                continue;
            layout->nodes[node] = at;
            return;
        }
}

void spread_nodes(struct layout *layout, const struct scene *scene)
{
    scale(layout, scene);
    for (size_t i = 0; i < scene->node_count; i++)
        settle(layout, scene, i);
}
