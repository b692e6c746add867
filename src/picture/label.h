/* SPDX-License-Identifier: MIT */
/* What stands on a relation's line: "3. ? arms, 1990–1999". */
#ifndef PICTURE_LABEL_H
#define PICTURE_LABEL_H

#include <stdbool.h>

#include "picture/scene.h"
#include "system/buffer.h"

/* The number of RELATION, one of SCENE's, where there are notes; the mark of its evidence; and,
   if WORDS, its form and the years of what is past. Nothing where there is nothing to say. */
void label_write(struct buffer *out, const struct scene *scene,
                 const struct scene_relation *relation, bool words);

#endif
