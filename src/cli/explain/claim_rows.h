/* SPDX-License-Identifier: MIT */
/* Claims in full: the stance of each, its source with grade and place, and its words. */
#ifndef CLI_EXPLAIN_CLAIM_ROWS_H
#define CLI_EXPLAIN_CLAIM_ROWS_H

#include "base/status.h"
#include "base/text/prose.h"
#include "format/json/json.h"
#include "model/network.h"

/* Claims, which point into those of NETWORK. */
struct claim_rows {
    const struct network *network;
    struct network_claims claims;
    uint32_t relation;            /* that they are about, or NETWORK_NONE */
    const struct date_span *span; /* only those that count then; NULL: all */
};

/* Writes a table of ROWS below HEADING, after an empty line; nothing if there are none. Fails
   like prose_table_write. */
enum status claim_rows_write(const struct claim_rows *rows, const struct prose *prose,
                             const char *heading);

/* Adds them as an array with the key "claims". */
void claim_rows_add(const struct claim_rows *rows, struct json *json);

#endif
