/* SPDX-License-Identifier: MIT */
/* The two camps of least frustration: the division of actors with the fewest relations that are
   positive across or negative within (Harary, "On the measurement of structural balance",
   Behavioral Science 4, 1959). Of a tie with a junction, every actor on one side is paired with
   every one on the other. */
#ifndef SCENE_CAMPS_H
#define SCENE_CAMPS_H

#include "base/status.h"
#include "scene/scene.h"

/* Sets the side of each node of SCENE, which are free, if there are two camps of at least two
   actors each, and less than 15 % of the relations with a sign are frustrated. Actors with no
   negative relation to anyone, directly or through others, stay free. Actors with about as many
   friends, less enemies, in either camp are between, and so are mediators of neither camp. Takes
   time in proportion to the lines of SCENE. Fails only with STATUS_MEMORY. */
enum status camps_divide(struct scene *scene);

#endif
