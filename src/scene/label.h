/* SPDX-License-Identifier: MIT */
/* The text of a label: "3. ? arms, 1990–1999"; for a tie of several relations "3, 4. ? arms,
   funding, 1990–1999; troops, 2001". */
#ifndef SCENE_LABEL_H
#define SCENE_LABEL_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "scene/scene.h"

/* Appends to OUT the label of TIE, which is in SCENE: the numbers of its members if SCENE has
   notes; the mark of its evidence; "×3", the number of its relations, if there are several, blocs
   are folded and SCENE has no notes; and, if WORDS, its words, unless all ties have the same
   (common_form.h). Appends nothing if there are none of these. Returns whether it has words.
   Allocation failure is sticky in OUT. */
bool label_write(struct buffer *out, const struct scene *scene, const struct scene_tie *tie,
                 bool words);

/* Whether the label of TIE has the number of its relations. */
bool label_has_count(const struct scene *scene, const struct scene_tie *tie);

/* Appends only its words: its forms, unless all ties of its type have the same, its dates as
   SCENE asks for them (enum scene_dates), without repetition, and the sums of its amounts. */
void label_write_words(struct buffer *out, const struct scene *scene,
                       const struct scene_tie *tie);

#endif
