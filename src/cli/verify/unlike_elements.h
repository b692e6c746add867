/* SPDX-License-Identifier: MIT */
/* The elements of two SVGs of a figure that have no equal in the other one. */
#ifndef CLI_VERIFY_UNLIKE_ELEMENTS_H
#define CLI_VERIFY_UNLIKE_ELEMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "render/svg_outline.h"

/* The sides: the figure that was found, and the one that was drawn again. */
enum { FOUND, AGAIN, BOTH };

/* An element, by what it is compared. */
struct unlike_element {
    const struct svg_element *element;
    const struct svg_part *part; /* NULL: none */
    const char *part_id, *name;  /* part_id: "" for none */
    const char *look;            /* its attributes that are compared */
    const char *words;
};

struct unlike_list {
    struct unlike_element *items;
    size_t count;
    bool *singles; /* for the caller, of all elements of the outline; all false */
};

/* Initialize OUTLINES and PLACED, and zero the rest. */
struct unlike_elements {
    const struct svg_outline *outlines[BOTH];
    bool placed; /* compare where elements are, too */
    struct arena arena;
    struct unlike_list lists[BOTH];
};

/* Fills the lists, in the order of unlike_elements_order, and within that of the document. What
   outline_difference_find tells is left out. Fails only with STATUS_MEMORY; clear UNLIKE in any
   case. */
enum status unlike_elements_find(struct unlike_elements *unlike);
void unlike_elements_clear(struct unlike_elements *unlike);

/* By part and name. */
int unlike_elements_order(const struct unlike_element *a, const struct unlike_element *b);

/* The words of ELEMENT of OUTLINE, in the arena, without those of elements in it; those that are
   white space only say nothing: "". NULL: out of memory. */
const char *unlike_elements_words(struct unlike_elements *unlike,
                                  const struct svg_outline *outline,
                                  const struct svg_element *element);

#endif
