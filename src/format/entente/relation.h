/* SPDX-License-Identifier: MIT */
/* A relation of a dataset: its attributes and ends. */
#ifndef FORMAT_ENTENTE_RELATION_H
#define FORMAT_ENTENTE_RELATION_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds the relation that begins. VALUES are those of relation_attributes. */
enum status relation_start(struct reading *reading, struct document *document,
                           enum relation_type type, const char *const values[]);

#endif
