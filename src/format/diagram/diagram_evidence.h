/* SPDX-License-Identifier: MIT */
/* What an edge says of the evidence for its tie, in which it has no sources: an attribute
   "evidence" or "stance", or the mark before the label of a line in a figure of entente. Only
   that the tie is denied must not get lost, as without a claim it would be a fact. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_EVIDENCE_H
#define FORMAT_DIAGRAM_DIAGRAM_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "format/diagram/diagram_gathering.h"

struct diagram_evidence {
    bool denied, asserted, hedged;
    uint32_t unclear; /* what denies something that is not understood; 0: nothing does */
};

/* Sets *FOUND to what ROLES say, and takes that out of them. What else they say of the evidence
   is counted as left out. */
enum status diagram_evidence_take(struct diagram_gathering *up, struct diagram_said *roles,
                                  struct diagram_evidence *found);

/* Adds the claims of FOUND, those of EDGE, to TIE. Who makes them is not known. */
enum status diagram_evidence_add(struct diagram_gathering *up, const struct diagram_edge *edge,
                                 uint32_t tie, const struct diagram_evidence *found);

#endif
