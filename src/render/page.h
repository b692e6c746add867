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

/* Takes SVG, one of COUNT sheets, which lasts until it returns. */
typedef enum status page_take(void *context, const struct buffer *svg, size_t count);

/* Draws each sheet (see scene/page.h) as a page of its own, and passes it to TAKE with CONTEXT,
   the first one first. Stops if TAKE fails, and returns its status. */
enum status page_draw_sheets(const struct scene *scene, const struct layout *layout,
                             const char *fingerprint, page_take *take, void *context);

#endif
