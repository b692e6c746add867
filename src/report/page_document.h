/* SPDX-License-Identifier: MIT */
/* The page as HTML (WHATWG, HTML Living Standard): one file that needs nothing else. Without its
   script, it shows all figures; the script adds the rest from the data. */
#ifndef REPORT_PAGE_DOCUMENT_H
#define REPORT_PAGE_DOCUMENT_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/fingerprint.h"
#include "scene/wording.h"

/* A figure on the page. ID is that of its view, which the ids in SVG begin with, and a hyphen. */
struct page_figure {
    const char *id, *title, *description;
    struct buffer svg;                  /* as picture_check allows it; owned by the caller */
    char fingerprint[FINGERPRINT_SIZE]; /* of the figure; see picture_fingerprint */
};

struct page_document {
    enum wording wording;
    const char *language;            /* a tag, of the names and words */
    const char *title, *description; /* of the dataset; "" for none */
    const struct buffer *data;       /* JSON */
    const struct page_figure *figures;
    size_t figure_count;
};

/* Makes the fingerprint of the page: it depends on everything but the bytes of the figures, for
   which their fingerprints stand. Fails only with STATUS_MEMORY. */
enum status page_document_fingerprint(const struct page_document *document,
                                      char fingerprint[FINGERPRINT_SIZE]);

/* Appends the page to OUT, which must be empty, with its stamp (render/stamp.h). Fails only with
   STATUS_MEMORY. */
enum status page_document_write(const struct page_document *document, struct buffer *out);

#endif
