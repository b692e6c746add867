/* SPDX-License-Identifier: MIT */
/* The page around the drawing: title, legend, what was asked for, sources, and the metadata that
   say what the figure was made from. */
#ifndef PICTURE_PAGE_H
#define PICTURE_PAGE_H

#include "picture/layout.h"
#include "picture/scene.h"
#include "system/buffer.h"
#include "system/status.h"

/* The width, in points, that a figure is meant to be printed at when it is wider: 170 mm. The
   page's own words keep their size at that width. */
#define PAGE_PRINT_WIDTH 481.89

/* Writes the whole SVG document. FINGERPRINT goes into the metadata. */
enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint);

#endif
