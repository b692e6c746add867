/* SPDX-License-Identifier: MIT */
/* Quotation marks, in the language of the figure. */
#ifndef SCENE_QUOTATION_H
#define SCENE_QUOTATION_H

#include "scene/sentence.h"

/* Appends a text of the dataset between quotation marks. Marks within it become inner ones: “he
   said ‘no’” in English, «he said “no”» in Persian. Allocation failure is sticky in OUT. */
void quotation_add(struct buffer *out, const char *text, const struct sentence_style *style);

#endif
