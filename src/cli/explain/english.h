/* SPDX-License-Identifier: MIT */
/* What a dataset writes in figures and letters, in plain English. Each adds to OUT. */
#ifndef CLI_EXPLAIN_ENGLISH_H
#define CLI_EXPLAIN_ENGLISH_H

#include "base/memory/buffer.h"
#include "model/network.h"

/* A date as date.h describes it: "in 1998", "perhaps on 15 August 2021", "about 1998", "in the
   1990s", "from September 2021 on", "until January 2022 (start unknown)". */
void english_date(struct buffer *out, const char *date);

/* What a reliability means on the Admiralty scale (NATO AJP-2.1): "C, fairly reliable"; "" for
   0. */
const char *english_reliability(char letter);

/* "+ (positive)" */
const char *english_sign(enum relation_sign sign);

/* "asserts", "asserts, hedged" */
const char *english_stance(const struct network_claim *claim);

/* The grade of a claim: "B2", "B", "-2", or "" where neither it nor its source has any. */
void english_claim_grade(struct buffer *out, const struct network *network,
                         const struct network_claim *claim);

/* Why the evidence of a relation is what it is: "disputed: 3 sources assert it (2 independent, 1
   hedged, none anonymous), 1 denies it; grade B2, by The Paper". */
void english_evidence(struct buffer *out, const struct network *network, uint32_t relation);

/* A vertex or a source by name and id: "Iran (iran)"; the id alone where there is no name. */
void english_vertex(struct buffer *out, const struct network *network, uint32_t vertex);
void english_source(struct buffer *out, const struct network *network, uint32_t source);

#endif
