/* SPDX-License-Identifier: MIT */
/* The PDF of a figure, made by rsvg-convert of its sheets (scene/page.h), each a page. */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Appends the PDF to OUT. SCENE has its lettering. Waits at most SECONDS for the converter. If it
   or a temporary file fails, reports an error and returns STATUS_FAILURE. */
enum status pdf_draw(const struct scene *scene, const struct layout *layout,
                     const char *fingerprint, unsigned seconds, struct buffer *out,
                     struct messages *messages);

#endif
