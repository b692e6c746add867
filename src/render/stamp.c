/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/stamp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    PNG_HEADER = 33, /* the signature and the first chunk, which must stay first */
    DIGITS = FINGERPRINT_SIZE - 1
};

/* PNG specification, annex D. */
static uint32_t crc(const char *bytes, size_t length)
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

void stamp_write(struct buffer *out, const char *fingerprint)
{
    buffer_format(out, STAMP_KEY " %s", fingerprint);
}

void stamp_add_to_png(struct buffer *figure, const char *fingerprint)
{
    struct buffer stamped = BUFFER_EMPTY, chunk = BUFFER_EMPTY;
    if (figure->length <= PNG_HEADER)
        return;
    buffer_text(&chunk, "tEXt" STAMP_KEY);
    buffer_char(&chunk, '\0');
    buffer_text(&chunk, fingerprint);
    buffer_add(&stamped, figure->bytes, PNG_HEADER);
    add_big_endian(&stamped, (uint32_t)chunk.length - 4);
    buffer_add(&stamped, chunk.bytes, chunk.length);
    add_big_endian(&stamped, crc(buffer_string(&chunk), chunk.length));
    buffer_add(&stamped, figure->bytes + PNG_HEADER, figure->length - PNG_HEADER);
    stamped.failed |= chunk.failed;
    buffer_clear(&chunk);
    buffer_clear(figure);
    *figure = stamped;
}

void stamp_add_to_pdf(struct buffer *figure, const char *fingerprint)
{
    buffer_text(figure, "% ");
    stamp_write(figure, fingerprint);
    buffer_char(figure, '\n');
}

static const char *find_key(const char *bytes, size_t length)
{
    const size_t key = strlen(STAMP_KEY);
    for (size_t i = 0; i + key < length; i++)
        if (memcmp(bytes + i, STAMP_KEY, key) == 0)
            return bytes + i + key;
    return NULL;
}

/* Reads the digits after a key, with "=", a quote or the like between them. */
static bool take_digits(const char *at, const char *end, char fingerprint[FINGERPRINT_SIZE])
{
    static const char hexadecimal[] = "0123456789abcdef";
    for (int skipped = 0; at < end && skipped < 2; skipped++, at++)
        if (*at != '\0' && strchr(hexadecimal, *at) != NULL)
            break;
    if (end - at < DIGITS)
        return false;
    memcpy(fingerprint, at, DIGITS);
    fingerprint[DIGITS] = '\0';
    return strspn(fingerprint, hexadecimal) == DIGITS;
}

/* Finds the first key that is followed by digits: the key alone may be part of a title. */
static bool find_stamp(const char *bytes, size_t length, char fingerprint[FINGERPRINT_SIZE])
{
    const char *end = bytes + length, *at = bytes;
    while ((at = find_key(at, (size_t)(end - at))) != NULL)
        if (take_digits(at, end, fingerprint))
            return true;
    return false;
}

static enum stamp_state read_stamp(FILE *file, char fingerprint[FINGERPRINT_SIZE])
{
    char bytes[STAMP_REACH];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    if (find_stamp(bytes, length, fingerprint))
        return STAMP_FOUND;
    if (ferror(file))
        return STAMP_FAILURE;
    if (length < sizeof bytes || fseek(file, -STAMP_REACH, SEEK_END) != 0)
        return STAMP_NONE;
    length = fread(bytes, 1, sizeof bytes, file);
    return find_stamp(bytes, length, fingerprint) ? STAMP_FOUND : STAMP_NONE;
}

enum stamp_state stamp_read(const char *path, char fingerprint[FINGERPRINT_SIZE])
{
    /* Don't block on a pipe; and don't follow a link, which in an untrusted checkout may lead
       anywhere. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (descriptor < 0)
        return errno == ENOENT ? STAMP_MISSING : STAMP_FAILURE;
    FILE *file = fdopen(descriptor, "r");
    if (file == NULL) {
        close(descriptor);
        return STAMP_FAILURE;
    }
    enum stamp_state state = read_stamp(file, fingerprint);
    fclose(file);
    return state;
}
