/* SPDX-License-Identifier: MIT */
/* The SVG document: metadata with the fingerprint, and the page in layers: the heading, the
   drawing, the legend, the foot, the notes and their sources (see layer.h). */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Appends the whole document to OUT. SCENE has its lettering; FINGERPRINT goes into the metadata.
   Fails only with STATUS_MEMORY. */
enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint);

/* The same for SHEET, counted from 0, as a page of its own; sets *SHEETS to their number (see
   scene/page.h). */
enum status page_draw_sheet(struct buffer *out, const struct scene *scene,
                            const struct layout *layout, const char *fingerprint, size_t sheet,
                            size_t *sheets);

#endif
