/* SPDX-License-Identifier: MIT */
/* Passes what an import writes (xml.h) to a grammar, as the parser of XML does with a document:
   with the same checks and limits. Messages have the places of the imported file (xml_place); an
   element without one is where the element around it is. Characters that XML cannot hold become
   U+FFFD, with a warning. */
#ifndef FORMAT_XML_FEED_H
#define FORMAT_XML_FEED_H

#include <stdint.h>

#include "format/xml/driver.h"
#include "format/xml/xml.h"

struct feed {
    struct driver driver;
    /* The start tag that is being written: NAME is NULL if there is none. */
    const char *name;
    struct feed_attribute {
        const char *name;
        size_t value; /* where it begins in the driver's values */
    } attributes[READER_MAX_ATTRIBUTES];
    size_t attribute_count;
    bool placed;           /* the next element has the following place */
    uint32_t line, column; /* in the imported file */
    uint32_t replaced;     /* a character of its texts that is; 0: none */
    uint64_t length;       /* bytes, about as many as XML would have */
};

/* Messages call the imported file PATH. All pointers must remain valid. */
void feed_init(struct feed *feed, const char *path, const struct reader_grammar *grammar,
               const struct reader_limits *limits, void *context, struct messages *messages);

/* To write to. Names of elements and attributes must remain valid until the next call. */
struct xml feed_xml(struct feed *feed);

/* Ends the document; to be called once. Returns what reader_read does, and sets *LENGTH likewise.
 */
enum status feed_end(struct feed *feed, uint64_t *length);

#endif
