/* SPDX-License-Identifier: MIT */
/* Heads that those of other ties cover, so that a line seems to have another head than its own.
 */
#ifndef LAYOUT_SOUNDNESS_COVERED_HEADS_H
#define LAYOUT_SOUNDNESS_COVERED_HEADS_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/layout.h"
#include "layout/soundness/course.h"
#include "scene/scene.h"

/* Sets those of MARKS, which is by line, of which heads that are drawn later cover nearly all of
   a head: heads of other ties, of another form or colour. Below a head like itself, a head may
   lie: both lines have what is seen there. Heads among hundreds are marked unseen. If COVERS is
   not NULL, sets those of the lines whose heads cover the others, too; it may be MARKS. Fails
   only with STATUS_MEMORY. */
enum status covered_heads_mark(const struct layout *layout, const struct scene *scene,
                               const struct courses *courses, bool *marks, bool *covers);

#endif
