/* SPDX-License-Identifier: MIT */
/* Serializes a layout in native byte order and alignment: for the pipe between a child and its
   parent, not for files. */
#ifndef LAYOUT_CODEC_H
#define LAYOUT_CODEC_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* The most bytes that a layout of SCENE takes, LAYOUT_BYTES at most. */
size_t codec_limit(const struct scene *scene);

/* Appends LAYOUT to OUT. Allocation failure is sticky in OUT. */
void codec_encode(const struct layout *layout, struct buffer *out);

/* Initializes LAYOUT from all of BYTES, which are not trusted: returns STATUS_FAILURE unless they
   are a layout of SCENE in which every line has a path of at most 1000 curves, no curve belongs
   to two, and every coordinate can be drawn. The caller clears LAYOUT if the result is STATUS_OK.
 */
enum status codec_decode(struct layout *layout, const struct scene *scene,
                         const struct buffer *bytes);

#endif
