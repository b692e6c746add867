/* SPDX-License-Identifier: MIT */
/* Reads the claims of a dataset. */
#ifndef FORMAT_ENTENTE_CLAIM_H
#define FORMAT_ENTENTE_CLAIM_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Adds to the network the claim whose element has just started. VALUES are indexed as
   claim_attributes. */
enum status claim_start(struct reading *reading, struct document *document,
                        const char *const values[]);

/* Adds the text of the claim, which may be empty. */
enum status claim_end(struct reading *reading, const char *text);

#endif
