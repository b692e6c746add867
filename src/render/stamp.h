/* SPDX-License-Identifier: MIT */
/* A figure's fingerprint, in the file itself: in SVG's <metadata>, in a DOT graph's comment, in a
   text chunk of a PNG (PNG specification, section 11.3.4.3), in a comment behind a PDF's end. */
#ifndef RENDER_STAMP_H
#define RENDER_STAMP_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "render/draw.h"
#include "scene/fingerprint.h"

/* The word that stands before the fingerprint in every format. */
#define STAMP_KEY "made-from"

/* Puts the fingerprint into a PNG or PDF, which a converter made without one. */
void stamp_add(struct buffer *figure, enum picture_format format, const char *fingerprint);

enum stamp_state {
    STAMP_FOUND,
    STAMP_NONE,    /* the file has none: it isn't a figure of ours */
    STAMP_MISSING, /* there is no such file */
    STAMP_FAILURE, /* it can't be read, or is a link: errno tells why */
};

/* Reads a figure's fingerprint; looks only where it stands, at the file's beginning or end. */
enum stamp_state stamp_read(const char *path, char fingerprint[FINGERPRINT_SIZE]);

#endif
