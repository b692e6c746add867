/* SPDX-License-Identifier: MIT */
/* Reads the attributes and ends of relations. */
#ifndef FORMAT_ENTENTE_RELATION_H
#define FORMAT_ENTENTE_RELATION_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds to the network the relation whose element has just started. VALUES are indexed as
   relation_attributes. */
enum status relation_start(struct reading *reading, struct document *document,
                           enum relation_type type, const char *const values[]);

#endif
