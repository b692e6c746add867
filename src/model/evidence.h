/* SPDX-License-Identifier: MIT */
/* What the claims on a relation amount to: whether it is asserted, disputed and so on, its grade
   on the Admiralty scale, and its sources. All of it is derived; a dataset contains only the
   claims. RELATION and SOURCE are indices into the arrays of the network. Where there is a SPAN,
   only the claims that speak of it count (see period.h): those about the relation as a whole, and
   about its periods on some day of SPAN. NULL: all claims count, but a denial of periods apart
   from those in which the relation is asserted does not make it disputed. */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"

/* The evidence for a relation:
   asserted   at least one claim asserts it without a hedge, none denies it
   suspected  all assertions are hedged, no claim denies it
   disputed   at least one claim asserts it, and at least one denies it
   denied     at least one claim denies it, none asserts it
   unsourced  no claim asserts or denies it */
enum evidence evidence_of(const struct network *network, uint32_t relation,
                          const struct date_span *span);
/* What claims say, all in all. */
struct evidence_stances {
    bool asserted, hedged, denied;
};

/* What the claims about RELATION as a whole say, not those about one of its periods. */
struct evidence_stances evidence_of_whole(const struct network *network, uint32_t relation);

/* The evidence in PERIOD, by the claims about that and what is said of the WHOLE. */
enum evidence evidence_of_period(const struct network *network,
                                 const struct network_period *period,
                                 struct evidence_stances whole);

/* The same of what CLAIMS are about. */
enum evidence evidence_of_claims(struct network_claims claims);

/* Whether claims about the relation as a whole, and denials of periods that lie apart from those
   that are asserted, make it disputed: then the dispute is about these as well. */
bool evidence_is_disputed_apart(const struct network *network, uint32_t relation,
                                const struct date_span *span);

/* The grade of a claim. The two scales are independent of each other (NATO STANAG 2511, AJP-2.1):
   a reliable source may claim what is improbable. 'F' and '6' are no places on them; they mean
   that the source or the claim cannot be judged. */
struct evidence_grade {
    char letter; /* reliability of the source, 'A' (best) to 'E', or 'F'; '\0': not given */
    char digit;  /* credibility of the claim, '1' (best) to '5', or '6'; '\0': not given */
};

/* A place in an order of grades, the best lowest: the more credible first, then the more
   reliable, since readers of graded reports follow the credibility more than the reliability (M.
   G. Samet, "Quantitative interpretation of two qualitative scales used to rate military
   intelligence", Human Factors 17, 1975). What cannot be judged, or isn't, comes after what is.
 */
int evidence_grade_rank(struct evidence_grade grade);

/* Appends "B2", "B", or "-2" if only the credibility is given; nothing if there is no grade. */
void evidence_grade_add(struct buffer *out, struct evidence_grade grade);

/* The same, but "2" if only the credibility is given: what cells of lists hold. */
void evidence_grade_add_known(struct buffer *out, struct evidence_grade grade);

struct evidence_grade evidence_claim_grade(const struct network *network,
                                           const struct network_claim *claim);

/* The grade of the best claim that asserts the relation, in the order of their ranks. */
struct evidence_grade evidence_grade(const struct network *network, uint32_t relation,
                                     const struct date_span *span);

/* Whether a grade is at least THRESHOLD on each scale that THRESHOLD gives. A grade of 'F' or '6'
   meets only the same threshold, which no other grade meets. */
bool evidence_grade_meets(struct evidence_grade grade, struct evidence_grade threshold);

/* Whether any single claim that asserts the relation meets THRESHOLD. */
bool evidence_meets(const struct network *network, uint32_t relation,
                    const struct date_span *span, struct evidence_grade threshold);

/* Whether the relation is asserted, and by anonymous sources only. */
bool evidence_is_anonymous(const struct network *network, uint32_t relation,
                           const struct date_span *span);

/* The next claim of SOURCE on the relation after PREVIOUS, one of them, or the first if that is
   NULL, in the order of the dataset; NULL at the end. */
const struct network_claim *evidence_next_claim(const struct network *network, uint32_t relation,
                                                const struct date_span *span, uint32_t source,
                                                const struct network_claim *previous);

/* Whether SOURCE makes a claim of STANCE on the relation. */
bool evidence_has_claim(const struct network *network, uint32_t relation,
                        const struct date_span *span, uint32_t source, enum claim_stance stance);

/* Iterates over the sources that make a claim of STANCE on the relation, each once, in the order
   of their ids, so that nothing depends on the order of the file. Returns the source after
   PREVIOUS, or the first if PREVIOUS is NETWORK_NONE; NETWORK_NONE at the end. */
uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              const struct date_span *span, enum claim_stance stance,
                              uint32_t previous);

/* Whether SOURCE makes hedged claims of STANCE about some period of the relation, or about it as
   a whole, and none that is not hedged about the same. */
bool evidence_has_reserved(const struct network *network, uint32_t relation,
                           const struct date_span *span, uint32_t source,
                           enum claim_stance stance);

/* Whether SOURCE makes claims of STANCE on the relation, all of them hedged. */
bool evidence_is_hedged(const struct network *network, uint32_t relation,
                        const struct date_span *span, uint32_t source, enum claim_stance stance);

/* The original source from which SOURCE derives, at the end of its chain of "basis" references.
   Sources with the same origin count as one independent source. */
uint32_t evidence_origin(const struct network *network, uint32_t source);

/* The number of independent sources that assert the relation. */
size_t evidence_count_independent(const struct network *network, uint32_t relation,
                                  const struct date_span *span);

/* The source on which the relation rests alone, since all that assert it are this one or are
   based on it: of several, the one that all others on which it rests are the basis of.
   NETWORK_NONE if there is none, or if nobody asserts the relation. */
uint32_t evidence_sole_source(const struct network *network, uint32_t relation,
                              const struct date_span *span);

/* Whether the relation rests on SOURCE alone: what falls if it does. */
bool evidence_rests_on(const struct network *network, uint32_t relation,
                       const struct date_span *span, uint32_t source);

#endif
