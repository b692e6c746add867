/* SPDX-License-Identifier: MIT */
/* The fingerprint in the file of a figure: in the <metadata> of an SVG, in the comment of a DOT
   graph, in a text chunk of a PNG (PNG specification, section 11.3.4.3), in a comment after the
   end of a PDF. In every format, it is within STAMP_REACH bytes of the start or the end of the
   file: STAMP_KEY, one or two characters that aren't hexadecimal digits, and the fingerprint. */
#ifndef RENDER_STAMP_H
#define RENDER_STAMP_H

#include "base/memory/buffer.h"
#include "scene/fingerprint.h"

#define STAMP_KEY "made-from"

enum { STAMP_REACH = 4096 };

/* Appends the key, a space and FINGERPRINT to OUT. */
void stamp_write(struct buffer *out, const char *fingerprint);

/* Inserts FINGERPRINT into a PNG; does nothing if the PNG has no first chunk. */
void stamp_add_to_png(struct buffer *figure, const char *fingerprint);

/* Appends FINGERPRINT to a PDF. */
void stamp_add_to_pdf(struct buffer *figure, const char *fingerprint);

enum stamp_state {
    STAMP_FOUND,
    STAMP_NONE,    /* the file has no fingerprint: it isn't a figure of ours */
    STAMP_MISSING, /* there is no such file */
    STAMP_FAILURE, /* it can't be read, or is a link: see errno */
};

/* Reads the fingerprint of the figure at PATH, in any format. */
enum stamp_state stamp_read(const char *path, char fingerprint[FINGERPRINT_SIZE]);

#endif
