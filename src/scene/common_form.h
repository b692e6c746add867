/* SPDX-License-Identifier: MIT */
/* Forms that would be repeated at every line of a type, and labels that would be repeated at
   every line: the legend shows them once instead. */
#ifndef SCENE_COMMON_FORM_H
#define SCENE_COMMON_FORM_H

#include "scene/scene.h"

/* Sets the common forms of SCENE, whose ties have been made: that of a type with at least three
   ties, all of which have the same form and no other, or that of all types if all ties of SCENE,
   at least three, have the same form. If SCENE has at least three ties and all
   their labels have the same words, sets its shared label instead. Only if SCENE has a legend and
   LABELS_AUTO or LABELS_NUMBER: a number for each would lead to the same words again and again.
   Fails only with STATUS_MEMORY. */
enum status common_form_find(struct scene *scene);

#endif
