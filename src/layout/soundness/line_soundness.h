/* SPDX-License-Identifier: MIT */
/* Whether the lines of a layout show which nodes they tie. */
#ifndef LAYOUT_SOUNDNESS_LINE_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_LINE_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Routes lines between the same nodes anew, apart from each other, where those of two ties are
   drawn as one, which engines do now and then: the upper one would hide the other's evidence.
   Normalizes LAYOUT again. Fails only with STATUS_MEMORY; LAYOUT can then only be cleared. */
enum status line_soundness_separate(struct layout *layout, const struct scene *scene);

/* Sets *FAULT to NULL, or to what is wrong with a line: it does not end at the borders of its
   nodes, nearer to them than to others; runs inside them; is broken; turns sharply or back, or at
   another node; is hidden by one at its ends; or meets another tie's so that they seem to cross.
   Fails only with STATUS_MEMORY. */
enum status line_soundness_check(const struct layout *layout, const struct scene *scene,
                                 const char **fault);

#endif
