/* SPDX-License-Identifier: MIT */
/* Sentences about relations and actors, for screen readers and tooltips. Allocation failure is
   sticky in OUT. */
#ifndef SCENE_SENTENCE_H
#define SCENE_SENTENCE_H

#include "base/memory/buffer.h"
#include "model/network.h"
#include "scene/sentence_part.h"
#include "scene/times.h"

/* Appends "Iran funds the National Resistance Front (asserted by …)"; if nobody asserts it as a
   fact, the sentence says so: "It is disputed whether …", "… denies that …". The tense follows
   from the phase of the relation in the period of STYLE, the evidence from the claims that count
   then (model/evidence.h); if the relation has several periods, the sentence names those of that
   time, and which of them a source speaks of: "asserted by Diary (period: 2005 to 2006)".
   RELATION is an index in NETWORK. Names are in the language of STYLE if the dataset has them in
   that language. */
void sentence_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          const struct sentence_style *style);

/* The same without sources: "Iran funds …", "It is denied that …". */
void sentence_of_statement(struct buffer *out, const struct network *network, uint32_t relation,
                           const struct sentence_style *style);

/* The same as if it were so, whoever says so, to go on in a sentence that says how sure it is:
   "Iran funds …", "the Taliban host …". */
void sentence_of_matter(struct buffer *out, const struct network *network, uint32_t relation,
                        const struct sentence_style *style);

/* The same of the time that CLAIM, one about the relation, is about, in English, and without
   amounts, which others may claim: "Iran funded the Taliban in 2001". SPAN is as in the style. */
void sentence_of_claim(struct buffer *out, const struct network *network, uint32_t relation,
                       const struct network_claim *claim, const struct date_span *span);

/* Continues with another relation of the same tie (see merge.h): appends "; Iran supplies arms to
   …". */
void sentence_add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                           const struct sentence_style *style);

/* Appends "Iran, state: host of the talks". VERTEX is an index in NETWORK. */
void sentence_of_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                        const struct sentence_style *style);

/* Appends "Sunni: Hariri and Salam", for a vertex that was added for a value of an attribute
   (model/attribute_group.h). MEMBERS are COUNT vertices. */
void sentence_of_group(struct buffer *out, const struct network *network, uint32_t vertex,
                       const uint32_t *members, size_t count, const struct sentence_style *style);

/* Continues with what a bloc stands for: appends "; together with the IRGC and the Quds Force".
   MEMBERS are COUNT vertices. */
void sentence_add_bloc(struct buffer *out, const struct network *network, const uint32_t *members,
                       size_t count, const struct sentence_style *style);

/* Whether a voice that makes claims of its stance, an assertion or a denial, is heard among those
   with reservations, if it is hedged, or else among those without. It may be heard among both, of
   different periods. SPAN is that of the claims that count, or NULL. */
bool sentence_speaks(const struct network *network, uint32_t relation,
                     const struct date_span *span, struct times_voice voice);

#endif
