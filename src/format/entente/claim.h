/* SPDX-License-Identifier: MIT */
/* A claim of a dataset. */
#ifndef FORMAT_ENTENTE_CLAIM_H
#define FORMAT_ENTENTE_CLAIM_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds the claim that begins. VALUES are those of claim_attributes. */
enum status claim_start(struct reading *reading, struct document *document,
                        const char *const values[]);

/* Keeps its text, which may be empty. */
enum status claim_end(struct reading *reading, const char *text);

#endif
