/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/graphviz/graph.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/escape.h"

void graph_set(struct graph *graph, void *object, const char *name, const char *value)
{
    if (agsafeset(object, (char *)(uintptr_t)name, (char *)(uintptr_t)value, (char *)"") != 0)
        graph->failed = true;
}

void graph_set_number(struct graph *graph, void *object, const char *name, double value,
                      int decimals)
{
    struct buffer number = BUFFER_EMPTY;
    buffer_number(&number, value, decimals);
    graph->failed |= number.failed;
    graph_set(graph, object, name, buffer_string(&number));
    buffer_clear(&number);
}

/* Graphviz decodes entities and expands backslashes in texts. */
static const char *escape_sequence(char c)
{
    return c == '&' ? "&amp;" : "\\\\";
}

/* Appends TEXT with U+FEFF, which some readers drop, as an entity. */
static void keep_no_break(struct buffer *out, const char *text)
{
    static const char no_break[] = "\xef\xbb\xbf";
    for (const char *at; (at = strstr(text, no_break)) != NULL; text = at + strlen(no_break)) {
        buffer_add(out, text, (size_t)(at - text));
        buffer_text(out, "&#65279;");
    }
    buffer_text(out, text);
}

/* cgraph takes "-." for a number and doesn't quote it, but cannot read it again. */
static void escape(struct buffer *out, const char *text)
{
    struct buffer escaped = BUFFER_EMPTY;
    escape_special(&escaped, text, "&\\", escape_sequence);
    if (strcmp(text, "-.") == 0)
        buffer_text(out, "&#45;.");
    else
        keep_no_break(out, buffer_string(&escaped));
    out->failed |= escaped.failed;
    buffer_clear(&escaped);
}

void graph_set_text(struct graph *graph, void *object, const char *name, const char *text)
{
    struct buffer escaped = BUFFER_EMPTY;
    escape(&escaped, text);
    graph->failed |= escaped.failed;
    graph_set(graph, object, name, buffer_string(&escaped));
    buffer_clear(&escaped);
}

void graph_set_label(struct graph *graph, void *object, const struct text_block *block)
{
    struct buffer label = BUFFER_EMPTY;
    for (size_t i = 0; i < block->count; i++) {
        buffer_text(&label, i > 0 ? "\\n" : "");
        escape(&label, block->lines[i]);
    }
    graph->failed |= label.failed;
    graph_set(graph, object, "label", buffer_string(&label));
    buffer_clear(&label);
}

static void declare(struct graph *graph, int kind, const char *name, const char *value)
{
    if (agattr(graph->root, kind, (char *)(uintptr_t)name, (char *)(uintptr_t)value) == NULL)
        graph->failed = true;
}

/* clang-format off: a table */
static const struct graph_attribute defaults[] = {{AGRAPH, "rankdir", "LR"},
                                                  {AGRAPH, "nodesep", "0.2"},
                                                  {AGRAPH, "ranksep", "0.42"},
                                                  {AGRAPH, "overlap", "prism"},
                                                  {AGRAPH, "sep", "+14"},
                                                  {AGRAPH, "esep", "+8"},
                                                  {AGRAPH, "start", "1"},
                                                  {AGNODE, "label", ""},
                                                  {AGNODE, "fixedsize", "true"},
                                                  {AGNODE, "margin", "0"},
                                                  {AGEDGE, "fontname", "Liberation Sans"},
                                                  {AGEDGE, "fontsize", "8.5"},
                                                  {AGEDGE, "dir", "none"},
                                                  {0, NULL, NULL}};

/* clang-format on */

void graph_declare(struct graph *graph, const struct graph_attribute *attributes)
{
    for (; attributes->name != NULL; attributes++)
        declare(graph, attributes->kind, attributes->name, attributes->value);
}

/* The node of an actor is named after its id; that of a junction after its relation, with a "/",
   which no id contains, so that the names cannot clash. */
static Agnode_t *create_node(struct graph *graph, const struct scene_node *n)
{
    struct buffer name = BUFFER_EMPTY;
    buffer_format(&name, "%s%s", n->vertex == SCENE_NONE ? "relation/" : "", n->id);
    Agnode_t *node = name.failed ? NULL : agnode(graph->root, name.bytes, 1);
    graph->failed |= node == NULL;
    buffer_clear(&name);
    return node;
}

static void add_node(struct graph *graph, size_t index)
{
    const struct scene_node *n = &graph->scene->nodes[index];
    Agnode_t *node = graph->nodes[index] = create_node(graph, n);
    if (node == NULL)
        return;
    graph_set(graph, node, "shape", style_shape_name(n->shape));
    graph_set_number(graph, node, "width", n->width / 72, 4);
    graph_set_number(graph, node, "height", n->height / 72, 4);
}

/* A strong relation attracts its ends: in dot by weight, in spring models by a shorter line. */
static void set_attraction(struct graph *graph, Agedge_t *edge, const struct scene_tie *r,
                           bool labelled)
{
    graph_set_number(graph, edge, "weight", r->weight, 0);
    double room = labelled ? r->label.width / 72 : 0;
    graph_set_number(graph, edge, "len", 0.9 + 0.1 * (5 - r->weight) + room, 4);
}

bool graph_line_is_labelled(const struct scene *scene, size_t line)
{
    assert(line < scene->line_count);
    const struct scene_tie *r = &scene->ties[scene->lines[line].tie];
    return line == r->first_line && r->label.count > 0;
}

static void add_edge(struct graph *graph, size_t index)
{
    const struct scene_line *line = &graph->scene->lines[index];
    const struct scene_tie *r = &graph->scene->ties[line->tie];
    bool labelled = graph_line_is_labelled(graph->scene, index);
    Agnode_t *from = graph->nodes[line->from], *to = graph->nodes[line->to];
    Agedge_t *edge = graph->failed ? NULL : agedge(graph->root, from, to, NULL, 1);
    graph->edges[index] = edge;
    if (edge == NULL) {
        graph->failed = true;
        return;
    }
    set_attraction(graph, edge, r, labelled);
    if (labelled && !graph->scene->straight)
        graph_set_label(graph, edge, &r->label);
}

/* Adds a cluster, which dot and fdp keep together. */
static Agraph_t *add_cluster(struct graph *graph, const struct scene_bloc *bloc)
{
    Agraph_t *outer = bloc->parent != SCENE_NONE ? graph->clusters[bloc->parent] : graph->root;
    struct buffer name = BUFFER_EMPTY;
    buffer_format(&name, "cluster_%s", bloc->id);
    Agraph_t *cluster = name.failed ? NULL : agsubg(outer, name.bytes, 1);
    buffer_clear(&name);
    for (size_t i = 0; cluster != NULL && i < bloc->node_count; i++)
        graph->failed |= agsubnode(cluster, graph->nodes[bloc->nodes[i]], 1) == NULL;
    graph->failed |= cluster == NULL;
    return cluster;
}

/* Output functions for cgraph that write to a buffer. */
static int write_text(void *channel, const char *text)
{
    struct buffer *out = channel;
    buffer_text(out, text);
    return out->failed ? EOF : 0;
}

static int flush(void *channel)
{
    (void)channel;
    return 0;
}

static Agiodisc_t buffer_io = {NULL, write_text, flush};

static void add_all(struct graph *graph)
{
    for (size_t i = 0; i < graph->scene->node_count && !graph->failed; i++)
        add_node(graph, i);
    for (size_t i = 0; i < graph->scene->line_count && !graph->failed; i++)
        add_edge(graph, i);
    for (size_t i = 0; i < graph->scene->bloc_count && !graph->failed; i++)
        graph->clusters[i] = add_cluster(graph, &graph->scene->blocs[i]);
}

enum status graph_open(struct graph *graph, const struct scene *scene,
                       const struct graph_attribute *more, Agmemdisc_t *memory)
{
    Agdisc_t disc = {.mem = memory, .id = &AgIdDisc, .io = &buffer_io};
    *graph = (struct graph){.scene = scene};
    graph->nodes = calloc(scene->node_count + 1, sizeof *graph->nodes);
    graph->edges = calloc(scene->line_count + 1, sizeof *graph->edges);
    graph->clusters = calloc(scene->bloc_count + 1, sizeof *graph->clusters);
    agseterr(AGMAX); /* or cgraph would write messages to standard error */
    graph->root = agopen((char *)"entente", Agdirected, &disc);
    if (graph->nodes == NULL || graph->edges == NULL || graph->clusters == NULL ||
        graph->root == NULL)
        return STATUS_MEMORY;
    graph_declare(graph, defaults);
    if (more != NULL)
        graph_declare(graph, more);
    declare(graph, AGRAPH, "splines", scene->straight ? "line" : "true");
    add_all(graph);
    return graph->failed ? STATUS_MEMORY : STATUS_OK;
}

void graph_close(struct graph *graph)
{
    if (graph->root != NULL)
        agclose(graph->root);
    free(graph->nodes);
    free(graph->edges);
    free(graph->clusters);
}

enum status graph_write(const struct graph *graph, struct buffer *out)
{
    return agwrite(graph->root, out) != 0 || graph->failed ? STATUS_MEMORY : STATUS_OK;
}
