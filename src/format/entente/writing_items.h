/* SPDX-License-Identifier: MIT */
/* Writes an item of a network, with all that is within it: word, source, vertex or relation
   INDEX. A source that has a pseudonym for those who get the dataset is written as that. */
#ifndef FORMAT_ENTENTE_WRITING_ITEMS_H
#define FORMAT_ENTENTE_WRITING_ITEMS_H

#include "format/entente/writing.h"

void writing_word(struct writing *writer, size_t index);
void writing_source(struct writing *writer, size_t index);
void writing_vertex(struct writing *writer, size_t index);
void writing_relation(struct writing *writer, size_t index);

#endif
