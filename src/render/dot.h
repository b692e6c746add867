/* SPDX-License-Identifier: MIT */
/* A scene as DOT, with all its shapes, colours and texts, for any program of Graphviz. */
#ifndef RENDER_DOT_H
#define RENDER_DOT_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/scene.h"

/* Appends SCENE, which is finished, to OUT as DOT. COMMENT becomes the comment of the graph.
   Fails only with STATUS_MEMORY. */
enum status dot_draw(struct buffer *out, const struct scene *scene, const char *comment);

#endif
