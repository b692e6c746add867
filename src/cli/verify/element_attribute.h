/* SPDX-License-Identifier: MIT */
/* Attributes of an element of a figure, as svg_outline.h keeps them. */
#ifndef CLI_VERIFY_ELEMENT_ATTRIBUTE_H
#define CLI_VERIFY_ELEMENT_ATTRIBUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"

enum { ELEMENT_ATTRIBUTE_LONGEST = 60 }; /* bytes of a value that are told */

/* An attribute among those of an element; the value ends before SVG_OUTLINE_END. */
struct element_attribute {
    const char *name, *value;
    size_t name_length, value_length;
};

/* Takes the attribute at *AT, and advances that; false: there are no more. */
bool element_attribute_next(const char **at, struct element_attribute *attribute);

bool element_attribute_is(const struct element_attribute *attribute, const char *name);

/* Whether it says where an element is, or its shape: that follows from the layout. */
bool element_attribute_is_place(const struct element_attribute *attribute);

/* Whether it is the lengths of dashes, and whether those of two compare in the same way. */
bool element_attribute_is_dashes(const struct element_attribute *attribute);
bool element_attribute_same_rhythm(const struct element_attribute *found,
                                   const struct element_attribute *again);

/* By name, as strcmp does. */
int element_attribute_order(const struct element_attribute *a, const struct element_attribute *b);

/* Whether the values are the same. */
bool element_attribute_same(const struct element_attribute *a, const struct element_attribute *b);

/* ATTRIBUTES without the values of places, in ARENA; NULL: out of memory. */
const char *element_attributes_look(struct arena *arena, const char *attributes);

/* Adds 'has stroke "red", not "black"'; one of both may be NULL: it is missing. */
void element_attribute_tell(struct buffer *out, const struct element_attribute *found,
                            const struct element_attribute *again);

#endif
