/* SPDX-License-Identifier: MIT */
/* Forms that would be repeated at every line of a type: the legend shows them once instead. */
#ifndef SCENE_COMMON_FORM_H
#define SCENE_COMMON_FORM_H

#include "scene/scene.h"

/* Sets the common forms of SCENE, whose ties have been made: that of a type with at least three
   ties, all of which have the same form and no other. Only if SCENE has a legend and LABELS_AUTO.
 */
void common_form_find(struct scene *scene);

#endif
