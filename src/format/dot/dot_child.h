/* SPDX-License-Identifier: MIT */
/* The work of the child process that reads DOT: tells the graph as records, which end with NUL
   characters. */
#ifndef FORMAT_DOT_DOT_CHILD_H
#define FORMAT_DOT_DOT_CHILD_H

#include "base/memory/buffer.h"
#include "base/status.h"

/* The first character of a record:
   RECORD_FAULT   the line and the text of an error
   RECORD_TITLE   the label of the graph
   RECORD_GROUPS  the number of its subgraphs
   RECORD_STRICT  it is strict: of several edges between two nodes, one is left
   RECORD_HIDDEN  the number of nodes or edges that are not drawn, and not told
   RECORD_NODE    the name of a node; names and values of its attributes; an empty name
   RECORD_EDGE    "d" (directed) or "u"; the names of its nodes; attributes likewise
   RECORD_EDGES   the file makes more edges than it may
   RECORD_VALUES  its nodes and edges have more attributes than they may
   RECORD_END     the last one: nothing is missing */
enum dot_record {
    RECORD_FAULT = '!',
    RECORD_TITLE = 't',
    RECORD_GROUPS = 'g',
    RECORD_STRICT = 's',
    RECORD_HIDDEN = 'h',
    RECORD_NODE = 'n',
    RECORD_EDGE = 'e',
    RECORD_EDGES = 'm',
    RECORD_VALUES = 'v',
    RECORD_END = '.'
};

/* The text to be parsed, and what keeps the work in proportion to it. Graphviz's parser makes all
   edges of {a b c} -> {d e f}, and gives each node and edge room for each attribute. */
struct dot_work {
    const struct buffer *text;
    size_t edges;  /* at most */
    size_t values; /* at most: those that nodes and edges have, by default or not */
    size_t cells;  /* at most: the sum of the costs of all nodes and edges that are mentioned */
    size_t cost;   /* of one */
};

/* A child_work: CONTEXT is a struct dot_work. */
enum status dot_child_parse(void *context, struct buffer *out);

#endif
