/* SPDX-License-Identifier: MIT */
/* What follows from a relation's claims: whether it is asserted, disputed and so on, its grade on
   the Admiralty scale (NATO AJP-2.1), and who stands behind it. Nothing of this is written in a
   dataset. */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/network.h"

/* asserted:  somebody asserts without a hedge, nobody denies
   suspected: every assertion is hedged, nobody denies
   disputed:  somebody asserts, somebody denies
   denied:    somebody denies, nobody asserts
   unsourced: no claim asserts or denies */
enum evidence evidence_of(const struct network *network, uint32_t relation);

/* A relation's grade is that of its best asserting claim: best letter first, then best number. */
struct grade {
    char letter; /* 'A' to 'F'; '\0' where no asserting claim's source has one */
    char digit;  /* '1' to '6'; '\0' where that claim has none */
};

struct grade evidence_grade(const struct network *network, uint32_t relation);

/* Whether A is B or better. A missing letter or digit is worse than any. */
bool grade_reaches(struct grade a, struct grade b);

/* Whether at least one source asserts the relation and every one that does is anonymous. */
bool evidence_is_anonymous(const struct network *network, uint32_t relation);

/* Whether SOURCE takes STANCE on the relation. */
bool evidence_has(const struct network *network, uint32_t relation, uint32_t source,
                  enum claim_stance stance);

/* The sources that take STANCE on the relation, each once and by id, so that nothing depends on
   the order of a file: the one behind AFTER, or the first where AFTER is NETWORK_NONE;
   NETWORK_NONE at the end. */
uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              enum claim_stance stance, uint32_t after);

/* The source that SOURCE rests on in the end: follows basis. Sources with the same ground are one
   independent source. */
uint32_t evidence_ground(const struct network *network, uint32_t source);

/* How many independent sources assert the relation. */
size_t evidence_independent(const struct network *network, uint32_t relation);

#endif
