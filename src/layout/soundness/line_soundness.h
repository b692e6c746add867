/* SPDX-License-Identifier: MIT */
/* Whether the lines of a layout show which nodes they tie. */
#ifndef LAYOUT_SOUNDNESS_LINE_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_LINE_SOUNDNESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Routes lines anew, straight or in a fan of all lines between their nodes, that turn back, in a
   searched layout also those with any other fault (see line_soundness_check), or that cannot be
   told from another tie's: that are drawn as one, meet as if each went on as the other (see
   meeting.h), are loops that run into another node or its loops, or have a head that others cover
   (see covered_heads.h), unless a straight line would run through a node. Engines draw such lines
   now and then. Sets *SEPARATED to whether there were any; normalizes LAYOUT again. Fails only
   with STATUS_MEMORY; LAYOUT can then only be cleared. */
enum status line_soundness_separate(struct layout *layout, const struct scene *scene,
                                    bool *separated);

/* Sets *COUNT to the number of lines of which nodes or other lines hide nearly everything, or a
   head, or a head of which those of other ties cover nearly everything, and of loops that run
   into another node or its loops. Fails only with STATUS_MEMORY. */
enum status line_soundness_count_hidden(const struct layout *layout, const struct scene *scene,
                                        size_t *count);

/* Routes only those lines anew, straight or in a fan, to which line_soundness_check objects. Sets
   *MENDED to whether all others are sound then: to draw these anew as well would not help.
   Normalizes LAYOUT again. Fails only with STATUS_MEMORY; LAYOUT can then only be cleared. */
enum status line_soundness_mend(struct layout *layout, const struct scene *scene, bool *mended);

/* Sets *FAULT to NULL, or to what is wrong with a line: it does not end at the borders of its
   nodes, nearer to them than to others; runs inside them; is broken; turns sharply or back, or at
   another node; is coiled or folded; is hidden, at its ends or nearly everywhere; or meets
   another tie's as if each went on as the other. Fails only with STATUS_MEMORY. */
enum status line_soundness_check(const struct layout *layout, const struct scene *scene,
                                 const char **fault);

#endif
