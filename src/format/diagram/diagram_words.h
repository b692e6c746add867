/* SPDX-License-Identifier: MIT */
/* What the words of other programs' files mean in the vocabulary of datasets. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_WORDS_H
#define FORMAT_DIAGRAM_DIAGRAM_WORDS_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* What WORD says of a tie: a type, or a type and its FORM, which is static or a part of WORD,
   NULL if there is none; whether the other end is the one who acts ("funded by"); and MUTUAL, 1
   or 0, or -1 if it does not say. False if it says nothing of these. */
struct diagram_word {
    enum relation_type type;
    const char *form;
    bool reversed;
    int mutual;
};
bool diagram_words_tie(const char *word, struct diagram_word *meaning);

/* What WORD, such as "does-not-support", clearly denies. */
bool diagram_words_denial(const char *word, struct diagram_word *meaning);

/* What WORD says of an actor: a kind, or a kind within one, which *SUBKIND is set to, else NULL.
 */
bool diagram_words_actor(const char *word, enum vertex_kind *kind, const char **subkind);

/* Whether WORD can be a form that the dataset declares. */
bool diagram_words_is_form(const char *word);

#endif
