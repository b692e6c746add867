/* SPDX-License-Identifier: MIT */
/* The title and language of a PDF, and how it was drawn, which rsvg-convert does not write. */
#ifndef RENDER_PDF_METADATA_H
#define RENDER_PDF_METADATA_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* UTF-8; "" for none. */
struct pdf_metadata {
    const char *title, *subject;
    const char *language; /* a tag (BCP 47) */
    const char *recipe;   /* see recipe.h */
};

/* Whether PDF ends in a cross-reference table, not in a cross-reference stream. */
bool pdf_has_table(const struct buffer *pdf);

/* Appends an incremental update with METADATA to PDF (ISO 32000-1, sections 7.5.6 and 14.3.3);
   does nothing if it has no cross-reference table. Allocation failure is sticky in PDF. */
void pdf_add_metadata(struct buffer *pdf, const struct pdf_metadata *metadata);

#endif
