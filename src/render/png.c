/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/png.h"

#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"

enum {
    HEADER = 33,      /* the signature and the first chunk, which must stay first */
    HEADER_DATA = 13, /* in that chunk */
    CHUNK = 12        /* bytes of a chunk besides its data */
};

bool png_is(const char *bytes, size_t length)
{
    return length > PNG_SECOND_TYPE && memcmp(bytes, "\x89PNG", 4) == 0;
}

/* Four bits at a time, a table of 16 remainders in place of annex D's 256. */
uint32_t png_crc(const char *bytes, size_t length)
{
    static const uint32_t table[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                       0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                       0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                       0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    uint32_t c = 0xffffffffu;
    for (size_t i = 0; i < length; i++) {
        c ^= (unsigned char)bytes[i];
        c = table[c & 15] ^ c >> 4;
        c = table[c & 15] ^ c >> 4;
    }
    return c ^ 0xffffffffu;
}

static uint32_t big_endian(const char *at)
{
    uint32_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)at[i];
    return number;
}

/* The size of the chunk at BYTES, of which LEFT follow; 0: it is cut off or damaged. A chunk is
   its length, a type, as many bytes of data, and a CRC of type and data. */
static size_t chunk_size(const char *bytes, size_t left)
{
    if (left < CHUNK)
        return 0;
    const size_t length = big_endian(bytes);
    if (length > left - CHUNK || big_endian(bytes + 8 + length) != png_crc(bytes + 4, 4 + length))
        return 0;
    return CHUNK + length;
}

static bool is_chunk(const char *bytes, const char *type, size_t length)
{
    return big_endian(bytes) == length && memcmp(bytes + 4, type, 4) == 0;
}

bool png_is_complete(const char *bytes, size_t length)
{
    const size_t signature = sizeof SIGNATURE - 1;
    size_t at = signature, size;
    if (length < HEADER || memcmp(bytes, SIGNATURE, signature) != 0 ||
        !is_chunk(bytes + at, "IHDR", HEADER_DATA))
        return false;
    while ((size = chunk_size(bytes + at, length - at)) > 0 && !is_chunk(bytes + at, "IEND", 0))
        at += size;
    return size > 0 && at + size == length;
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
