/* SPDX-License-Identifier: MIT */
/* Reads the words that a dataset declares: forms of relation types, and kinds of actor. */
#ifndef FORMAT_ENTENTE_WORD_H
#define FORMAT_ENTENTE_WORD_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Add to the network the word whose element has just started. VALUES are indexed as
   form_attributes or kind_attributes. */
enum status word_start_form(struct reading *reading, struct document *document,
                            const char *const values[]);
enum status word_start_kind(struct reading *reading, struct document *document,
                            const char *const values[]);

/* Adds its verb to the form that was added last. VALUES are indexed as verb_attributes. */
enum status word_start_verb(struct reading *reading, struct document *document,
                            const char *const values[]);

#endif
