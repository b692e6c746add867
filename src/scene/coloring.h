/* SPDX-License-Identifier: MIT */
/* Colours of actors by an attribute of theirs, instead of by their kind. */
#ifndef SCENE_COLORING_H
#define SCENE_COLORING_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"
#include "scene/scene.h"

/* Checks VALUE, "attribute:NAME", of the option color-by: an actor or an event of NETWORK must
   have an attribute called NAME. Reports an error and returns STATUS_FAILURE. */
enum status coloring_check(const struct network *network, const char *value,
                           struct messages *messages);

/* Gives the nodes of SCENE colours by VALUE, which has been checked. If there are more values
   than colours (STYLE_COLORS), the last colour is that of all but the most frequent ones. Fails
   only with STATUS_MEMORY. */
enum status coloring_choose(struct scene *scene, const char *value);

#endif
