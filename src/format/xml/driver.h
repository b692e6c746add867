/* SPDX-License-Identifier: MIT */
/* Where the contents of a document come together, whether a parser of XML (sax.h) or an import
   (feed.h) reports them: each element, its attributes and its text are checked against the rules
   of the grammar, and passed to it. The place of an element is that of the document's cursor.

   Nothing happens once the document has been stopped. */
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
bool driver_may_start(struct driver *driver, size_t attributes);

/* Begins an element and returns its rule, as elements_open. Then, in this order: */
int driver_open(struct driver *driver, const char *name, const char *namespace);
/* its VALUES, one for each attribute of its RULE, NULL where it is absent; */
void driver_start(struct driver *driver, int rule, const char *const values[]);
/* or if it has no rule, its ID, NULL if it has none; */
void driver_skip(struct driver *driver, const char *id);
/* its texts, comments, and elements; */
void driver_text(struct driver *driver, const char *text, size_t length);
void driver_comment(struct driver *driver, const char *text, bool instruction);
/* its end. */
void driver_end(struct driver *driver);

#endif
