/* SPDX-License-Identifier: MIT */
/* Quotation marks within a quotation, in the language of the figure. */
#ifndef SCENE_QUOTATION_H
#define SCENE_QUOTATION_H

#include "base/memory/buffer.h"
#include "scene/wording.h"

/* Appends TEXT, which is to be between quotation marks, with the marks in it as inner ones: “he
   said ‘no’” in English, «he said “no”» in Persian. Allocation failure is sticky in OUT. */
void quotation_add_inner(struct buffer *out, const char *text, enum wording wording);

#endif
