/* SPDX-License-Identifier: MIT */
/* The stamp in the file of a figure: its fingerprint, and a seal, which is the SHA-256 (FIPS
   180-4) of all other bytes of the file. It is in the <metadata> of an SVG, in the comment of a
   DOT graph, in a text chunk of a PNG (PNG specification, section 11.3.4.3), in a comment after
   the end of a PDF. In every format, it is within STAMP_REACH bytes of the start or the end of
   the file; in a PDF, which may have addresses of any form near its start, it is the last one
   near the end. It is STAMP_KEY, one or two characters that aren't hexadecimal digits, and the
   fingerprint; then, after at most a quote, white space, STAMP_SEAL_KEY, one or two such
   characters, and the seal.
 */
#ifndef RENDER_STAMP_H
#define RENDER_STAMP_H

#include <stdbool.h>
#include <stdio.h>

#include "base/memory/buffer.h"
#include "scene/fingerprint.h"

#define STAMP_KEY "made-from"
#define STAMP_SEAL_KEY "sha256"

/* Takes the place of the seal until stamp_seal. */
#define STAMP_UNSEALED "0000000000000000000000000000000000000000000000000000000000000000"

enum { STAMP_REACH = 4096 };

/* Appends an unsealed stamp to OUT, with spaces between its parts. */
void stamp_write(struct buffer *out, const char *fingerprint);

/* Inserts an unsealed stamp into a PNG, as png_add_chunk does. No chunk may be inserted later. */
void stamp_add_to_png(struct buffer *figure, const char *fingerprint);

/* Appends an unsealed stamp to a PDF. */
void stamp_add_to_pdf(struct buffer *figure, const char *fingerprint);

/* Writes the seal into the stamp of a complete figure; does nothing if it has no stamp. */
void stamp_seal(struct buffer *figure);

enum stamp_state {
    STAMP_FOUND,
    STAMP_CHANGED, /* a byte of the file differs from what was sealed */
    STAMP_OLD,     /* it has a fingerprint but no seal, like figures of version 0.1.0 */
    STAMP_NONE,    /* it has no fingerprint: see origin.h */
    STAMP_MISSING, /* there is no such file */
    STAMP_FAILURE, /* it can't be read, or is a link: see errno */
};

/* Reads the fingerprint of the figure at PATH, in any format, and checks its seal. FINGERPRINT is
   set only if a complete stamp is found. */
enum stamp_state stamp_read(const char *path, char fingerprint[FINGERPRINT_SIZE]);

/* Whether there is a stamp, with or without a seal, in the bytes of a file of any format. */
bool stamp_is_within(const char *bytes, size_t length);

/* Opens the file of a figure for reading; NULL: see errno. Doesn't block on a pipe; and doesn't
   follow a link, which in an untrusted checkout may lead anywhere. */
FILE *stamp_open(const char *path);

/* Appends what is in the file at PATH to OUT. Returns whether it could be read to its end; if
   not, see errno. */
bool stamp_read_bytes(const char *path, struct buffer *out);

/* Whether the file at PATH has exactly the bytes of FIGURE. */
bool stamp_is_file(const char *path, const struct buffer *figure);

#endif
