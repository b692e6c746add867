/* SPDX-License-Identifier: MIT */
/* Pieces of a manuscript in a form that is the same for those that mean the same, whatever their
   white space, quotation marks and order of attributes are. */
#ifndef FORMAT_MERGE_NORMAL_H
#define FORMAT_MERGE_NORMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/manuscript/manuscript.h"
#include "format/manuscript/start_tag.h"

/* Zero it before use. */
struct normal {
    struct start_tag tag;
    struct buffer one, other;
};

/* A node of a manuscript. */
struct normal_node {
    const struct manuscript *manuscript;
    uint32_t index;
};

/* Appends the text with each run of white space folded to a space, and none at its ends. */
void normal_fold(struct manuscript_span text, struct buffer *out);

/* Appends the words in an element that are not in elements within; with its comments and
   instructions if REMARKS. */
void normal_words(struct normal_node element, bool remarks, struct buffer *out);

/* The texts in an element: its words and, if QUOTED, those of each quote in it. A mark follows
   each, which no text can have. */
enum { NORMAL_MARK = '\1' };
void normal_texts(struct normal_node element, bool quoted, struct buffer *out);

/* Appends all of a node. STATUS_MEMORY on failure. */
enum status normal_write(struct normal *normal, struct normal_node node, struct buffer *out);

/* Sets *SAME to whether both mean the same. STATUS_MEMORY on failure. */
enum status normal_compare(struct normal *normal, struct normal_node one,
                           struct normal_node other, bool *same);

/* The same of the start tags of two elements, whatever their names. */
enum status normal_compare_tags(struct normal *normal, struct normal_node one,
                                struct normal_node other, bool *same);

/* Whether both are the same bytes. */
bool normal_is_copy(struct normal_node one, struct normal_node other);

void normal_clear(struct normal *normal);

static inline const struct manuscript_node *normal_at(struct normal_node node)
{
    return &node.manuscript->nodes.items[node.index];
}

static inline struct manuscript_span normal_span(struct normal_node node)
{
    return manuscript_bytes(node.manuscript, normal_at(node)->begin, normal_at(node)->end);
}

#endif
