/* SPDX-License-Identifier: MIT */
/* The SVG document: the page with the drawing on it, and the metadata that say what the figure
   was made from. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Writes the whole document. SCENE is finished; FINGERPRINT goes into the metadata. */
enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint);

#endif
