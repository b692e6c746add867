/* SPDX-License-Identifier: MIT */
/* An XML document that is being read: the position of the parser, and the reporting of errors.
   Grammars (reader_grammar.h) use the functions without a PLACE: a message points to the
   attribute ATTRIBUTE of the current element, or if it is NULL, to the element. Errors set the
   status of the document to STATUS_INVALID. */
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
    const char *path; /* for messages */
    const struct reader_limits *limits;
    struct messages *messages;
    xmlParserCtxtPtr parser;
    struct cursor cursor; /* at the current start tag or instruction */
    struct markup markup; /* finds the next position of the cursor */
    uint64_t tag_offset;  /* of the current start tag */
    size_t text_before; /* bytes of its parent's text, white space folded, that come before it */
    enum status status; /* the worst so far */
    bool stopped;       /* parsing has been stopped */
    bool ended;         /* all bytes have been received */
    bool known;         /* the root element is in the vocabulary */
};

/* Whether the document may be any file that can be read, so that no message may quote it but for
   the name of its root element. */
static inline bool document_is_foreign(const struct document *document)
{
    return document->limits->unnamed && !document->known;
}

/* The place of the current element, or of one of its attributes. */
struct message_place document_place(const struct document *document, const char *attribute);

void document_error(struct document *document, const char *attribute, enum message_code code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
void document_warning(struct document *document, const char *attribute, enum message_code code,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));
void document_error_at(struct document *document, const struct message_place *place,
                       enum message_code code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports that there are more than MAX of WHAT, which the setting LIMIT forbids, and stops
   reading. Returns false. */
bool document_report_excess(struct document *document, uint32_t max, const char *what,
                            const char *limit);

/* Whether COUNT is at most MAX. If not, reports that the setting LIMIT ("limit-claims") allows no
   more of WHAT ("claims"), and stops reading. Inline because nearly all counts are within their
   limits. */
static inline bool document_is_within(struct document *document, size_t count, uint32_t max,
                                      const char *what, const char *limit)
{
    return count <= max || document_report_excess(document, max, what, limit);
}

/* Reports that the document exceeds the setting LIMIT, and stops reading. */
void document_report_limit(struct document *document, const struct message_place *place,
                           const char *limit, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports that WORD, the value of ATTRIBUTE, is not in VOCABULARY. NAME is a noun for it, as in
   vocabulary_explain. */
void document_report_word(struct document *document, const char *attribute,
                          const struct vocabulary *vocabulary, const char *name,
                          const char *word);

/* Warns that text_replace_bidi_controls has replaced the character CONTROL in a text at PLACE. */
void document_warn_direction(struct document *document, const struct message_place *place,
                             uint32_t control);

/* Warns that the character CODE of an imported text at PLACE, UTF8_REPLACEMENT for bytes that are
   not UTF-8, is replaced, because XML cannot hold it. */
void document_warn_replaced(struct document *document, const struct message_place *place,
                            uint32_t code);

/* Raises the status of the document to STATUS if that is worse; anything worse than
   STATUS_INVALID stops reading. */
void document_raise(struct document *document, enum status status);
void document_stop(struct document *document);

/* Moves the cursor to the next start tag or instruction, which the parser has just reported;
   stops reading if it is longer than its limit. */
void document_locate(struct document *document, enum markup_kind kind);

#endif
