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
   RECORD_NODE    the name of a node; names and values of its attributes; an empty name
   RECORD_EDGE    "d" (directed) or "u"; the names of its nodes; attributes likewise
   RECORD_END     the last one: nothing is missing */
enum dot_record {
    RECORD_FAULT = '!',
    RECORD_TITLE = 't',
    RECORD_GROUPS = 'g',
    RECORD_NODE = 'n',
    RECORD_EDGE = 'e',
    RECORD_END = '.'
};

/* A child_work: CONTEXT is a struct buffer with the text. */
enum status dot_child_parse(void *context, struct buffer *out);

#endif
