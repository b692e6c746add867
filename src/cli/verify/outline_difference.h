/* SPDX-License-Identifier: MIT */
/* What differs between what two SVGs of a figure show, by the ids of their groups: the one that
   was found, and the one that was drawn again. */
#ifndef CLI_VERIFY_OUTLINE_DIFFERENCE_H
#define CLI_VERIFY_OUTLINE_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "render/svg_outline.h"

/* A list of differences, one or two lines each, and how many ties, actors, events and others are
   different. */
struct outline_difference {
    struct buffer lines;
    size_t ties, actors, texts;
};

/* Adds what differs between FOUND and AGAIN; both have ids that begin with PREFIX. LOOKS: also
   the labels and widths of lines, which follow from the room that there is, too. The caller
   clears the lines. Allocation failure is sticky in these. */
void outline_difference_find(struct outline_difference *difference,
                             const struct svg_outline *found, const struct svg_outline *again,
                             const char *prefix, bool looks);

/* Whether anything was added. */
bool outline_difference_shows(const struct outline_difference *difference);

#endif
