/* SPDX-License-Identifier: MIT */
/* Writes what is within an element that stands for an item, such as an actor or a relation: its
   names or claims, and between them its remarks, amounts, properties, periods and links, in the
   order of the document, each with the claims about it. */
#ifndef FORMAT_ENTENTE_WRITING_CHILDREN_H
#define FORMAT_ENTENTE_WRITING_CHILDREN_H

#include "format/entente/writing.h"

/* The names or claims in an element, and the remarks about it, which are interleaved with them by
   position. */
struct writing_children {
    void (*write)(struct writing *writer, size_t index);
    size_t first, count;
    size_t first_remark, remark_count;
};

void writing_children(struct writing *writer, const struct writing_children *children);

/* Write the name and the claim INDEX of the network. */
void writing_name(struct writing *writer, size_t index);
void writing_claim(struct writing *writer, size_t index);

#endif
