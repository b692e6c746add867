/* SPDX-License-Identifier: MIT */
/* Chunks of PNG files (W3C PNG specification, section 5). */
#ifndef RENDER_PNG_H
#define RENDER_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"

/* Offset of the type of the chunk after the header, which png_add_chunk inserts. */
enum { PNG_SECOND_TYPE = 37 };

/* Whether BYTES begin a PNG with such a chunk. */
bool png_is(const char *bytes, size_t length);

/* Whether BYTES are a whole PNG: the signature, and chunks with the right CRCs, of which IHDR is
   the first and IEND the last, with nothing after it (sections 5.2 to 5.6). What the chunks hold
   is not checked. */
bool png_is_complete(const char *bytes, size_t length);

/* The checksum of a chunk, of its type and data (annex D). */
uint32_t png_crc(const char *bytes, size_t length);

/* Inserts CHUNK, a type and data, after the header of PNG; does nothing if PNG has no other
   chunk. Allocation failure is sticky in PNG. */
void png_add_chunk(struct buffer *png, const struct buffer *chunk);

/* Inserts the chunk pHYs, which states the resolution in pixels per inch. */
void png_add_resolution(struct buffer *png, unsigned resolution);

#endif
