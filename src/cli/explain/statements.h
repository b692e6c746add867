/* SPDX-License-Identifier: MIT */
/* The claims about names, roles, attributes, parents and participants of a vertex or a relation.
 */
#ifndef CLI_EXPLAIN_STATEMENTS_H
#define CLI_EXPLAIN_STATEMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "format/json/json.h"
#include "model/network.h"

/* Writes a table for each statement of OWNER that has claims. Fails like prose_table_write. */
enum status statements_write(const struct prose *prose, const struct network *network,
                             uint32_t owner, bool of_relation);

/* Adds them as an array with the key "statements"; nothing if there are none. */
void statements_add(struct json *json, const struct network *network, uint32_t owner,
                    bool of_relation);

/* The statements about which SOURCE makes a claim, with what it says: as a field, and as an array
   with the key "statements", or nothing. */
void statements_write_of_source(const struct prose *prose, const struct network *network,
                                uint32_t source);
void statements_add_of_source(struct json *json, const struct network *network, uint32_t source);

#endif
