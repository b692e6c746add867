/* SPDX-License-Identifier: MIT */
/* What libxml2's parser reports (SAX), checked and handed to a grammar. */
#ifndef FORMAT_XML_SAX_H
#define FORMAT_XML_SAX_H

#include <libxml/parser.h>
#include <stdbool.h>

#include "base/memory/buffer.h"
#include "format/xml/document.h"
#include "format/xml/elements.h"
#include "format/xml/reader_grammar.h"

/* The user data of the handlers. Start with GRAMMAR, CONTEXT, ELEMENTS.rules and DOCUMENT set,
   the parser in it excepted. */
struct sax {
    const struct reader_grammar *grammar;
    void *context; /* for the functions of the grammar */
    struct document document;
    struct elements elements;
    struct buffer values; /* of the attributes of the current start tag */
    bool begun;           /* the XML declaration, if any, has been read */
};

xmlSAXHandler sax_handlers(void);

/* Frees what the handlers have gathered. */
void sax_clear(struct sax *sax);

#endif
