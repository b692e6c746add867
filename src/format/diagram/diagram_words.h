/* SPDX-License-Identifier: MIT */
/* What the words of other programs' files mean in the vocabulary of datasets. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_WORDS_H
#define FORMAT_DIAGRAM_DIAGRAM_WORDS_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* What WORD, in any case of its letters, says of a tie: the word of a relation type, or a form
   that only one type has. Sets *FORM to it, NULL if the word is that of a type. False if it is
   neither. */
bool diagram_words_tie(const char *word, enum relation_type *type, const char **form);

/* What WORD says of an actor: a kind, or a kind within one, which *SUBKIND is set to, else NULL.
 */
bool diagram_words_actor(const char *word, enum vertex_kind *kind, const char **subkind);

/* Whether WORD can be a form that the dataset declares. */
bool diagram_words_is_form(const char *word);

#endif
