/* SPDX-License-Identifier: MIT */
/* Lines of a description for people: a label, and names, a date or ids as text. A detail that the
   dataset does not give has no line. */
#ifndef CLI_EXPLAIN_DETAIL_H
#define CLI_EXPLAIN_DETAIL_H

#include <stddef.h>
#include <stdint.h>

#include "base/text/prose.h"
#include "cli/relation_query.h"
#include "model/network.h"

/* COUNT names from FIRST on: a line for each, and one for all aliases. */
void detail_write_names(const struct prose *prose, const struct network *network, uint32_t first,
                        uint32_t count);

void detail_write_date(const struct prose *prose, const struct network *network,
                       const char *label, uint32_t date);
void detail_write_vertices(const struct prose *prose, const struct network *network,
                           const char *label, const uint32_t *vertices, size_t count);

/* The criteria by which QUERY selects, if there are any. */
void detail_write_criteria(const struct prose *prose, const struct relation_query *query);

#endif
