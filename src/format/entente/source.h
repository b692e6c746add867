/* SPDX-License-Identifier: MIT */
/* A source of a dataset: its attributes. */
#ifndef FORMAT_ENTENTE_SOURCE_H
#define FORMAT_ENTENTE_SOURCE_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds the source that begins. VALUES are those of source_attributes. */
enum status source_start(struct reading *reading, struct document *document,
                         const char *const values[]);

#endif
