/* SPDX-License-Identifier: MIT */
/* What the claims on a relation amount to: whether it is asserted, disputed and so on, its grade
   on the Admiralty scale (NATO AJP-2.1), and its sources. All of it is derived; a dataset
   contains only the claims. RELATION and SOURCE are indices into the arrays of the network. */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/network.h"

/* The evidence for a relation:
   asserted   at least one claim asserts it without a hedge, none denies it
   suspected  all assertions are hedged, no claim denies it
   disputed   at least one claim asserts it, and at least one denies it
   denied     at least one claim denies it, none asserts it
   unsourced  no claim asserts or denies it */
enum evidence evidence_of(const struct network *network, uint32_t relation);

/* A relation's grade is that of its best asserting claim; claims are compared by letter, then by
   digit. */
struct evidence_grade {
    char letter; /* reliability of the source, 'A' (best) to 'F'; '\0': not given */
    char digit;  /* credibility of the claim, '1' (best) to '6'; '\0': not given */
};

struct evidence_grade evidence_grade(const struct network *network, uint32_t relation);

/* Whether grade A is at least as good as B. A missing letter or digit is worse than any. */
bool evidence_grade_reaches(struct evidence_grade a, struct evidence_grade b);

/* Whether the relation is asserted, and by anonymous sources only. */
bool evidence_is_anonymous(const struct network *network, uint32_t relation);

/* Whether SOURCE makes a claim of STANCE on the relation. */
bool evidence_has_claim(const struct network *network, uint32_t relation, uint32_t source,
                        enum claim_stance stance);

/* Iterates over the sources that make a claim of STANCE on the relation, each once, in the order
   of their ids, so that nothing depends on the order of the file. Returns the source after
   PREVIOUS, or the first if PREVIOUS is NETWORK_NONE; NETWORK_NONE at the end. */
uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              enum claim_stance stance, uint32_t previous);

/* The original source from which SOURCE derives, at the end of its chain of "basis" references.
   Sources with the same origin count as one independent source. */
uint32_t evidence_origin(const struct network *network, uint32_t source);

/* The number of independent sources that assert the relation. */
size_t evidence_count_independent(const struct network *network, uint32_t relation);

#endif
