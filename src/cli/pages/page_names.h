/* SPDX-License-Identifier: MIT */
/* The names of the vocabulary in the data of a page; see page_data.h. */
#ifndef CLI_PAGES_PAGE_NAMES_H
#define CLI_PAGES_PAGE_NAMES_H

#include "cli/pages/page_scope.h"
#include "format/json/json.h"
#include "scene/sentence.h"

/* Adds an object of objects: the names of types, evidence, phases, tiers, signs, stances, both
   grades and kinds; of forms and of kinds within kinds, those that SCOPE has. Allocation failure
   is sticky in JSON's buffer. */
void page_names_add(struct json *json, const struct network *network,
                    const struct page_scope *scope, const struct sentence_style *style);

/* Adds an array of the forms and kinds that can be asked for although nothing on the page may
   have them (query/known_words.h): those of the vocabulary, and those that NETWORK declares. */
void page_names_add_known(struct json *json, const struct network *network);

#endif
