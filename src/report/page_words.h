/* SPDX-License-Identifier: MIT */
/* The words of a page's controls, in each language of figures (scene/wording.h). */
#ifndef REPORT_PAGE_WORDS_H
#define REPORT_PAGE_WORDS_H

#include "format/json/json.h"
#include "scene/wording.h"

/* Adds an object with the text of each word by its key. Allocation failure is sticky in JSON's
   buffer. */
void page_words_add(struct json *json, enum wording wording);

/* The text of the word KEY, which must be in page_words.def. */
const char *page_word(enum wording wording, const char *key);

#endif
