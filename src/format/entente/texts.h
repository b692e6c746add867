/* SPDX-License-Identifier: MIT */
/* Reads the elements that contain text, except claims: titles, descriptions, names, aliases,
   roles, outcomes, notes and quotes. */
#ifndef FORMAT_ENTENTE_TEXTS_H
#define FORMAT_ENTENTE_TEXTS_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Handles the start of an element. VALUES are indexed as text_attributes, or name_attributes. */
enum status texts_start(struct reading *reading, struct document *document,
                        enum grammar_rule rule, const char *const values[]);

/* Handles its end: adds TEXT to the network. An empty TEXT is an error. */
enum status texts_end(struct reading *reading, struct document *document, enum grammar_rule rule,
                      const char *text);

/* Handles the end of the item (reading.h): stores its notes as a single text, one note per
   line. */
enum status texts_finish(struct reading *reading);

#endif
