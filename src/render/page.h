/* SPDX-License-Identifier: MIT */
/* The page around the drawing: title, legend, what was asked for, sources, and the metadata that
   say what the figure was made from. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* What of SCENE's paper is left for the drawing, width and height in points, once title, legend,
   key and foot have their room; at least three tenths of it, even if the page is larger then. */
enum status page_room(const struct scene *scene, struct point *room);

/* How large the figure is when it is printed, in points. */
enum status page_size(const struct scene *scene, const struct layout *layout, struct point *size);

/* Writes the whole SVG document. FINGERPRINT goes into the metadata. */
enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint);

#endif
