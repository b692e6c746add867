/* SPDX-License-Identifier: MIT */
/* Checks and converts the values of attributes. VALUE is NULL if the attribute is absent; if it
   is invalid, an error is reported. ATTRIBUTE is the name of the attribute, or its index in
   attributes.h. Texts, links and languages that the network does not preserve as written are kept
   as spellings (trivia.h). Functions that return a status fail with STATUS_MEMORY only. */
#ifndef FORMAT_ENTENTE_ATTRIBUTE_H
#define FORMAT_ENTENTE_ATTRIBUTE_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"
#include "model/vocabulary.h"

/* The index of VALUE in VOCABULARY; OTHERWISE if it is absent or invalid. */
unsigned attribute_word(struct document *document, const char *attribute,
                        const struct vocabulary *vocabulary, const char *value,
                        unsigned otherwise);

/* The value of a digit from LOW to HIGH; OTHERWISE if it is absent or invalid. */
unsigned attribute_digit(struct document *document, const char *attribute, const char *value,
                         char low, char high, unsigned otherwise);

/* Sets *INDEX to an index into the network's dates; NETWORK_NONE if VALUE is absent or
   invalid. */
enum status attribute_date(struct reading *reading, struct document *document,
                           const char *attribute, const char *value, uint32_t *index);

/* Sets *TEXT to the number of the text, folded as that of an element (text_fold); 0 if it is
   absent or empty. */
enum status attribute_text(struct reading *reading, unsigned attribute, const char *value,
                           uint32_t *text);

/* Sets *ADDRESS to the value of an attribute called NAME; 0 if it is absent, or not safe as a
 * link. */
enum status attribute_address(struct reading *reading, struct document *document,
                              const char *name, unsigned attribute, const char *value,
                              uint32_t *address);

/* The same for a language; 0 if it is absent, empty or not a language tag. */
enum status attribute_language(struct reading *reading, struct document *document,
                               const char *name, unsigned attribute, const char *value,
                               uint32_t *language);

#endif
