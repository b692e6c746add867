/* SPDX-License-Identifier: MIT */
/* The parts of a figure, as a report calls them. */
#ifndef CLI_VERIFY_FIGURE_PART_H
#define CLI_VERIFY_FIGURE_PART_H

#include "base/memory/buffer.h"
#include "render/svg_outline.h"

/* PART_NONE: a junction, which says what its tie does. */
enum part_kind { PART_TIE, PART_ACTOR, PART_TEXT, PART_NONE };

/* The kind of PART. Layers, and whatever is in them, have only texts. */
enum part_kind figure_part_kind(const struct svg_outline *outline, const struct svg_part *part);

/* Appends what all ids in a figure begin with, as far as that of its title says. */
void figure_part_prefix(struct buffer *out, const struct svg_outline *outline);

/* Appends "tie iran-arms", "actor iran", "foot", "note of iran-arms": its id in the dataset,
   which is that of its group without PREFIX and role. */
void figure_part_name(struct buffer *out, const struct svg_outline *outline,
                      const struct svg_part *part, const char *prefix);

#endif
