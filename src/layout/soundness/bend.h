/* SPDX-License-Identifier: MIT */
/* How a line bends, without regard to others. */
#ifndef LAYOUT_SOUNDNESS_BEND_H
#define LAYOUT_SOUNDNESS_BEND_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/soundness/course.h"

/* The cosine of the turn from before FIRST to after LAST, two points of a course; 1 at its ends.
 */
double bend_cosine(const struct course *course, size_t first, size_t last);

/* Whether the line turns sharply, or goes back beside an earlier part of itself. */
bool bend_turns_back(const struct course *course);

/* Whether the line is longer or more winding than a page needs whose width and height add up to
   PAGE points, or something of it is lost between the points of its course. */
bool bend_is_coiled(const struct course *course, double page);

#endif
