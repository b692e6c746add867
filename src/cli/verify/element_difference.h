/* SPDX-License-Identifier: MIT */
/* What else differs between two SVGs of a figure than what their groups say
   (outline_difference.h): elements that are only in one, attributes, and the order in which they
   are drawn, with the line in the file. */
#ifndef CLI_VERIFY_ELEMENT_DIFFERENCE_H
#define CLI_VERIFY_ELEMENT_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "render/svg_outline.h"

/* A list of differences, a line each, of which only the first few are told; and how many elements
   there are that differ: in PLACES, only in where they are, or in their shape; others in LOOKS.
 */
struct element_difference {
    struct buffer lines;
    size_t looks, places;
};

/* What is compared: how elements look; also where they are; also their order. */
enum element_scope { ELEMENTS_LOOKS, ELEMENTS_PLACES, ELEMENTS_ORDER };

/* Adds what differs between the elements of FOUND and AGAIN; both have ids that begin with
   PREFIX. What outline_difference_find tells is left out; order is only compared if nothing else
   is left. Fails only with STATUS_MEMORY; the caller clears the lines in any case. */
enum status element_difference_find(struct element_difference *difference,
                                    const struct svg_outline *found,
                                    const struct svg_outline *again, const char *prefix,
                                    enum element_scope scope);

#endif
