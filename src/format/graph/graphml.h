/* SPDX-License-Identifier: MIT */
/* GraphML. What entente writes (native.h) holds the whole dataset, and is read back with what
   other programs have changed; of other files, graphml_parse.h and assembling.h say what is
   understood. */
#ifndef FORMAT_GRAPH_GRAPHML_H
#define FORMAT_GRAPH_GRAPHML_H

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status graphml_read(const struct exchange_input *input, struct draft *draft);

/* An exchange_write. */
enum status graphml_write(struct exchange_output *output);

#endif
