/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/stamp.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory/bytes.h"
#include "render/png.h"
#include "sha256.h"

enum {
    DIGITS = FINGERPRINT_SIZE - 1,
    MAX_SIZE = 2147483647 /* of a figure; a longer file isn't read */
};

_Static_assert(sizeof STAMP_UNSEALED == FINGERPRINT_SIZE, "a seal is as long as a fingerprint");

void stamp_write(struct buffer *out, const char *fingerprint)
{
    buffer_format(out, STAMP_KEY " %s " STAMP_SEAL_KEY " " STAMP_UNSEALED, fingerprint);
}

void stamp_add_to_png(struct buffer *figure, const char *fingerprint)
{
    struct buffer chunk = BUFFER_EMPTY;
    buffer_text(&chunk, "tEXt" STAMP_KEY);
    buffer_char(&chunk, '\0');
    buffer_format(&chunk, "%s " STAMP_SEAL_KEY " " STAMP_UNSEALED, fingerprint);
    png_add_chunk(figure, &chunk);
    figure->failed |= chunk.failed;
    buffer_clear(&chunk);
}

void stamp_add_to_pdf(struct buffer *figure, const char *fingerprint)
{
    buffer_text(figure, "% ");
    stamp_write(figure, fingerprint);
    buffer_char(figure, '\n');
}

/* A stamp in a block of bytes from a file. */
struct stamp {
    const char *fingerprint; /* its digits */
    const char *seal;        /* its digits; NULL: there is none */
};

/* The digits after a key, with "=", a quote or the like between them; NULL: there are none. */
static const char *find_digits(const char *at, const char *end)
{
    static const char hexadecimal[] = "0123456789abcdef";
    for (int skipped = 0; at < end && skipped < 2; skipped++, at++)
        if (*at != '\0' && strchr(hexadecimal, *at) != NULL)
            break;
    if (end - at < DIGITS)
        return NULL;
    for (size_t i = 0; i < DIGITS; i++)
        if (at[i] == '\0' || strchr(hexadecimal, at[i]) == NULL)
            return NULL;
    return at;
}

/* The digits of the seal after those of a fingerprint, which end at AT. Programs that rewrite an
   SVG put attributes on lines of their own. */
static const char *find_seal(const char *at, const char *end)
{
    static const char key[] = STAMP_SEAL_KEY;
    const size_t length = sizeof key - 1;
    if (at < end && (*at == '"' || *at == '\''))
        at++;
    while (at < end && isspace((unsigned char)*at))
        at++;
    if (end - at < (ptrdiff_t)length || memcmp(at, key, length) != 0)
        return NULL;
    return find_digits(at + length, end);
}

static bool is_pdf(const char *bytes, size_t length)
{
    static const char start[] = "%PDF-";
    return length >= sizeof start - 1 && memcmp(bytes, start, sizeof start - 1) == 0;
}

/* Finds the first complete stamp, since a title may contain its beginning; or the LAST one. If
   there is none, *STAMP is a fingerprint without a seal, or NULL. */
static bool find_stamp(const char *bytes, size_t length, bool last, struct stamp *stamp)
{
    const char *end = bytes + length, *at = bytes;
    *stamp = (struct stamp){NULL, NULL};
    while ((last || stamp->seal == NULL) && (at = bytes_find(at, end, STAMP_KEY)) != NULL) {
        at += strlen(STAMP_KEY);
        const char *fingerprint = find_digits(at, end);
        const char *seal = fingerprint != NULL ? find_seal(fingerprint + DIGITS, end) : NULL;
        if (seal != NULL || (fingerprint != NULL && stamp->seal == NULL))
            *stamp = (struct stamp){fingerprint, seal};
    }
    return stamp->seal != NULL;
}

bool stamp_is_within(const char *bytes, size_t length)
{
    struct stamp stamp;
    return find_stamp(bytes, length, false, &stamp) || stamp.fingerprint != NULL;
}

/* The number of bytes at the seal that it doesn't cover: its digits, and the CRC after them in a
   PNG, which depends on them. */
static size_t gap_of(bool png)
{
    return png ? DIGITS + 4 : DIGITS;
}

/* Writes the CRC of the chunk of a PNG that ends with the seal at offset SEAL into CRC_BYTES. */
static void chunk_crc(const char *bytes, size_t seal, char crc_bytes[4])
{
    uint32_t number = png_crc(bytes + PNG_SECOND_TYPE, seal + DIGITS - PNG_SECOND_TYPE);
    for (int i = 0; i < 4; i++)
        crc_bytes[i] = (char)(number >> (24 - 8 * i) & 0xff);
}

static void finish_seal(struct sha256_ctx *context, char seal[FINGERPRINT_SIZE])
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_finish_ctx(context, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(seal + 2 * i, 3, "%02x", digest[i]);
}

/* Finds the stamp of a figure in memory, near either of its ends. That of a PDF is after its end:
   before it, there may be addresses from a dataset, which can have the form of a stamp. */
static bool find_in_figure(const struct buffer *figure, struct stamp *stamp)
{
    const size_t length = figure->length, reach = length < STAMP_REACH ? length : STAMP_REACH;
    if (length == 0)
        return false;
    const bool pdf = is_pdf(figure->bytes, length);
    return (!pdf && find_stamp(figure->bytes, reach, false, stamp)) ||
           find_stamp(figure->bytes + length - reach, reach, pdf, stamp);
}

void stamp_seal(struct buffer *figure)
{
    struct stamp stamp;
    struct sha256_ctx context;
    char seal[FINGERPRINT_SIZE];
    if (figure->failed || !find_in_figure(figure, &stamp))
        return;
    const bool png = png_is(figure->bytes, figure->length);
    const size_t at = (size_t)(stamp.seal - figure->bytes), after = at + gap_of(png);
    if (after > figure->length)
        return;
    sha256_init_ctx(&context);
    sha256_process_bytes(figure->bytes, at, &context);
    sha256_process_bytes(figure->bytes + after, figure->length - after, &context);
    finish_seal(&context, seal);
    memcpy(figure->bytes + at, seal, DIGITS);
    if (png)
        chunk_crc(figure->bytes, at, figure->bytes + at + DIGITS);
}

/* The bytes at an end of a file. */
struct block {
    char bytes[STAMP_REACH];
    size_t length;
    long offset;
};

/* Adds the next COUNT bytes of FILE to CONTEXT; false if there are fewer. */
static bool add_bytes(struct sha256_ctx *context, FILE *file, long count)
{
    char bytes[16384];
    while (count > 0) {
        size_t wanted = count < (long)sizeof bytes ? (size_t)count : sizeof bytes;
        size_t got = fread(bytes, 1, wanted, file);
        sha256_process_bytes(bytes, got, context);
        count -= (long)got;
        if (got < wanted)
            return false;
    }
    return true;
}

/* Computes the seal of FILE, which is SIZE bytes long and has its seal at AT. */
static bool make_seal(FILE *file, long size, long at, long gap, char seal[FINGERPRINT_SIZE])
{
    struct sha256_ctx context;
    sha256_init_ctx(&context);
    if (fseek(file, 0, SEEK_SET) != 0 || !add_bytes(&context, file, at) ||
        fseek(file, gap, SEEK_CUR) != 0 || !add_bytes(&context, file, size - at - gap))
        return false;
    finish_seal(&context, seal);
    return true;
}

/* Whether the CRC after the seal at offset AT of a block, the start of a PNG, is right. */
static bool crc_is_right(const struct block *block, size_t at)
{
    char wanted[4];
    if (block->offset != 0 || at < PNG_SECOND_TYPE || at + DIGITS + sizeof wanted > block->length)
        return false;
    chunk_crc(block->bytes, at, wanted);
    return memcmp(block->bytes + at + DIGITS, wanted, sizeof wanted) == 0;
}

static enum stamp_state check_seal(FILE *file, const struct block *block, const char *digits)
{
    struct stat found;
    char start[PNG_SECOND_TYPE + 1], seal[FINGERPRINT_SIZE];
    size_t at = (size_t)(digits - block->bytes);
    if (fstat(fileno(file), &found) != 0 || fseek(file, 0, SEEK_SET) != 0)
        return STAMP_FAILURE;
    if (found.st_size > MAX_SIZE)
        return STAMP_CHANGED;
    bool png = png_is(start, fread(start, 1, sizeof start, file));
    if (png && !crc_is_right(block, at))
        return STAMP_CHANGED;
    if (!make_seal(file, (long)found.st_size, block->offset + (long)at, (long)gap_of(png), seal))
        return ferror(file) ? STAMP_FAILURE : STAMP_CHANGED;
    return memcmp(seal, digits, DIGITS) == 0 ? STAMP_FOUND : STAMP_CHANGED;
}

static void read_block(FILE *file, struct block *block)
{
    block->offset = ftell(file);
    block->length = fread(block->bytes, 1, sizeof block->bytes, file);
}

/* Finds the stamp of FILE, as find_in_figure does. STAMP_FOUND: it is complete, and in BLOCK. */
static enum stamp_state find_in_file(FILE *file, struct block *block, struct stamp *stamp)
{
    *stamp = (struct stamp){NULL, NULL};
    read_block(file, block);
    const bool pdf = is_pdf(block->bytes, block->length),
               whole = block->length < sizeof block->bytes;
    if ((whole || !pdf) && find_stamp(block->bytes, block->length, pdf, stamp))
        return STAMP_FOUND;
    const enum stamp_state state = stamp->fingerprint != NULL ? STAMP_OLD : STAMP_NONE;
    if (ferror(file))
        return STAMP_FAILURE;
    if (whole || fseek(file, -STAMP_REACH, SEEK_END) != 0)
        return state;
    read_block(file, block);
    if (find_stamp(block->bytes, block->length, pdf, stamp))
        return STAMP_FOUND;
    return stamp->fingerprint != NULL ? STAMP_OLD : state;
}

static enum stamp_state read_stamp(FILE *file, char fingerprint[FINGERPRINT_SIZE])
{
    struct block block;
    struct stamp stamp;
    const enum stamp_state state = find_in_file(file, &block, &stamp);
    if (state != STAMP_FOUND)
        return state;
    memcpy(fingerprint, stamp.fingerprint, DIGITS);
    fingerprint[DIGITS] = '\0';
    return check_seal(file, &block, stamp.seal);
}

FILE *stamp_open(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (descriptor < 0)
        return NULL;
    FILE *file = fdopen(descriptor, "r");
    if (file == NULL)
        close(descriptor);
    return file;
}

enum stamp_state stamp_read(const char *path, char fingerprint[FINGERPRINT_SIZE])
{
    FILE *file = stamp_open(path);
    if (file == NULL)
        return errno == ENOENT ? STAMP_MISSING : STAMP_FAILURE;
    enum stamp_state state = read_stamp(file, fingerprint);
    fclose(file);
    return state;
}

static bool is_next(FILE *file, const char *bytes, size_t length)
{
    char found[16384];
    for (size_t at = 0, got; at < length; at += got) {
        size_t wanted = length - at < sizeof found ? length - at : sizeof found;
        got = fread(found, 1, wanted, file);
        if (got < wanted || memcmp(found, bytes + at, got) != 0)
            return false;
    }
    return fgetc(file) == EOF && !ferror(file);
}

bool stamp_is_file(const char *path, const struct buffer *figure)
{
    FILE *file = stamp_open(path);
    if (file == NULL)
        return false;
    bool same = is_next(file, buffer_string(figure), figure->length);
    fclose(file);
    return same;
}

bool stamp_read_bytes(const char *path, struct buffer *out)
{
    enum { CHUNK = 65536 };
    FILE *stream = stamp_open(path);
    size_t got = 1;
    while (stream != NULL && got > 0 && !out->failed) {
        char *room = buffer_reserve(out, CHUNK);
        got = room != NULL ? fread(room, 1, CHUNK, stream) : 0;
        out->length += got;
    }
    const bool complete = stream != NULL && !ferror(stream) && !out->failed;
    if (stream != NULL)
        fclose(stream);
    return complete;
}
