/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/graphviz/graphviz.h"

#include <assert.h>
#include <math.h>

#include "layout/graphviz/context.h"
#include "layout/graphviz/graph.h"
#include "layout/graphviz/memory.h"
#include "layout/routing.h"
#include "layout/soundness/label_soundness.h"

const char *graphviz_version(void)
{
    return GRAPHVIZ_VERSION;
}

const char *graphviz_engine_name(enum scene_engine engine)
{
    assert(engine != ENGINE_AUTO && engine < ENGINES);
    return vocabulary_engines.words[engine];
}

void graphviz_load(enum scene_engine engine)
{
    context_load(engine);
}

/* Coordinates are multiples of 1/GRID. Those of the engines other than dot differ by about 1e-12
   from run to run: GTS, which triangulates for them, visits triangles by their addresses. */
static double snap(double coordinate)
{
    enum { GRID = 1024 };
    return round(coordinate * GRID) / GRID;
}

/* Graphviz's y axis points up. */
static struct point flip(pointf p)
{
    return (struct point){snap(p.x), snap(-p.y)};
}

/* The curves of an edge, in the direction of its line. */
static enum status take_curves(struct layout *layout, uint32_t line, const splines *curves)
{
    for (size_t i = 0; curves != NULL && i < (size_t)curves->size; i++) {
        const bezier *piece = &curves->list[i];
        for (size_t j = 0; j + 3 < (size_t)piece->size; j += 3) {
            const pointf *p = piece->list + j;
            const struct cubic curve = {{flip(p[0]), flip(p[1]), flip(p[2]), flip(p[3])}};
            TRY(layout_add_curve(layout, line, &curve));
        }
    }
    return STATUS_OK;
}

/* Some engines give no curves to an edge between touching nodes. */
static enum status bridge_gap(struct layout *layout, const struct scene *scene, uint32_t line)
{
    struct point a = layout->nodes[scene->lines[line].from];
    struct point b = layout->nodes[scene->lines[line].to];
    const struct cubic curve = {
        {a, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3), b}};
    return layout_add_curve(layout, line, &curve);
}

static enum status take_lines(const struct graph *graph, struct layout *layout)
{
    for (uint32_t i = 0; i < graph->scene->line_count; i++) {
        TRY(take_curves(layout, i, ED_spl(graph->edges[i])));
        if (layout->paths[i].count == 0)
            TRY(bridge_gap(layout, graph->scene, i));
    }
    return STATUS_OK;
}

/* A label that the engine did not place goes to the middle of its line. */
static void take_labels(const struct graph *graph, struct layout *layout)
{
    for (size_t i = 0; i < graph->scene->tie_count; i++) {
        const uint32_t line = graph->scene->ties[i].first_line;
        const textlabel_t *label = ED_label(graph->edges[line]);
        layout->labels[i] =
            label != NULL && label->set ? flip(label->pos) : layout_middle(layout, line);
    }
}

/* Engines place some labels so far from their lines that they could belong to others, which costs
   more than a collision. In points. */
static const double farthest_label = 6;

static enum status take_layout(const struct graph *graph, struct layout *layout)
{
    for (size_t i = 0; i < graph->scene->node_count; i++)
        layout->nodes[i] = flip(ND_coord(graph->nodes[i]));
    if (graph->scene->straight) {
        TRY(routing_straight(layout, graph->scene));
    } else {
        TRY(take_lines(graph, layout));
        take_labels(graph, layout);
    }
    size_t hidden;
    return label_soundness_restore(layout, graph->scene, farthest_label, &hidden);
}

enum status graphviz_layout(const struct scene *scene, struct layout *layout, const char **error)
{
    assert(scene->engine != ENGINE_AUTO);
    struct graph graph;
    GVC_t *context = context_open(scene->engine);
    if (context == NULL)
        return STATUS_MEMORY;
    memory_set_default();
    TRY(graph_open(&graph, scene, NULL, memory_discipline()));
    if (gvLayout(context, graph.root, graphviz_engine_name(scene->engine)) != 0) {
        *error = aglasterr();
        return STATUS_FAILURE;
    }
    return take_layout(&graph, layout);
}
