/* SPDX-License-Identifier: MIT */
/* Claims in full: the stance of each, its source with grade and place, and its words. */
#ifndef CLI_EXPLAIN_CLAIM_ROWS_H
#define CLI_EXPLAIN_CLAIM_ROWS_H

#include "base/status.h"
#include "base/text/prose.h"
#include "format/json/json.h"
#include "model/network.h"

/* Writes a table of CLAIMS below HEADING, after an empty line; nothing if there are none. Fails
   like prose_table_write. */
enum status claim_rows_write(const struct prose *prose, const struct network *network,
                             const char *heading, struct network_claims claims);

/* Adds them as an array with the key "claims". */
void claim_rows_add(struct json *json, const struct network *network,
                    struct network_claims claims);

#endif
