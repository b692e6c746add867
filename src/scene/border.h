/* SPDX-License-Identifier: MIT */
/* The borders of nodes: long enough for the ends of their lines. */
#ifndef SCENE_BORDER_H
#define SCENE_BORDER_H

#include "scene/scene.h"

/* Sets the length of border that the lines of each node of SCENE need, in points: at each head,
   its width and a gap; at other ends of lines, less. 0 in a crowd, which has no room for larger
   nodes. */
void border_measure(struct scene *scene);

/* Enlarges NODE, which is just as large as its name needs, if the lines need more border: both
   sides by the same length, but by no more than BORDER_MOST points. */
void border_enlarge(struct scene_node *node);

/* Make all nodes of SCENE as small as their names allow, and as large as their lines need again.
 */
void border_forget(struct scene *scene);
void border_restore(struct scene *scene);

#define BORDER_MOST 56.0

#endif
