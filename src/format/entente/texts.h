/* SPDX-License-Identifier: MIT */
/* The elements of text in a dataset, claims excepted: titles, descriptions, names, aliases,
   roles, outcomes and notes. */
#ifndef FORMAT_ENTENTE_TEXTS_H
#define FORMAT_ENTENTE_TEXTS_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* An element of text begins. VALUES are those of text_attributes, or of name_attributes. */
enum status texts_start(struct reading *reading, struct document *document, enum rule rule,
                        const char *const values[]);

/* It ends; an empty TEXT is an error. */
enum status texts_end(struct reading *reading, struct document *document, enum rule rule,
                      const char *text);

/* The owner ends: keeps its notes as one text, a line each. */
enum status texts_finish(struct reading *reading);

#endif
