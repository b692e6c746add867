/* SPDX-License-Identifier: MIT */
/* Looks through a text in DOT before Graphviz's parser gets it, which makes more of a few bytes
   than is in them: each node and edge has room for all names of attributes, and each subgraph
   around it an entry for it. */
#ifndef FORMAT_DOT_DOT_SCAN_H
#define FORMAT_DOT_DOT_SCAN_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/exchange/exchange.h"

struct dot_scan {
    size_t names; /* of attributes: different ones */
    size_t depth; /* of nested braces, at most */
};

/* Sets *SCAN to what TEXT, that of INPUT, has. Reports more names than the limit of words, and
   subgraphs that are nested too deep: STATUS_INVALID. What is no DOT is not reported. */
enum status dot_scan(const struct exchange_input *input, const struct buffer *text,
                     struct dot_scan *scan);

#endif
