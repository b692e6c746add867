/* SPDX-License-Identifier: MIT */
/* Reports why a parser has rejected a document. */
#ifndef FORMAT_XML_DIAGNOSIS_H
#define FORMAT_XML_DIAGNOSIS_H

#include <libxml/xmlerror.h>
#include <stdint.h>

#include "format/xml/document.h"
#include "format/xml/elements.h"
#include "format/xml/silence.h"

/* The last start tag that the parser accepted, from which the search for a fault begins.
   Zero-initialize it: the start of the document. */
struct diagnosis {
    uint64_t offset;
    uint32_t line, column; /* 0: those of the start of the document */
    unsigned depth;        /* the number of elements around it */
    struct {
        const char *prefix, *name; /* of libxml2; PREFIX may be NULL */
    } names[READER_MAX_DEPTH];     /* of the open elements */
};

/* Notes the start tag at which DOCUMENT is, before its element is opened. */
void diagnosis_note_tag(struct diagnosis *diagnosis, const struct document *document,
                        const struct elements *elements);

/* Notes the name of the element that was opened last. */
void diagnosis_note_name(struct diagnosis *diagnosis, const struct elements *elements,
                         const char *prefix, const char *name);

/* Reports ERROR, which the parser has raised, with a cause and a place found in the document
   itself. */
void diagnosis_report(const struct diagnosis *diagnosis, struct document *document,
                      struct elements *elements, LIBXML_ERROR *error);

#endif
