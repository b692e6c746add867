/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/json/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/text/utf8.h"

/* Whether the items of the innermost array or object have lines of their own. */
static bool has_lines(const struct json *json)
{
    return json->depth > 0 && json->depth <= (json->lines > 0 ? json->lines : 1);
}

static void start_line(struct json *json, unsigned depth)
{
    buffer_char(json->out, '\n');
    for (unsigned i = 0; i < depth; i++)
        buffer_text(json->out, "  ");
}

/* Writes what separates a key, or a value without one, from the previous item. */
static void separate(struct json *json)
{
    if (json->has_key) {
        json->has_key = false;
        return;
    }
    if (json->has_items)
        buffer_text(json->out, has_lines(json) ? "," : ", ");
    if (has_lines(json))
        start_line(json, json->depth);
    json->has_items = true;
}

void json_open(struct json *json, char bracket)
{
    separate(json);
    buffer_char(json->out, bracket);
    json->depth++;
    json->has_items = false;
}

void json_close(struct json *json, char bracket)
{
    assert(json->depth > 0 && !json->has_key);
    if (has_lines(json) && json->has_items)
        start_line(json, json->depth - 1);
    buffer_char(json->out, bracket);
    json->depth--;
    json->has_items = true;
}

/* Escapes a control character, with the short form if there is one. */
static void add_control(struct buffer *out, uint32_t c)
{
    static const char letters[] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    if (c < sizeof letters && letters[c] != '\0')
        buffer_format(out, "\\%c", letters[c]);
    else
        buffer_format(out, "\\u%04" PRIx32, c);
}

/* Whether a byte is written as it is: printable ASCII that needs no backslash. */
static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* Adds the character at *TEXT, which is not plain, and advances *TEXT past it. */
static void add_special(struct buffer *out, const char **text, const char *end)
{
    const char *start = *text;
    uint32_t code = utf8_next(text, end);
    if (code == '"' || code == '\\')
        buffer_format(out, "\\%c", (char)code);
    else if (code < 0xa0 || utf8_is_bidi_control(code))
        add_control(out, code);
    else if (code == UTF8_REPLACEMENT)
        buffer_text(out, "\xef\xbf\xbd");
    else
        buffer_add(out, start, (size_t)(*text - start));
}

static void add_string(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_char(out, '"');
    while (text < end) {
        const char *start = text;
        while (text < end && is_plain((unsigned char)*text))
            text++;
        buffer_add(out, start, (size_t)(text - start));
        if (text < end)
            add_special(out, &text, end);
    }
    buffer_char(out, '"');
}

void json_key(struct json *json, const char *key)
{
    separate(json);
    add_string(json->out, key);
    buffer_text(json->out, ": ");
    json->has_key = true;
}

void json_text(struct json *json, const char *text)
{
    separate(json);
    if (text == NULL)
        buffer_text(json->out, "null");
    else
        add_string(json->out, text);
}

void json_number(struct json *json, long number)
{
    separate(json);
    buffer_format(json->out, "%ld", number);
}

void json_bool(struct json *json, bool truth)
{
    separate(json);
    buffer_text(json->out, truth ? "true" : "false");
}

void json_raw(struct json *json, const char *value, size_t length)
{
    separate(json);
    buffer_add(json->out, value, length);
}

void json_end(struct json *json)
{
    buffer_char(json->out, '\n');
}

void json_literal(struct json *json, const char *number)
{
    separate(json);
    buffer_text(json->out, number);
}
