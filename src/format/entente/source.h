/* SPDX-License-Identifier: MIT */
/* Reads the attributes of sources. */
#ifndef FORMAT_ENTENTE_SOURCE_H
#define FORMAT_ENTENTE_SOURCE_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds to the network the source whose element has just started. VALUES are indexed as
   source_attributes. */
enum status source_start(struct reading *reading, struct document *document,
                         const char *const values[]);

#endif
