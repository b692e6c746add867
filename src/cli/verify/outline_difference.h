/* SPDX-License-Identifier: MIT */
/* What differs between what two SVGs of a figure say, by the ids of their groups: the one that
   was found, and the one that was drawn again. */
#ifndef CLI_VERIFY_OUTLINE_DIFFERENCE_H
#define CLI_VERIFY_OUTLINE_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "render/svg_outline.h"

/* A list of differences, a few lines each, and how many ties, actors, events and others are
   different. */
struct outline_difference {
    struct buffer lines;
    size_t ties, actors, texts;
};

/* Adds what differs between the sentences, labels and texts of FOUND and AGAIN, and in the widths
   of ties; both have ids that begin with PREFIX. The caller clears the lines. Allocation failure
   is sticky in these. */
void outline_difference_find(struct outline_difference *difference,
                             const struct svg_outline *found, const struct svg_outline *again,
                             const char *prefix);

/* Whether anything was added. */
bool outline_difference_shows(const struct outline_difference *difference);

/* Whether the words of two parts with the same id are the same, but for white space; and whether
   both have a width, and not the same one. */
bool outline_difference_same_words(const struct svg_part *found, const struct svg_part *again);
bool outline_difference_other_width(const struct svg_outline *found, const struct svg_part *part,
                                    const struct svg_outline *again,
                                    const struct svg_part *other);

#endif
