/* SPDX-License-Identifier: MIT */
/* The SAX handlers for libxml2's parser: they pass what it reports to a driver, which checks it.
 */
#ifndef FORMAT_XML_SAX_H
#define FORMAT_XML_SAX_H

#include <libxml/parser.h>
#include <stdbool.h>

#include "format/xml/diagnosis.h"
#include "format/xml/driver.h"

/* The user data of the handlers. Initialize the driver, except its document's parser, and zero
   the rest. */
struct sax {
    struct driver driver;
    struct diagnosis diagnosis;
    bool started; /* the XML declaration, if any, has been read */
};

xmlSAXHandler sax_handlers(void);

/* Frees the memory that the handlers have allocated. */
void sax_clear(struct sax *sax);

#endif
