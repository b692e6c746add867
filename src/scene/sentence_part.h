/* SPDX-License-Identifier: MIT */
/* The names and texts of a dataset in sentences, so that none passes for words of entente's.
   Allocation failure is sticky in OUT. */
#ifndef SCENE_SENTENCE_PART_H
#define SCENE_SENTENCE_PART_H

#include "base/memory/buffer.h"
#include "model/network.h"
#include "scene/wording.h"

/* How sentences are written. */
struct sentence_style {
    enum wording wording; /* the words between the names */
    const char *language; /* of names: a tag, or NULL */
    bool isolates;        /* names of the other direction are between U+2068 and U+2069 (UAX 9) */
    const struct date_span *period; /* what the figure is about, or NULL: see query/phase.h */
};

/* Appends a text of the dataset. */
void sentence_add_text(struct buffer *out, const char *text, const struct sentence_style *style);

/* The same between quotation marks, which become inner ones within it. */
void sentence_add_quotation(struct buffer *out, const char *text,
                            const struct sentence_style *style);

/* The same for any part: between quotation marks if it could pass for words of entente's
   (mimicry.h). */
void sentence_add_part(struct buffer *out, const char *text, const struct sentence_style *style);

/* The same for a name or a form, which must not go on like a sentence either (continuation.h). */
void sentence_add_name(struct buffer *out, const char *name, const struct sentence_style *style);

/* The same for the name of a source, which must not pass for several sources either, and for the
   place where it makes a claim, which must not pass for a date or a grade (claim_mimicry.h). */
void sentence_add_source_name(struct buffer *out, const char *name,
                              const struct sentence_style *style);
void sentence_add_place(struct buffer *out, const char *text, const struct sentence_style *style);

/* Appends the name of a vertex or a source, with the article that it has in English: "the
   Taliban". SHORT_FORM prefers the short form. */
void sentence_add_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                         const struct sentence_style *style);
void sentence_add_source(struct buffer *out, const struct network *network, uint32_t source,
                         bool short_form, const struct sentence_style *style);

#endif
