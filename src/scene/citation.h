/* SPDX-License-Identifier: MIT */
/* The texts of notes: who says what about a relation, and where a source can be found. Allocation
   failure is sticky in OUT. */
#ifndef SCENE_CITATION_H
#define SCENE_CITATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"
#include "scene/scene.h"
#include "scene/sentence.h"

/* Links of a note besides two for each claim. */
enum { CITATION_LINKS = 2 };

/* Appends "Iran funds NRF; asserted by The Paper (p. 3, 2022-01); denied by Envoy. C3: fairly
   reliable, possibly true". FULL: each claim is a paragraph of its own, which begins with a
   newline, with its grade, note and quotes; so are what else the dataset says of the relation,
   and its notes. Adds to LINKS, which has room for two for each claim and CITATION_LINKS more,
   where OUT links to: if FULL, each paragraph of a claim to the address of that claim, and the
   addresses of archives and of the relation to themselves; otherwise all of it to the first
   address, in the order of the paragraphs. */
void citation_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          bool full, const struct sentence_style *style,
                          struct scene_note_links *links);

/* Appends "The Paper: Doe, Jane, “Who talks”, Press, 2022-01, https://…" and, if the source is
   archived, a paragraph "archived: https://…", which is added to LINKS, with room for one. */
void citation_of_source(struct buffer *out, const struct network *network, uint32_t source,
                        const struct sentence_style *style, struct scene_note_links *links);

/* Appends the note of CLAIM with its quotes in their places: "by air “at night” only". */
void citation_of_words(struct buffer *out, const struct network *network,
                       const struct network_claim *claim, const struct sentence_style *style);

#endif
