/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"

void diagram_text_add(struct buffer *out, unsigned long code)
{
    xmlChar bytes[8];
    if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
        buffer_char(out, '\xff');
        return;
    }
    const int length = xmlCopyCharMultiByte(bytes, (int)code);
    buffer_add(out, bytes, (size_t)length);
}

/* --- encodings */

static bool is_utf8(const struct buffer *text, size_t from)
{
    const char *at = buffer_string(text) + from, *end = buffer_string(text) + text->length;
    while (at < end) {
        const char *start = at;
        const bool ascii = (unsigned char)*at < 0x80;
        if (utf8_next(&at, end) == UTF8_REPLACEMENT && !ascii &&
            (end - start < 3 || memcmp(start, "\xef\xbf\xbd", 3) != 0))
            return false;
    }
    return true;
}

/* The characters of Windows-1252 from 0x80 to 0x9f; 0: none. */
static const unsigned short windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static void add_windows(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte < 0x80)
            buffer_char(out, text[i]);
        else if (byte < 0xa0)
            diagram_text_add(out, windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80]
                                                                 : UTF8_REPLACEMENT);
        else
            diagram_text_add(out, byte);
    }
}

/* The place of the byte at OFFSET. */
static struct message_place place_of(const struct exchange_input *input,
                                     const struct buffer *text, size_t offset)
{
    struct message_place place = {input->name, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        const bool end = text->bytes[i] == '\n';
        place.line += end;
        place.column = end ? 1 : place.column + (((unsigned char)text->bytes[i] & 0xc0) != 0x80);
    }
    return place;
}

static enum status convert(const struct exchange_input *input, const char *format,
                           const struct buffer *raw, struct buffer *out)
{
    const char *bytes = buffer_string(raw);
    const char *nul = raw->length > 0 ? memchr(bytes, '\0', raw->length) : NULL;
    const size_t mark = raw->length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (nul != NULL) {
        const struct message_place place = place_of(input, raw, (size_t)(nul - bytes));
        messages_error(
            input->messages, &place, MESSAGE_FOREIGN_FILE,
            "this is not %s: it has a NUL character here, which no text has; a file in "
            "UTF-16 must be converted to UTF-8 first",
            format);
        return STATUS_INVALID;
    }
    if (is_utf8(raw, mark)) {
        buffer_add(out, bytes + mark, raw->length - mark);
        return buffer_status(out);
    }
    messages_note(input->messages, MESSAGE_GUESSED,
                  "%s: it is not in UTF-8, and is read as Windows-1252 (Western European)",
                  input->name);
    add_windows(out, bytes, raw->length);
    return buffer_status(out);
}

enum status diagram_text_read(const struct exchange_input *input, const char *format,
                              struct buffer *out)
{
    struct buffer raw = BUFFER_EMPTY;
    const struct message_place place = {input->name, 0, 0};
    enum status status = exchange_read_bytes(input, &raw);
    if (status == STATUS_OK && raw.length == 0) {
        messages_error(input->messages, &place, MESSAGE_EMPTY_FILE, "the file is empty");
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK)
        status = convert(input, format, &raw, out);
    buffer_clear(&raw);
    return status;
}

/* --- references to characters */

enum { LONGEST_REFERENCE = 12 };

/* The character that NAME, between "&" and ";", refers to; 0: none. */
static unsigned long find_character(const char *name)
{
    char *end;
    if (name[0] == '#') {
        const bool hex = ascii_lower(name[1]) == 'x';
        const char *digits = name + 1 + hex;
        const unsigned long code = strtoul(digits, &end, hex ? 16 : 10);
        return *digits != '\0' && *digits != '-' && *digits != '+' && *end == '\0' ? code : 0;
    }
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity != NULL ? entity->value : strcmp(name, "apos") == 0 ? '\'' : 0;
}

/* Decodes the reference at TEXT, if there is one, and returns its length, or 0. */
static size_t decode_reference(struct buffer *out, const char *text, size_t length)
{
    char name[LONGEST_REFERENCE + 1] = "";
    const char *stop = memchr(text, ';', length < LONGEST_REFERENCE ? length : LONGEST_REFERENCE);
    if (stop == NULL || stop == text + 1)
        return 0;
    memcpy(name, text + 1, (size_t)(stop - text) - 1);
    const unsigned long code = find_character(name);
    if (code == 0)
        return 0;
    diagram_text_add(out, code);
    return (size_t)(stop - text) + 1;
}

void diagram_text_decode(struct buffer *out, const char *text, size_t length)
{
    while (length > 0) {
        const char *mark = memchr(text, '&', length);
        const size_t plain = mark != NULL ? (size_t)(mark - text) : length;
        buffer_add(out, text, plain);
        text += plain;
        length -= plain;
        if (length == 0)
            return;
        size_t used = decode_reference(out, text, length);
        if (used == 0) {
            buffer_char(out, '&');
            used = 1;
        }
        text += used;
        length -= used;
    }
}

/* --- places */

struct diagram_cursor diagram_cursor_at(const struct buffer *text)
{
    const char *start = buffer_string(text);
    return (struct diagram_cursor){.at = start,
                                   .end = start + text->length,
                                   .line_start = start,
                                   .line = 1,
                                   .counted = start};
}

struct gathered_place diagram_cursor_place(struct diagram_cursor *cursor, const char *at)
{
    if (at < cursor->counted) {
        cursor->counted = cursor->line_start;
        cursor->column = 0;
    }
    for (; cursor->counted < at; cursor->counted++)
        cursor->column += ((unsigned char)*cursor->counted & 0xc0) != 0x80;
    return (struct gathered_place){(uint32_t)cursor->line, (uint32_t)cursor->column + 1};
}

void diagram_cursor_break(struct diagram_cursor *cursor, const char *start)
{
    cursor->line++;
    cursor->line_start = cursor->counted = start;
    cursor->column = 0;
}
