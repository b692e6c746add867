/* SPDX-License-Identifier: MIT */
/* Start tags in canonical form: the attributes in the order of the grammar, declarations of
   namespaces first and what the grammar doesn't know last; in straight double quotes, unless the
   value has one; on one line if they fit, else below each other's beginning. A list of ids is
   broken between ids. */
#ifndef FORMAT_MANUSCRIPT_START_TAG_H
#define FORMAT_MANUSCRIPT_START_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "format/manuscript/line.h"
#include "format/manuscript/manuscript.h"

struct start_tag_attribute {
    struct manuscript_span name, value; /* as in a manuscript */
    size_t rank;                        /* attributes come in the order of their ranks */
    bool list;                          /* of ids */
};

/* Zero it before the first use; it can be used again. */
struct start_tag {
    struct manuscript_span name; /* with its prefix */
    int rule;
    bool empty; /* it ends with "/>" */
    size_t count, capacity;
    struct start_tag_attribute *items;
};

/* Makes it the tag of ELEMENT, without attributes. */
void start_tag_begin(struct start_tag *tag, const struct manuscript *manuscript,
                     const struct manuscript_node *element, bool empty);

/* Adds an attribute, after those that have the same rank. */
enum status start_tag_add(struct start_tag *tag, const struct manuscript *manuscript,
                          const struct manuscript_attribute *attribute);

/* The same of an attribute of any other origin. Both spans must remain valid. */
enum status start_tag_add_value(struct start_tag *tag, struct manuscript_span name,
                                struct manuscript_span value);

/* Makes it the tag of ELEMENT, with its attributes. */
enum status start_tag_take(struct start_tag *tag, const struct manuscript *manuscript,
                           const struct manuscript_node *element, bool empty);

/* Writes the tag, of an element that is INDENT columns from the left. */
void start_tag_write(const struct start_tag *tag, struct line *line, size_t indent);

/* The same on one line. */
void start_tag_write_flat(const struct start_tag *tag, struct line *line);

void start_tag_clear(struct start_tag *tag);

#endif
