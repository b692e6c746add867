/* SPDX-License-Identifier: MIT */
/* The counts at the foot of a figure. */
#ifndef SCENE_TALLY_H
#define SCENE_TALLY_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"

/* Appends "31 relations from 14 sources, 12 of them independent; 5 disputed, 1 unsourced, 8 rest
   on anonymous sources only". The sources are those that make claims about these relations, not
   those that only passed them on; the independent ones are those from which claims originate. Of
   a figure of changes, what is gone is not counted: the numbers are those of the new version.
   SCENE has its members. Allocation failure is also sticky in OUT. */
enum status tally_write(struct buffer *out, const struct scene *scene);

#endif
