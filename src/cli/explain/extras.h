/* SPDX-License-Identifier: MIT */
/* Amounts, periods, identifiers and attributes in descriptions. Nothing is written of what the
   dataset does not have; in JSON there are empty arrays. */
#ifndef CLI_EXPLAIN_EXTRAS_H
#define CLI_EXPLAIN_EXTRAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text/prose.h"
#include "format/json/json.h"
#include "model/network.h"

/* Labelled lines for the amounts, the periods and the share of a relation. */
void extras_write_relation(const struct prose *prose, const struct network *network,
                           uint32_t relation);
/* For the identifiers, with the addresses of those that have one, and the attributes of OWNER, a
   relation if OF_RELATION, else a vertex. */
void extras_write_properties(const struct prose *prose, const struct network *network,
                             uint32_t owner, bool of_relation);

/* Appends the amounts of a claim: ", 30 tanks in 2019". */
void extras_add_claimed(struct buffer *out, const struct network *network,
                        const struct network_claim *claim);

/* Members of the object of a relation, of any owner of properties, and of a claim. */
void extras_add_relation(struct json *json, const struct network *network, uint32_t relation);
void extras_add_properties(struct json *json, const struct network *network, uint32_t owner,
                           bool of_relation);
void extras_add_claim(struct json *json, const struct network *network,
                      const struct network_claim *claim);

#endif
