/* SPDX-License-Identifier: MIT */
/* The layers of a figure, for graphics programs: Inkscape shows those whose parents are layers
   too, Illustrator and Figma show all groups by their ids. */
#ifndef RENDER_LAYER_H
#define RENDER_LAYER_H

#include "base/memory/buffer.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* Appends ‘ xmlns:inkscape="…"’, for the root element. */
void layer_declare(struct buffer *out);

/* Opens <g class="NAME" id="PREFIXfigure-NAME">, a layer called NAME; if ORIGIN is not NULL, it
   is moved there. Allocation failure is sticky in OUT. */
void layer_open(struct buffer *out, const struct scene *scene, const char *name,
                const struct point *origin);
void layer_close(struct buffer *out);

#endif
