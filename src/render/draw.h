/* SPDX-License-Identifier: MIT */
/* From a scene to the bytes of a figure. */
#ifndef RENDER_DRAW_H
#define RENDER_DRAW_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "layout/limits.h"
#include "scene/scene.h"

enum picture_format { FORMAT_SVG, FORMAT_PDF, FORMAT_PNG, FORMAT_DOT, FORMATS };

/* The words for the formats, which are file endings too. */
extern const struct vocabulary vocabulary_formats;

/* Finishes SCENE and draws it. Tells what goes wrong; STATUS_FAILURE when the layout or a
   converter fails, each of which has the time of MEANS. */
enum status picture_draw(struct scene *scene, enum picture_format format,
                         const struct layout_limits *limits, struct buffer *out,
                         struct messages *messages);

#endif
