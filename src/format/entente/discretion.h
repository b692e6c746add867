/* SPDX-License-Identifier: MIT */
/* Reads who may see what (level.h): the markings of elements, and the pseudonyms of sources. */
#ifndef FORMAT_ENTENTE_DISCRETION_H
#define FORMAT_ENTENTE_DISCRETION_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Reads the words for levels, and the default marking, of the dataset. VALUES are indexed as
   root_attributes. */
enum status discretion_start_root(struct reading *reading, struct document *document,
                                  const char *const values[]);

/* Reads the marking of the element that started last, of RULE. */
enum status discretion_start(struct reading *reading, struct document *document,
                             enum grammar_rule rule, const char *const values[]);

/* Reports pseudonyms that are also the id, or another pseudonym, of a source. */
enum status discretion_check(const struct network *network, const char *path,
                             struct messages *messages);

#endif
