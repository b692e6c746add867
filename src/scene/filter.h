/* SPDX-License-Identifier: MIT */
/* The criteria of a figure in words, for its foot: names instead of ids, in the language of the
   figure. The phrases are in filter.def. */
#ifndef SCENE_FILTER_H
#define SCENE_FILTER_H

#include "base/memory/buffer.h"
#include "query/criteria.h"
#include "scene/sentence.h"

/* Appends "support; from Iran; to Taliban and National Resistance Front; since 2021"; nothing if
   no criterion is given. Allocation failure is sticky in OUT. */
void filter_describe(struct buffer *out, const struct network *network,
                     const struct criteria *criteria, const struct sentence_style *style);

#endif
