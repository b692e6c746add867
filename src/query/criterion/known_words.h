/* SPDX-License-Identifier: MIT */
/* The forms of relations and the kinds within kinds of actors that a dataset can be asked for:
   those that it uses, those that it declares, and those of the vocabulary. */
#ifndef QUERY_CRITERION_KNOWN_WORDS_H
#define QUERY_CRITERION_KNOWN_WORDS_H

#include <stdbool.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"

/* Initialize the set of texts that are forms of relations, or kinds within kinds of actors; do
   nothing if that has been done. Fail only with STATUS_MEMORY. */
enum status known_forms_find(struct bitset *forms, const struct network *network);
enum status known_kinds_find(struct bitset *kinds, const struct network *network);

/* Whether WORD is in the vocabulary, or declared in NETWORK, for any type or kind. */
bool known_form_is_defined(const struct network *network, const char *word);
bool known_kind_is_defined(const struct network *network, const char *word);

/* The form or kind most similar to WORD, for a suggestion; NULL if none is similar. */
const char *known_form_nearest(const struct network *network, const char *word);
const char *known_kind_nearest(const struct network *network, const char *word);

#endif
