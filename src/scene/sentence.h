/* SPDX-License-Identifier: MIT */
/* Sentences about relations and actors, for screen readers and tooltips. Allocation failure is
   sticky in OUT. */
#ifndef SCENE_SENTENCE_H
#define SCENE_SENTENCE_H

#include "base/memory/buffer.h"
#include "model/network.h"
#include "query/selection.h"
#include "scene/wording.h"

/* Appends "Iran supports National Resistance Front: funding (disputed: asserted by …; denied by
   …)". RELATION is an index in NETWORK. Names are in LANGUAGE, a tag, if the dataset has them in
   that language; the words between them are WORDING's. */
void sentence_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          enum wording wording, const char *language);

/* Continues the sentence with another relation of the same tie (see merge.h): appends "; arms,
   since 2021 (asserted by …)". */
void sentence_add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                           enum wording wording, const char *language);

/* Appends "Iran, state: host of the talks". VERTEX is an index in NETWORK. */
void sentence_of_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                        enum wording wording, const char *language);

/* Appends "31 relations from 12 sources; 5 disputed, 8 rest on anonymous sources only". */
enum status sentence_of_sources(struct buffer *out, const struct network *network,
                                const struct selection *selection, enum wording wording);

/* Appends the criteria as they were given: "relation support; tier core"; nothing if there are
   none. */
void sentence_of_criteria(struct buffer *out, const struct criteria *criteria);

#endif
