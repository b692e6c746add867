/* SPDX-License-Identifier: MIT */
/* The SAX handlers for libxml2's parser: they check what it reports and pass it to a grammar. */
#ifndef FORMAT_XML_SAX_H
#define FORMAT_XML_SAX_H

#include <libxml/parser.h>
#include <stdbool.h>

#include "base/memory/buffer.h"
#include "format/xml/diagnosis.h"
#include "format/xml/document.h"
#include "format/xml/elements.h"
#include "format/xml/reader_grammar.h"

/* The user data of the handlers. Initialize GRAMMAR, CONTEXT, ELEMENTS.rules and DOCUMENT, except
   its parser, and zero the rest. */
struct sax {
    const struct reader_grammar *grammar;
    void *context; /* for the functions of the grammar */
    struct document document;
    struct elements elements;
    struct buffer values; /* of the attributes of the current start tag */
    struct diagnosis diagnosis;
    bool started;      /* the XML declaration, if any, has been read */
    unsigned reopened; /* start tags to come of elements that are open already: ignored */
};

xmlSAXHandler sax_handlers(void);

/* What the handlers do, for plain.h, which calls them for a start tag in this order. sax_open
   opens the element at whose start tag the document is and returns its rule, which is RULE_NONE
   if it is not allowed there; sax_begin passes it to the grammar, and sax_close its end. */
int sax_open(struct sax *sax, const char *prefix, const char *name, const char *namespace);
void sax_begin(struct sax *sax, int rule, const char *const values[]);
void sax_close(struct sax *sax);

/* Frees the memory that the handlers have allocated. */
void sax_clear(struct sax *sax);

#endif
