/* SPDX-License-Identifier: MIT */
/* The PNG of a figure, made by rsvg-convert of its SVG. */
#ifndef RENDER_RASTER_H
#define RENDER_RASTER_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Appends the PNG to OUT, without a stamp. SCENE has its lettering. Waits at most SECONDS for the
   converter. If it fails, or the PNG would have more pixels than it can make, reports an error
   and returns STATUS_FAILURE. */
enum status raster_draw(const struct scene *scene, const struct layout *layout,
                        const char *fingerprint, unsigned seconds, struct buffer *out,
                        struct messages *messages);

#endif
