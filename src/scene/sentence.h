/* SPDX-License-Identifier: MIT */
/* Relations and actors in plain words, for those who hear a figure or point at it. */
#ifndef SCENE_SENTENCE_H
#define SCENE_SENTENCE_H

#include "base/memory/buffer.h"
#include "model/network.h"
#include "query/selection.h"
#include "scene/wording.h"

/* "Iran supports National Resistance Front: funding (disputed: asserted by …; denied by …)" */
void sentence_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          enum tongue tongue, const char *language);

/* Goes on with another relation that is like the one before it (see likeness.h): what it says of
   itself, "; arms, since 2021 (asserted by …)". */
void sentence_add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                           enum tongue tongue, const char *language);

/* "Iran, state: host of the talks" */
void sentence_of_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                        enum tongue tongue, const char *language);

/* "31 relations from 12 sources; 5 disputed, 8 rest on anonymous sources only" */
enum status sentence_of_sources(struct buffer *out, const struct network *network,
                                const struct selection *selection, enum tongue tongue);

/* What was asked for: "relation support; tier core". Nothing where nothing was. */
void sentence_of_criteria(struct buffer *out, const struct criteria *criteria);

#endif
