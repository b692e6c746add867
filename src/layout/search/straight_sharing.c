/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>

#include "layout/search/lanes.h"
#include "layout/search/straight.h"

/* How much it matters that parts meet that no figure shows together: little, since a figure may
   be added. In a figure with many more lines than usual, a few crossings more matter less. */
static const float apart = 0.1F, usual = 40;

/* Counts the lines of each bundle that FIGURE shows. */
static void count_shown(const struct straight *straight, const struct straight_figure *figure,
                        const uint32_t bundle_of[], float shown[])
{
    const struct scene *scene = straight->placement->scene;
    for (size_t i = 0; i < straight->bundle_count; i++)
        shown[i] = 0;
    for (size_t i = 0; i < scene->line_count; i++)
        if (bundle_of[i] != UINT32_MAX && figure->ties[scene->lines[i].tie] != 0)
            shown[bundle_of[i]]++;
}

static void add_figure(struct straight *straight, const struct straight_figure *figure,
                       const float shown[])
{
    float all = 0;
    for (size_t i = 0; i < straight->bundle_count; i++)
        all += shown[i];
    const float weight = usual / (usual + all);
    for (size_t i = 0; i < straight->bundle_count; i++) {
        if (shown[i] <= 0)
            continue;
        for (size_t j = 0; j < straight->bundle_count; j++)
            straight->meetings[i * straight->bundle_stride + j] += weight * shown[i] * shown[j];
        for (size_t j = 0; j < straight->node_count; j++)
            straight->passings[i * straight->node_stride + j] +=
                figure->nodes[j] != 0 ? weight * shown[i] : 0;
    }
}

/* What matters without any figure. */
static void begin_sharing(struct straight *straight)
{
    for (size_t i = 0; i < straight->bundle_count; i++) {
        for (size_t j = 0; j < straight->bundle_count; j++)
            straight->meetings[i * straight->bundle_stride + j] =
                apart * straight->lines[i] * straight->lines[j];
        for (size_t j = 0; j < straight->node_count; j++)
            straight->passings[i * straight->node_stride + j] = apart * straight->lines[i];
    }
}

static void transpose_passings(struct straight *straight)
{
    for (size_t i = 0; i < straight->bundle_count; i++)
        for (size_t j = 0; j < straight->node_count; j++)
            straight->passed[j * straight->bundle_stride + i] =
                straight->passings[i * straight->node_stride + j];
}

/* The bundle of each line; UINT32_MAX for a loop. */
static void find_bundles(const struct straight *straight, uint32_t bundle_of[])
{
    for (size_t i = 0; i < straight->placement->scene->line_count; i++) {
        const struct route *route = &straight->placement->routes[i];
        const struct straight_bundle *bundle =
            straight_find_bundle(straight, route->from, route->to);
        bundle_of[i] = bundle != NULL ? (uint32_t)(bundle - straight->bundles) : UINT32_MAX;
    }
}

enum status straight_share(struct straight *straight, const struct straight_figure *figures,
                           size_t count)
{
    const size_t lines = straight->placement->scene->line_count;
    size_t bundles = straight->bundle_stride = lanes_padded(straight->bundle_count);
    size_t nodes = straight->node_stride = lanes_padded(straight->node_count);
    uint32_t *bundle_of = calloc(lines + 1, sizeof *bundle_of);
    float *shown = calloc(bundles, sizeof *shown);
    straight->meetings = calloc(bundles * bundles, sizeof *straight->meetings);
    straight->passings = calloc(bundles * nodes, sizeof *straight->passings);
    straight->passed = calloc(bundles * nodes, sizeof *straight->passed);
    bool enough = bundle_of != NULL && shown != NULL && straight->meetings != NULL &&
                  straight->passings != NULL && straight->passed != NULL;
    if (enough) {
        find_bundles(straight, bundle_of);
        begin_sharing(straight);
        for (size_t i = 0; i < count; i++) {
            count_shown(straight, &figures[i], bundle_of, shown);
            add_figure(straight, &figures[i], shown);
        }
        transpose_passings(straight);
    }
    free(bundle_of);
    free(shown);
    return enough ? STATUS_OK : STATUS_MEMORY;
}
