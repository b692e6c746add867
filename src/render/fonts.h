/* SPDX-License-Identifier: MIT */
/* Whether the fonts of the machine have the characters of a figure. An SVG leaves its fonts to
   the reader's machine; a PDF or PNG is made with those of this one. */
#ifndef RENDER_FONTS_H
#define RENDER_FONTS_H

#include "base/memory/buffer.h"
#include "base/message.h"

/* Warns if no font that fontconfig's program fc-list lists has a character of SVG, which is
   UTF-8. Reports nothing if fc-list cannot be run. Waits at most SECONDS for it. Fails only with
   STATUS_MEMORY. */
enum status fonts_check(const struct buffer *svg, unsigned seconds, struct messages *messages);

#endif
