/* SPDX-License-Identifier: MIT */
/* The sides of a figure: which actors are to be on the left, on the right and between. They are
   given, or the two camps of camps.h. */
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

/* Sets the side of each node of SCENE as VALUE says, which has been checked; "auto", as
   camps_divide does. Fails only with STATUS_MEMORY. */
enum status sides_choose(struct scene *scene, const char *value);

#endif
