/* SPDX-License-Identifier: MIT */
/* Words of the dataset in the legend, beside those of the figure. */
#ifndef SCENE_LEGEND_WORD_H
#define SCENE_LEGEND_WORD_H

#include "base/memory/buffer.h"
#include "scene/wording.h"

/* Appends TEXT, the name or a value of an attribute; in quotation marks if it could pass for a
   heading or an entry of the legend, for a mark of evidence or the number of a note.
   Allocation failure is sticky in OUT. */
void legend_word_add(struct buffer *out, const char *text, enum wording wording);

#endif
