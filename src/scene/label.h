/* SPDX-License-Identifier: MIT */
/* What stands on a tie's line: "3. ? arms, 1990–1999"; where it stands for several relations,
   "3, 4. ? arms, funding, 1990–1999; troops, 2001". */
#ifndef SCENE_LABEL_H
#define SCENE_LABEL_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "scene/scene.h"

/* The numbers of RELATION, one of SCENE's, where there are notes; the mark of its evidence; and,
   if WORDS, its forms and the years of what is past, each once. Nothing where there is nothing to
   say. */
void label_write(struct buffer *out, const struct scene *scene,
                 const struct scene_relation *relation, bool words);

#endif
