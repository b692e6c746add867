/* SPDX-License-Identifier: MIT */
/* What the dataset says, with claims, of names, roles, outcomes, attributes, parents and
   participants. */
#ifndef MODEL_STATEMENT_H
#define MODEL_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/evidence.h"
#include "model/network.h"

/* The number of claims in the statements of OWNER; none of them is a claim about a relation. */
size_t statement_count_claims(const struct network *network, uint32_t owner, bool of_relation);

/* The same of all owners. */
size_t statement_count_all_claims(const struct network *network);

struct network_claims statement_claims(const struct network *network,
                                       const struct network_statement *statement);

/* The statements about an event that have not been passed yet. */
struct statement_walk {
    const struct network *network;
    size_t next, end;
};

struct statement_walk statement_walk_of(const struct network *network, uint32_t event);

/* The evidence for the participant at index ITEM of the network, which is after that of the last
   call; EVIDENCE_UNSOURCED if nobody makes a claim about it. */
enum evidence statement_walk_evidence(struct statement_walk *walk, uint32_t item);

/* The id of the vertex or relation that STATEMENT is about. */
const char *statement_owner_id(const struct network *network,
                               const struct network_statement *statement);

/* What STATEMENT is about: "name", "alias", "role", "outcome", "identifier", "attribute",
   "parent" or "participant"; and its text, which an attribute or identifier has after its name:
   "ethnicity: Tajik", and a parent or participant, as its id, after nothing. */
const char *statement_noun(const struct network *network,
                           const struct network_statement *statement);
void statement_write_value(const struct network *network,
                           const struct network_statement *statement, struct buffer *out);

#endif
