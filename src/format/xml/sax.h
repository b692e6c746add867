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
    bool started; /* the XML declaration, if any, has been read */
};

xmlSAXHandler sax_handlers(void);

/* Frees the memory that the handlers have allocated. */
void sax_clear(struct sax *sax);

#endif
