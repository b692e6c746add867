/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/dot.h"

#include "layout/graphviz/graph.h"
#include "scene/style.h"
#include "scene/telling.h"

/* clang-format off: a table */
/* Graphviz labels a node with its name unless it has a label. Empty defaults are not written, but
   declared here, since declaring an attribute later would visit all nodes or edges. */
static const struct graph_attribute defaults[] = {{AGRAPH, "fontname", "Liberation Sans"},
                                                  {AGRAPH, "labelloc", "t"},
                                                  {AGRAPH, "fontsize", "14"},
                                                  {AGNODE, "label", "\\N"},
                                                  {AGNODE, "fontname", "Liberation Sans"},
                                                  {AGNODE, "fontsize", "10"},
                                                  {AGNODE, "penwidth", "1"},
                                                  {AGNODE, "style", ""},
                                                  {AGNODE, "fillcolor", ""},
                                                  {AGNODE, "color", ""},
                                                  {AGNODE, "fontcolor", ""},
                                                  {AGNODE, "tooltip", ""},
                                                  {AGEDGE, "arrowsize", "0.7"},
                                                  {AGEDGE, "fontcolor", STYLE_INK},
                                                  {AGEDGE, "label", ""},
                                                  {AGEDGE, "color", ""},
                                                  {AGEDGE, "style", ""},
                                                  {AGEDGE, "penwidth", ""},
                                                  {AGEDGE, "dir", ""},
                                                  {AGEDGE, "arrowhead", ""},
                                                  {AGEDGE, "arrowtail", ""},
                                                  {AGEDGE, "taillabel", ""},
                                                  {AGEDGE, "tooltip", ""},
                                                  {0, NULL, NULL}};
/* clang-format on */

static void add_node_style(struct graph *graph, Agnode_t *node, const struct scene_node *n)
{
    if (n->shape == SHAPE_DIAMOND) {
        const struct scene_tie *r = &graph->scene->ties[n->tie];
        graph_set(graph, node, "label", "");
        graph_set(graph, node, "style", "filled");
        const char *const color = telling_look(graph->scene, r).color;
        graph_set(graph, node, "fillcolor", color);
        graph_set(graph, node, "color", color);
        return;
    }
    const struct style_node *style =
        n->color != 0 ? style_of_color(n->color) : style_of_kind(n->kind);
    graph_set_label(graph, node, &n->name);
    graph_set(graph, node, "style", n->shape == SHAPE_ROUNDED ? "rounded,filled" : "filled");
    graph_set(graph, node, "fillcolor", style->fill);
    graph_set(graph, node, "color", style->border);
    graph_set(graph, node, "fontcolor", style->text);
    if (style_of_kind(n->kind)->bold)
        graph_set(graph, node, "fontname", "Liberation Sans Bold");
    graph_set_text(graph, node, "tooltip", n->sentence);
}

/* The maximum number of lines of a relation that get its sentence as a tooltip. A relation may
   have hundreds of lines, and the sentence names all of its ends. */
enum { MAX_TOOLTIPS = 20 };

static void add_edge_style(struct graph *graph, Agedge_t *edge, size_t index)
{
    const struct scene_line *line = &graph->scene->lines[index];
    const struct scene_tie *r = &graph->scene->ties[line->tie];
    const struct tie_look look = telling_look(graph->scene, r);
    if (graph->scene->telling != NULL)
        graph_set(graph, edge, "fontcolor", look.text);
    if (graph_line_is_labelled(graph->scene, index))
        graph_set_label(graph, edge, &r->label);
    graph_set(graph, edge, "color", look.color);
    graph_set(graph, edge, "style", style_of_evidence(look.evidence)->style);
    graph_set_number(graph, edge, "penwidth", style_width(look.weight), 4);
    graph_set(graph, edge, "dir", "both");
    graph_set(graph, edge, "arrowhead", style_head_name(line->head));
    graph_set(graph, edge, "arrowtail", style_head_name(line->tail));
    if (index == r->first_line)
        graph_set(graph, edge, "taillabel", style_tail_label(r->phase));
    if (index - r->first_line < MAX_TOOLTIPS)
        graph_set_text(graph, edge, "tooltip", r->sentence);
}

/* Declared only if there are blocs: a graph without them has none of these attributes. */
static const struct graph_attribute cluster_defaults[] = {
    {AGRAPH, "style", ""},   {AGRAPH, "fillcolor", ""}, {AGRAPH, "color", ""},
    {AGRAPH, "tooltip", ""}, {0, NULL, NULL},
};

static void add_cluster_style(struct graph *graph, Agraph_t *cluster,
                              const struct scene_bloc *bloc)
{
    graph_set_label(graph, cluster, &bloc->caption);
    graph_set(graph, cluster, "style", "rounded,filled");
    graph_set(graph, cluster, "fillcolor",
              bloc->depth % 2 == 0 ? STYLE_BLOC_FILL : STYLE_INNER_BLOC_FILL);
    graph_set(graph, cluster, "color", STYLE_BLOC_BORDER);
    graph_set_text(graph, cluster, "tooltip", bloc->sentence);
}

static void add_cluster_styles(struct graph *graph)
{
    const struct scene *scene = graph->scene;
    if (scene->bloc_count > 0)
        graph_declare(graph, cluster_defaults);
    for (size_t i = 0; i < scene->bloc_count; i++)
        add_cluster_style(graph, graph->clusters[i], &scene->blocs[i]);
}

/* Declared only if a party tells the scene: the edges of other graphs have no colour of labels.
 */
static const struct graph_attribute telling_defaults[] = {{AGEDGE, "fontcolor", ""},
                                                          {0, NULL, NULL}};

static void add_styles(struct graph *graph)
{
    const struct scene *scene = graph->scene;
    if (scene->telling != NULL)
        graph_declare(graph, telling_defaults);
    for (size_t i = 0; i < scene->node_count; i++)
        add_node_style(graph, graph->nodes[i], &scene->nodes[i]);
    for (size_t i = 0; i < scene->line_count; i++)
        add_edge_style(graph, graph->edges[i], i);
}

enum status dot_draw(struct buffer *out, const struct scene *scene, const char *comment)
{
    struct graph graph;
    enum status status = graph_open(&graph, scene, defaults, NULL);
    if (status == STATUS_OK) {
        add_styles(&graph);
        graph_set(&graph, graph.root, "comment", comment);
        graph_set_text(&graph, graph.root, "label", scene->title);
        add_cluster_styles(&graph);
        status = graph_write(&graph, out);
    }
    graph_close(&graph);
    return status;
}
