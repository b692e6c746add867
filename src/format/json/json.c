/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/json/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/text/utf8.h"

static void indent(struct json *json)
{
    if (json->depth == 1)
        buffer_text(json->out, "\n  ");
}

/* What stands before a value, or before a key. */
static void separate(struct json *json)
{
    if (json->keyed) {
        json->keyed = false;
        return;
    }
    if (json->filled)
        buffer_text(json->out, json->depth == 1 ? "," : ", ");
    indent(json);
    json->filled = true;
}

void json_open(struct json *json, char bracket)
{
    separate(json);
    buffer_char(json->out, bracket);
    json->depth++;
    json->filled = false;
}

void json_close(struct json *json, char bracket)
{
    if (json->depth == 1 && json->filled)
        buffer_char(json->out, '\n');
    buffer_char(json->out, bracket);
    json->depth--;
    json->filled = true;
}

/* A character that controls what it is shown on; there may be a short form. */
static void add_control(struct buffer *out, uint32_t c)
{
    static const char letters[] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    if (c < sizeof letters && letters[c] != '\0')
        buffer_format(out, "\\%c", letters[c]);
    else
        buffer_format(out, "\\u%04" PRIx32, c);
}

/* Whether a byte stands for itself: ASCII that needs no backslash. */
static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* Adds the character at *TEXT, which is not plain, and moves behind it. */
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
    json->keyed = true;
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

void json_end(struct json *json)
{
    buffer_char(json->out, '\n');
}
