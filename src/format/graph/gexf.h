/* SPDX-License-Identifier: MIT */
/* GEXF 1.0 to 1.3 (https://gexf.net/schema.html). An edge has no more than two ends, and there is
   no place for evidence: diagram_export.h says what is written, diagram_gather.h what is read.
   Times are those of the ties: one is a date, several are periods. */
#ifndef FORMAT_GRAPH_GEXF_H
#define FORMAT_GRAPH_GEXF_H

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status gexf_read(const struct exchange_input *input, struct draft *draft);

/* An exchange_write: GEXF 1.3. */
enum status gexf_write(struct exchange_output *output);

#endif
