/* SPDX-License-Identifier: MIT */
/* The grammar of a vocabulary, for a reader (reader.h): its rules, and callbacks for the contents
   of the document. They receive the CONTEXT of reader_read; the document's status becomes the
   worst that they return, and anything worse than STATUS_INVALID stops reading. */
#ifndef FORMAT_XML_READER_GRAMMAR_H
#define FORMAT_XML_READER_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "format/xml/document.h"
#include "format/xml/rule.h"

/* A comment, or a processing instruction ("target data"). TEXT is valid during the call. OFFSET
   is the number of bytes of the element's text, with white space folded, that come before it. */
struct reader_comment {
    const char *text;
    size_t offset;
    bool instruction;
};

struct reader_grammar {
    struct rule_set rules;
    /* An element begins. VALUES has a value for each attribute of its rule, NULL where it is
       absent (which has been reported if it is required); valid during the call. */
    enum status (*start)(void *context, struct document *document, size_t rule,
                         const char *const values[]);
    /* An element ends. TEXT is its text, trimmed, with white space folded (text.h); valid during
       the call. */
    enum status (*end)(void *context, struct document *document, size_t rule, const char *text);
    /* An element is skipped, because it or an element around it is not allowed. ID is the value
       of its attribute id; an element without one is not passed. May be NULL. */
    enum status (*skip)(void *context, const char *id);
    /* A comment in an element of RULE, or outside the root if RULE is the number of rules. May be
       NULL. */
    enum status (*comment)(void *context, size_t rule, const struct reader_comment *comment);
};

#endif
