/* SPDX-License-Identifier: MIT */
/* Labelled lines of a description for people: names, a date or ids as text. Nothing is written
   for a detail that the dataset does not have. */
#ifndef CLI_EXPLAIN_DETAIL_H
#define CLI_EXPLAIN_DETAIL_H

#include <stddef.h>
#include <stdint.h>

#include "base/text/prose.h"
#include "cli/relation_query.h"
#include "model/network.h"

/* Writes a line for each of COUNT names from index FIRST, and a single line for all aliases. */
void detail_write_names(const struct prose *prose, const struct network *network, uint32_t first,
                        uint32_t count);

void detail_write_date(const struct prose *prose, const struct network *network,
                       const char *label, uint32_t date);
void detail_write_vertices(const struct prose *prose, const struct network *network,
                           const char *label, const uint32_t *vertices, size_t count);

/* Writes the selection criteria of QUERY, if there are any. */
void detail_write_criteria(const struct prose *prose, const struct relation_query *query);

#endif
