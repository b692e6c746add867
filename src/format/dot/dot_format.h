/* SPDX-License-Identifier: MIT */
/* Reads and writes graphs in Graphviz's language DOT as data: unlike a figure in DOT
   (render/dot.h), such a file says what the ties are, not how they look. */
#ifndef FORMAT_DOT_DOT_FORMAT_H
#define FORMAT_DOT_DOT_FORMAT_H

#include "format/exchange/exchange.h"

/* Reads the first graph of the file with Graphviz's own parser, in a confined child process with
   limits on its memory and time, since that parser is not made for files of strangers.
   Attributes, defaults included, are understood as diagram_gather.h says; the value dir=both
   makes an edge mutual, dir=back turns it, dir=none takes its direction. */
enum status dot_format_read(const struct exchange_input *input, struct draft *draft);

/* Writes a directed graph as diagram_export.h says; the names of its nodes are the ids. */
enum status dot_format_write(struct exchange_output *output);

#endif
