/* SPDX-License-Identifier: MIT */
/* Where the contents of a document come together, whether a parser of XML (sax.h) or an import
   (feed.h) reports them: each element, its attributes and its text are checked against the rules
   of the grammar, and passed to it. The place of an element is that of the document's cursor.

   Nothing happens once the document has been stopped. Most functions are inline, as they are
   called for each element of a document. */
#ifndef FORMAT_XML_DRIVER_H
#define FORMAT_XML_DRIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "format/xml/document.h"
#include "format/xml/elements.h"
#include "format/xml/reader_grammar.h"

/* Initialize GRAMMAR, CONTEXT, ELEMENTS.rules and DOCUMENT, and zero the rest. */
struct driver {
    const struct reader_grammar *grammar;
    void *context; /* for the functions of the grammar */
    struct document document;
    struct elements elements;
    struct buffer values; /* of the attributes of the current element: for the caller */
};

/* Shows the messages that were withheld, and frees the memory. */
void driver_clear(struct driver *driver);

static inline const struct rule_element *driver_rule(const struct driver *driver, int rule)
{
    return &driver->grammar->rules.items[rule];
}

/* Whether the limits allow an element with so many attributes. If not, that is reported, and
   reading stops. */
static inline bool driver_may_start(struct driver *driver, size_t attributes)
{
    struct document *document = &driver->document;
    return !document->stopped &&
           document_is_within(document, attributes, document->limits->attributes, "attributes",
                              "limit-attributes");
}

/* Begins an element and returns its rule, as elements_open. Then come, in this order, its values
   or its id; its texts, comments and elements; its end. */
static inline int driver_open(struct driver *driver, const char *name, const char *namespace)
{
    struct document *document = &driver->document;
    document->text_before = elements_text_length(&driver->elements);
    const int rule = elements_open(&driver->elements, document, name, namespace);
    document->known = document->known || rule != RULE_NONE;
    return rule;
}

/* VALUES has one for each attribute of its RULE, NULL where it is absent. */
static inline void driver_start(struct driver *driver, int rule, const char *const values[])
{
    struct document *document = &driver->document;
    if (!document->stopped)
        document_raise(document,
                       driver->grammar->start(driver->context, document, (size_t)rule, values));
}

/* Of an element without a rule; NULL if it has no id. */
void driver_skip(struct driver *driver, const char *id);

static inline void driver_text(struct driver *driver, const char *text, size_t length)
{
    if (!driver->document.stopped)
        elements_add_text(&driver->elements, &driver->document, text, length);
}

void driver_comment(struct driver *driver, const char *text, bool instruction);

static inline void driver_end(struct driver *driver)
{
    struct document *document = &driver->document;
    const char *text;
    if (document->stopped)
        return;
    const int rule = elements_close(&driver->elements, document, &text);
    if (rule != RULE_NONE)
        document_raise(document,
                       driver->grammar->end(driver->context, document, (size_t)rule, text));
}

#endif
