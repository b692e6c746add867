/* SPDX-License-Identifier: MIT */
/* A figure that may be published. */
#ifndef CLI_FIGURES_DRAWING_H
#define CLI_FIGURES_DRAWING_H

#include "base/memory/buffer.h"
#include "cli/figures/order.h"
#include "render/picture.h"

/* Draws what ORDER asks for (see picture_draw), JOBS things at once; an SVG is read again and
   checked (markup.h). What goes wrong is told; STATUS_FAILURE. */
enum status drawing_make(struct order *order, enum picture_format format, unsigned jobs,
                         struct buffer *out, struct messages *messages);

#endif
