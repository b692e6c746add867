/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/decoding.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/input.h"
#include "base/text/utf8.h"

/* The characters of the bytes 0x80 to 0x9F of Windows-1252; 0: none. The others are those of
   Unicode. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* --- opening */

enum status decoding_open(struct decoding *decoding, const struct exchange_input *input)
{
    struct stat file;
    *decoding = (struct decoding){.input = input, .descriptor = -1, .bytes = BUFFER_EMPTY};
    if (strcmp(input->path, "-") != 0) {
        decoding->descriptor = input_open(input->path, false, input->messages);
        if (decoding->descriptor < 0)
            return STATUS_FAILURE;
        if (fstat(decoding->descriptor, &file) == 0 && S_ISREG(file.st_mode))
            return STATUS_OK;
        close(decoding->descriptor);
        decoding->descriptor = -1;
    }
    return exchange_read_bytes(input, &decoding->bytes);
}

void decoding_clear(struct decoding *decoding)
{
    if (decoding->descriptor >= 0)
        close(decoding->descriptor);
    decoding->descriptor = -1;
    buffer_clear(&decoding->bytes);
}

enum status decoding_rewind(struct decoding *decoding)
{
    decoding->at = 0;
    decoding->total = 0;
    decoding->carried = 0;
    decoding->charset = CHARSET_UNKNOWN;
    decoding->beyond_ascii = false;
    if (decoding->descriptor >= 0 && lseek(decoding->descriptor, 0, SEEK_SET) < 0) {
        messages_error(decoding->input->messages, NULL, MESSAGE_IO, "%s: cannot read again: %s",
                       decoding->input->name, strerror(errno));
        return STATUS_FAILURE;
    }
    return STATUS_OK;
}

/* --- bytes */

static enum status check_size(struct decoding *decoding, size_t got)
{
    const struct message_place place = {decoding->input->name, 0, 0};
    decoding->total += got;
    if (decoding->total <= decoding->input->limits->input)
        return STATUS_OK;
    messages_limit(decoding->input->messages, &place, "limit-bytes",
                   "the file is larger than %lu bytes",
                   (unsigned long)decoding->input->limits->input);
    return STATUS_FAILURE;
}

/* Reads a chunk behind what was carried, and sets *COUNT to the bytes that are there. */
static enum status fill(struct decoding *decoding, size_t *count)
{
    unsigned char *room = decoding->raw + decoding->carried;
    ssize_t got;
    if (decoding->descriptor >= 0) {
        got = input_read(decoding->descriptor, (char *)room, DECODING_CHUNK, DECODING_CHUNK);
    } else {
        const size_t left = decoding->bytes.length - decoding->at;
        got = left < DECODING_CHUNK ? (ssize_t)left : DECODING_CHUNK;
        if (got > 0)
            memcpy(room, decoding->bytes.bytes + decoding->at, (size_t)got);
        decoding->at += (size_t)got;
    }
    if (got < 0) {
        messages_error(decoding->input->messages, NULL, MESSAGE_IO, "%s: cannot read: %s",
                       decoding->input->name, strerror(errno));
        return STATUS_FAILURE;
    }
    *count = decoding->carried + (size_t)got;
    decoding->carried = 0;
    return check_size(decoding, (size_t)got);
}

/* Keeps the COUNT bytes at BYTES for the next chunk. */
static void carry(struct decoding *decoding, const unsigned char *bytes, size_t count)
{
    memmove(decoding->raw, bytes, count);
    decoding->carried = count;
}

/* --- characters */

static void add_character(struct buffer *out, uint32_t code)
{
    char bytes[4];
    size_t length = 0;
    if (code < 0x80)
        bytes[length++] = (char)code;
    else if (code < 0x800)
        bytes[length++] = (char)(0xC0 | code >> 6);
    else if (code < 0x10000)
        bytes[length++] = (char)(0xE0 | code >> 12);
    else
        bytes[length++] = (char)(0xF0 | code >> 18);
    if (code >= 0x10000)
        bytes[length++] = (char)(0x80 | (code >> 12 & 0x3F));
    if (code >= 0x800)
        bytes[length++] = (char)(0x80 | (code >> 6 & 0x3F));
    if (code >= 0x80)
        bytes[length++] = (char)(0x80 | (code & 0x3F));
    buffer_add(out, bytes, length);
}

static const char *decode_windows(struct buffer *out, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t code = bytes[i];
        if (code >= 0x80 && code < 0xA0)
            code = windows[code - 0x80];
        if (code == 0)
            return "a byte that is no character of a text";
        add_character(out, code);
    }
    return NULL;
}

static const char *decode_utf16(struct decoding *decoding, struct buffer *out,
                                const unsigned char *bytes, size_t count, bool ended)
{
    const size_t high = decoding->big_endian ? 0 : 1;
    size_t i = 0;
    while (i + 1 < count) {
        uint32_t code = (uint32_t)bytes[i + high] << 8 | bytes[i + 1 - high];
        if (code >= 0xD800 && code < 0xDC00) {
            if (i + 3 >= count)
                break;
            const uint32_t low = (uint32_t)bytes[i + 2 + high] << 8 | bytes[i + 3 - high];
            code = low >= 0xDC00 && low < 0xE000
                       ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                       : 0;
            i += 2;
        }
        if (code == 0 || (code >= 0xDC00 && code < 0xE000))
            return "a code that is no character of UTF-16";
        add_character(out, code);
        i += 2;
    }
    if (ended && i < count)
        return "half a character of UTF-16 at the end of the file";
    carry(decoding, bytes + i, count - i);
    return NULL;
}

/* The bytes of the character at TEXT, of COUNT bytes; 0: it isn't UTF-8, or NUL. */
static size_t measure(const unsigned char *text, size_t count)
{
    const char *start = (const char *)text, *next = start;
    const uint32_t code = utf8_next(&next, start + count);
    if (code == UTF8_REPLACEMENT && (next - start != 3 || memcmp(start, "\xEF\xBF\xBD", 3) != 0))
        return 0;
    if (code == 0)
        return 0;
    return (size_t)(next - start);
}

/* Whether all of the eight bytes are ASCII, and none is NUL: adding 0x7F sets the highest bit of
   any other byte. */
static bool are_ascii(const unsigned char *bytes)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return (eight & high) == 0 && ((eight + (high - (high >> 7))) & high) == high;
}

/* The length of the ASCII characters without NUL at BYTES. */
static size_t count_ascii(const unsigned char *bytes, size_t count)
{
    size_t i = 0;
    while (count - i >= sizeof(uint64_t) && are_ascii(bytes + i))
        i += sizeof(uint64_t);
    while (i < count && bytes[i] - 1U < 0x7F)
        i++;
    return i;
}

/* Whether the bytes from AT on can be the start of a character that the next chunk completes. */
static bool is_cut(const unsigned char *bytes, size_t at, size_t count)
{
    return count - at < DECODING_CARRY && bytes[at] >= 0xC2 && bytes[at] < 0xF5;
}

static const char *decode_utf8(struct decoding *decoding, struct buffer *out,
                               const unsigned char *bytes, size_t count, bool ended)
{
    size_t i = 0;
    while (i < count) {
        i += count_ascii(bytes + i, count - i);
        const size_t length = i < count ? measure(bytes + i, count - i) : 0;
        if (length > 0)
            decoding->beyond_ascii = true;
        else if (i < count)
            break;
        i += length;
    }
    buffer_add(out, bytes, i);
    if (i == count)
        return NULL;
    if (!ended && is_cut(bytes, i, count)) {
        carry(decoding, bytes + i, count - i);
        return NULL;
    }
    if (bytes[i] == 0)
        return "a NUL character, as in files that are no text";
    if (decoding->beyond_ascii || decoding->charset == CHARSET_UTF8)
        return "bytes that are not UTF-8, although the text before them is; save the file as "
               "UTF-8";
    decoding->charset = CHARSET_WINDOWS;
    return decode_windows(out, bytes + i, count - i);
}

/* Finds out the encoding from the first bytes; returns how many of them are a mark. */
static size_t find_charset(struct decoding *decoding, const unsigned char *bytes, size_t count)
{
    if (count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        decoding->charset = CHARSET_UTF8;
        return 3;
    }
    if (count < 2)
        return 0;
    const bool mark =
        (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF);
    if (mark || (bytes[0] == 0) != (bytes[1] == 0)) {
        decoding->charset = CHARSET_UTF16;
        decoding->big_endian = mark ? bytes[0] == 0xFE : bytes[0] == 0;
    }
    return mark ? 2 : 0;
}

enum status decoding_read(struct decoding *decoding, struct buffer *out, const char **fault)
{
    size_t count, mark = 0;
    const bool first = decoding->total == 0;
    const size_t carried = decoding->carried;
    *fault = NULL;
    TRY(fill(decoding, &count));
    const bool ended = count == carried;
    if (first)
        mark = find_charset(decoding, decoding->raw, count);
    const unsigned char *bytes = decoding->raw + mark;
    count -= mark;
    if (decoding->charset == CHARSET_UTF16)
        *fault = decode_utf16(decoding, out, bytes, count, ended);
    else if (decoding->charset == CHARSET_WINDOWS)
        *fault = decode_windows(out, bytes, count);
    else
        *fault = decode_utf8(decoding, out, bytes, count, ended);
    TRY(buffer_status(out));
    return *fault != NULL ? STATUS_INVALID : STATUS_OK;
}
