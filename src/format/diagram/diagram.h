/* SPDX-License-Identifier: MIT */
/* What the file of a graph format says: nodes and edges with attributes, whatever the format is.
   Once all are added, diagram_gather (diagram_gather.h) makes a dataset of them. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_H
#define FORMAT_DIAGRAM_DIAGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/exchange/exchange.h"
#include "format/exchange/gathering.h"
#include "model/strings.h"

/* NAME and VALUE are texts of the gathering. */
struct diagram_attribute {
    uint32_t name, value;
};

struct diagram_node {
    uint32_t key;   /* a text of the gathering, as the file writes it */
    uint32_t first; /* of its links, or GATHERED_NONE */
    bool declared;  /* not only mentioned by an edge: others are left out */
    struct gathered_place place;
};

struct diagram_edge {
    uint32_t from, to; /* nodes */
    bool directed;
    size_t first, count; /* attributes */
    struct gathered_place place;
};

/* Initialize it with diagram_init. */
struct diagram {
    const struct exchange_input *input; /* borrowed */
    struct gathering *gathering;        /* owned */
    struct strings keys;                /* of nodes: their values are indices */
    NETWORK_ARRAY(struct diagram_node) nodes;
    NETWORK_ARRAY(struct diagram_edge) edges;
    NETWORK_ARRAY(struct diagram_attribute) attributes; /* of edges */
    /* Of nodes, which can get more at any time: chains. */
    struct diagram_link {
        struct diagram_attribute attribute;
        uint32_t next; /* of the same node, or GATHERED_NONE */
    } * links;
    size_t link_count, link_capacity;
    uint32_t *last_links; /* by node */
    size_t last_count, last_capacity;
    bool ones_are_usual; /* weights say nothing if all are 1 */
};

enum status diagram_init(struct diagram *diagram, const struct exchange_input *input);
void diagram_clear(struct diagram *diagram);

/* Sets *INDEX to the node with KEY, LENGTH bytes that are not folded in any way; a new one, which
   is not declared, if there is none. */
enum status diagram_node(struct diagram *diagram, const char *key, size_t length,
                         struct gathered_place place, uint32_t *index);

/* An attribute of NODE. Values are kept as they are, but for white space at their ends. */
enum status diagram_node_attribute(struct diagram *diagram, uint32_t node, const char *name,
                                   const char *value);

enum status diagram_edge(struct diagram *diagram, uint32_t from, uint32_t to, bool directed,
                         struct gathered_place place);
/* An attribute of the edge that was added last. */
enum status diagram_edge_attribute(struct diagram *diagram, const char *name, const char *value);

/* Reports edges that lead to a node that is not declared, and removes them. WHAT is a noun for
   the key of a node: "node". */
void diagram_drop_loose(struct diagram *diagram, const char *what);

/* Reports that something at PLACE cannot be understood: an error, or with the option keep-going a
   warning, and one of the rows that were left out. */
void diagram_fault(const struct exchange_input *input, struct gathered_place place,
                   const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
