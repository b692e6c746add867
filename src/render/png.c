/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/png.h"

#include <string.h>

enum { HEADER = 33 }; /* the signature and the first chunk, which must stay first */

bool png_is(const char *bytes, size_t length)
{
    return length > PNG_SECOND_TYPE && memcmp(bytes, "\x89PNG", 4) == 0;
}

uint32_t png_crc(const char *bytes, size_t length)
{
    uint32_t c = 0xffffffffu;
    for (size_t i = 0; i < length; i++) {
        c ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++)
            c = (c & 1) != 0 ? 0xedb88320u ^ c >> 1 : c >> 1;
    }
    return c ^ 0xffffffffu;
}

static void add_big_endian(struct buffer *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_char(out, (char)(number >> shift & 0xff));
}

void png_add_chunk(struct buffer *png, const struct buffer *chunk)
{
    struct buffer longer = BUFFER_EMPTY;
    if (png->length <= HEADER || chunk->length < 4)
        return;
    buffer_add(&longer, png->bytes, HEADER);
    add_big_endian(&longer, (uint32_t)chunk->length - 4);
    buffer_add(&longer, chunk->bytes, chunk->length);
    add_big_endian(&longer, png_crc(chunk->bytes, chunk->length));
    buffer_add(&longer, png->bytes + HEADER, png->length - HEADER);
    longer.failed |= png->failed;
    buffer_clear(png);
    *png = longer;
}

/* The specification wants pixels per metre. */
void png_add_resolution(struct buffer *png, unsigned resolution)
{
    enum { METRE = 1 };
    struct buffer chunk = BUFFER_EMPTY;
    uint32_t pixels = (uint32_t)(resolution / 0.0254 + 0.5);
    buffer_text(&chunk, "pHYs");
    add_big_endian(&chunk, pixels);
    add_big_endian(&chunk, pixels);
    buffer_char(&chunk, METRE);
    png_add_chunk(png, &chunk);
    png->failed |= chunk.failed;
    buffer_clear(&chunk);
}
