/* SPDX-License-Identifier: MIT */
/* The values of attributes, checked and converted. Each function reports what is wrong with
   VALUE, which is NULL if the attribute is absent. ATTRIBUTE is its name, or its index in
   attributes.h; an empty text, a link and a language that the network does not keep as they are
   written are kept as spellings (trivia.h). */
#ifndef FORMAT_ENTENTE_ATTRIBUTE_H
#define FORMAT_ENTENTE_ATTRIBUTE_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"
#include "model/vocabulary.h"

/* The index of VALUE among the words of VOCABULARY; OTHERWISE if it is absent or invalid. */
unsigned attribute_word(struct document *document, const char *attribute,
                        const struct vocabulary *vocabulary, const char *value,
                        unsigned otherwise);

/* A digit from LOW to HIGH; OTHERWISE if it is absent or invalid. */
unsigned attribute_digit(struct document *document, const char *attribute, const char *value,
                         char low, char high, unsigned otherwise);

/* *INDEX is into the network's dates, or NETWORK_NONE. */
enum status attribute_date(struct reading *reading, struct document *document,
                           const char *attribute, const char *value, uint32_t *index);

/* *TEXT is 0 for an absent or empty value. */
enum status attribute_text(struct reading *reading, unsigned attribute, const char *value,
                           uint32_t *text);

/* The value of "href"; *ADDRESS is 0 if there is none, or none that may become a link. */
enum status attribute_address(struct reading *reading, struct document *document,
                              unsigned attribute, const char *value, uint32_t *address);

/* The value of "xml:lang"; *LANGUAGE is 0 if it is absent, empty or not a language tag. */
enum status attribute_language(struct reading *reading, struct document *document,
                               unsigned attribute, const char *value, uint32_t *language);

#endif
