/* SPDX-License-Identifier: MIT */
/* A scene as a cgraph graph, with the attributes that a Graphviz engine needs. Sizes come from
   our own text metrics, so that no layout depends on the machine's fonts. */
#ifndef LAYOUT_GRAPHVIZ_GRAPH_H
#define LAYOUT_GRAPHVIZ_GRAPH_H

#include <cgraph.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"

struct graph {
    const struct scene *scene; /* borrowed */
    Agraph_t *root;
    Agnode_t **nodes;    /* in the order of the scene's nodes */
    Agedge_t **edges;    /* in the order of the scene's lines */
    Agraph_t **clusters; /* of the blocs of SCENE */
    bool failed;         /* allocation failed; sticky */
};

/* The default value of an attribute; KIND is AGRAPH, AGNODE or AGEDGE. */
struct graph_attribute {
    int kind;
    const char *name, *value;
};

/* Declares attributes after graph_open; ATTRIBUTES end with a NULL name. Allocation failure is
   noted in GRAPH. */
void graph_declare(struct graph *graph, const struct graph_attribute *attributes);

/* Builds the graph of SCENE, whose nodes are named after the ids of their actors. MORE, which may
   be NULL, is an array of further attributes, terminated by a NULL name. MEMORY is for cgraph;
   NULL: as usual. Fails only with STATUS_MEMORY; the caller closes GRAPH in any case. */
enum status graph_open(struct graph *graph, const struct scene *scene,
                       const struct graph_attribute *more, Agmemdisc_t *memory);

void graph_close(struct graph *graph);

/* Whether LINE, an index into SCENE's lines, carries the label of its relation. */
bool graph_line_is_labelled(const struct scene *scene, size_t line);

/* Set an attribute of OBJECT, which is the root, a cluster, a node or an edge: to VALUE,
   verbatim; to a number with at most DECIMALS decimals; to TEXT, escaped so that Graphviz shows
   it verbatim; or, for the attribute "label", to the lines of BLOCK, escaped likewise. */
void graph_set(struct graph *graph, void *object, const char *name, const char *value);
void graph_set_number(struct graph *graph, void *object, const char *name, double value,
                      int decimals);
void graph_set_text(struct graph *graph, void *object, const char *name, const char *text);
void graph_set_label(struct graph *graph, void *object, const struct text_block *block);

/* Appends GRAPH to OUT as DOT. Fails only with STATUS_MEMORY. */
enum status graph_write(const struct graph *graph, struct buffer *out);

#endif
