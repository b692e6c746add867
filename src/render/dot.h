/* SPDX-License-Identifier: MIT */
/* Writes a scene as DOT, with all its shapes, colours and texts, for Graphviz's programs. */
#ifndef RENDER_DOT_H
#define RENDER_DOT_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"

/* Appends SCENE, which has its lettering, to OUT as DOT. COMMENT becomes the graph's attribute
   "comment". Fails only with STATUS_MEMORY. */
enum status dot_draw(struct buffer *out, const struct scene *scene, const char *comment);

#endif
