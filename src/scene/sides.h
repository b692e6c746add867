/* SPDX-License-Identifier: MIT */
/* The sides of a figure: which actors are to be on the left, on the right and between. They are
   given, or the two camps of least frustration: the division with the fewest relations that are
   positive across or negative within (Harary, "On the measurement of structural balance",
   Behavioral Science 4, 1959). */
#ifndef SCENE_SIDES_H
#define SCENE_SIDES_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"
#include "scene/scene.h"

/* Reports a VALUE of the option that is not "auto", "none" or "ID,…/ID,…" with ids of actors of
   NETWORK, none of them on both sides, and returns STATUS_FAILURE; or STATUS_MEMORY. */
enum status sides_check(const struct network *network, const char *value,
                        struct messages *messages);

/* Sets the side of each node of SCENE as VALUE says, which has been checked. "auto" sets none
   unless there are two camps of at least two actors each, and less than 15 % of the relations
   with a sign are frustrated; of actors with no negative relation to anyone, directly or through
   others, it sets none. Actors with about as many friends, less enemies, in either camp are
   between, and so are mediators of neither camp. Fails only with STATUS_MEMORY. */
enum status sides_choose(struct scene *scene, const char *value);

#endif
