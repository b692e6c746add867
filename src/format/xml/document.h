/* SPDX-License-Identifier: MIT */
/* An XML document that is being read: where the parser is in it, and what is reported about it.
   Grammars (reader.h) use the functions that need no place; an error or a warning about an
   attribute of the current element points to that attribute, and with ATTRIBUTE NULL to the
   element. Errors set the status of the document to STATUS_INVALID. */
#ifndef FORMAT_XML_DOCUMENT_H
#define FORMAT_XML_DOCUMENT_H

#include <libxml/parser.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "format/xml/cursor.h"
#include "format/xml/markup.h"
#include "format/xml/reader_limits.h"
#include "model/vocabulary.h"

struct document {
    const char *path; /* as messages name it */
    const struct reader_limits *limits;
    struct messages *messages;
    xmlParserCtxtPtr parser;
    struct cursor cursor; /* at the current start tag or instruction */
    struct markup markup; /* finds where the cursor goes */
    uint64_t tag;         /* offset of the current start tag */
    enum status status;   /* the worst so far */
    bool stopped;         /* nothing more is read */
};

/* The place of the current element, or of one of its attributes. */
struct place document_place(const struct document *document, const char *attribute);

void document_error(struct document *document, const char *attribute, enum message_code code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
void document_warning(struct document *document, const char *attribute, enum message_code code,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));
void document_error_at(struct document *document, const struct place *place,
                       enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports that the setting LIMIT allows at most MOST of WHAT, and stops reading; false. */
bool document_refuse_more(struct document *document, uint32_t most, const char *what,
                          const char *limit);

/* Whether COUNT is at most MOST. If not, reports that the setting LIMIT ("limit-claims") allows
   no more of WHAT ("claims"), and stops reading. Inline because nearly all counts are in order.
 */
static inline bool document_is_within(struct document *document, size_t count, uint32_t most,
                                      const char *what, const char *limit)
{
    return count <= most || document_refuse_more(document, most, what, limit);
}

/* Reports that the setting LIMIT allows no more, and stops reading. */
void document_exceed(struct document *document, const struct place *place, const char *limit,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reports that WORD, a value of ATTRIBUTE, is no word of VOCABULARY; NAME is what it should be.
 */
void document_refuse_word(struct document *document, const char *attribute,
                          const struct vocabulary *vocabulary, const char *name,
                          const char *word);

/* Warns that text_straighten has replaced the character CONTROL in a text at PLACE. */
void document_warn_direction(struct document *document, const struct place *place,
                             uint32_t control);

/* Makes the status STATUS if that is worse; anything worse than STATUS_INVALID stops reading. */
void document_raise(struct document *document, enum status status);
void document_stop(struct document *document);

/* Moves to the start tag or instruction that the parser reports; stops if it is too long. */
void document_find(struct document *document, enum markup_kind kind);

#endif
