/* SPDX-License-Identifier: MIT */
/* The codes of a dataset (grades, signs, evidence) in plain English. Functions with an OUT
   append to it; allocation failure is sticky there. Returned strings are static. */
#ifndef CLI_EXPLAIN_ENGLISH_H
#define CLI_EXPLAIN_ENGLISH_H

#include "base/memory/buffer.h"
#include "model/evidence.h"
#include "model/network.h"

/* "+ (positive)" */
const char *english_sign(enum relation_sign sign);

/* "asserts", "asserts, hedged" */
const char *english_stance(const struct network_claim *claim);

/* The grade of a claim: "B2", "B" or "-2", or "" if neither the claim nor its source has any. */
void english_claim_grade(struct buffer *out, const struct network *network,
                         const struct network_claim *claim);

/* A grade and its meaning: "C3: fairly reliable, possibly true", with "-" for a missing letter;
   "" if both parts are missing. */
void english_grade(struct buffer *out, struct evidence_grade grade);

/* The evidence of a relation and the reasons for it: "disputed: 3 sources assert it (2
   independent, 1 hedged, none anonymous), 1 denies it; grade B2 (usually reliable, probably
   true), by The Paper". Of the claims that count in SPAN: see model/evidence.h. */
void english_evidence(struct buffer *out, const struct network *network, uint32_t relation,
                      const struct date_span *span);

/* A name, a form or a place; the name of a source; the place where it makes a claim: in quotation
   marks if it could pass for words of entente's. */
void english_part(struct buffer *out, const char *text);
void english_source_part(struct buffer *out, const char *name);
void english_place_part(struct buffer *out, const char *text);

/* The name and the id of a vertex or a source: "Iran (iran)"; only the id if there is no name. */
void english_vertex(struct buffer *out, const struct network *network, uint32_t vertex);
void english_source(struct buffer *out, const struct network *network, uint32_t source);

#endif
