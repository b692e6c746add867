/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/xml.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/text/utf8.h"

void xml_declare(struct xml *xml)
{
    buffer_text(xml->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

static void close_tag(struct xml *xml)
{
    if (xml->tagging)
        buffer_char(xml->out, '>');
    xml->tagging = false;
}

static void start_line(struct xml *xml)
{
    if (xml->out->length > 0)
        buffer_char(xml->out, '\n');
    for (unsigned i = 0; i < xml->depth; i++)
        buffer_text(xml->out, "  ");
}

/* Begins an element, comment or instruction: on a line of its own, unless it is within text. */
static void start_item(struct xml *xml)
{
    close_tag(xml);
    if (!xml->text)
        start_line(xml);
}

void xml_place(struct xml *xml, uint32_t line, uint32_t column)
{
    if (xml->visitor != NULL && xml->visitor->place != NULL)
        xml->visitor->place(xml->context, line, column);
}

void xml_start(struct xml *xml, const char *name)
{
    if (xml->visitor != NULL) {
        xml->visitor->start(xml->context, name);
        return;
    }
    start_item(xml);
    buffer_char(xml->out, '<');
    buffer_text(xml->out, name);
    xml->depth++;
    xml->tagging = true;
    xml->text = false;
}

void xml_end(struct xml *xml, const char *name)
{
    if (xml->visitor != NULL) {
        xml->visitor->end(xml->context, name);
        return;
    }
    assert(xml->depth > 0);
    xml->depth--;
    if (xml->tagging) {
        buffer_text(xml->out, "/>");
    } else {
        if (!xml->text)
            start_line(xml);
        buffer_text(xml->out, "</");
        buffer_text(xml->out, name);
        buffer_char(xml->out, '>');
    }
    xml->tagging = false;
    xml->text = false;
}

/* Whether CODE is written as a reference by its number. Readers would normalize white space other
   than spaces in attributes; DEL and C1 controls would affect a terminal. */
static bool is_referred_to(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x7f && code < 0xa0);
}

/* Adds a character that must not be written literally. */
static void add_special(struct buffer *out, uint32_t code)
{
    if (code == '&')
        buffer_text(out, "&amp;");
    else if (code == '<')
        buffer_text(out, "&lt;");
    else if (code == '>')
        buffer_text(out, "&gt;");
    else if (code == '"')
        buffer_text(out, "&quot;");
    else if (is_referred_to(code))
        buffer_format(out, "&#%" PRIu32 ";", code);
    else
        buffer_text(out, "\xef\xbf\xbd");
}

static bool is_plain(uint32_t code)
{
    return code >= ' ' && utf8_is_clean(code) && code != '&' && code != '<' && code != '>' &&
           code != '"';
}

/* Whether CODE replaces invalid UTF-8 from START to END, rather than being a literal U+FFFD. */
static bool is_broken(uint32_t code, const char *start, const char *end)
{
    return code == UTF8_REPLACEMENT &&
           (end - start != 3 || memcmp(start, "\xef\xbf\xbd", 3) != 0);
}

/* Whether a byte is a plain character by itself, as nearly all are. */
static bool is_plain_byte(char c)
{
    return c >= ' ' && (unsigned char)c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"';
}

static void add_escaped(struct buffer *out, const char *text, size_t length, bool quotes)
{
    const char *end = text + length, *plain = text;
    while (text < end) {
        if (is_plain_byte(*text)) {
            text++;
            continue;
        }
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if ((is_plain(code) && !is_broken(code, start, text)) || (quotes && code == '"'))
            continue;
        buffer_add(out, plain, (size_t)(start - plain));
        add_special(out, code);
        plain = text;
    }
    buffer_add(out, plain, (size_t)(end - plain));
}

void xml_attribute(struct xml *xml, const char *name, const char *value)
{
    if (xml->visitor != NULL) {
        xml->visitor->attribute(xml->context, name, value);
        return;
    }
    assert(xml->tagging);
    buffer_char(xml->out, ' ');
    buffer_text(xml->out, name);
    buffer_text(xml->out, "=\"");
    add_escaped(xml->out, value, strlen(value), false);
    buffer_char(xml->out, '"');
}

void xml_text(struct xml *xml, const char *text, size_t length)
{
    if (length == 0)
        return;
    if (xml->visitor != NULL) {
        xml->visitor->text(xml->context, text, length);
        return;
    }
    close_tag(xml);
    add_escaped(xml->out, text, length, xml->quotes);
    xml->text = true;
}

/* Adds TEXT with a space inserted between the two characters of each BREAKER. */
static void add_broken(struct buffer *out, const char *text, const char breaker[2])
{
    for (; *text != '\0'; text++) {
        buffer_char(out, *text);
        if (text[0] == breaker[0] && text[1] == breaker[1])
            buffer_char(out, ' ');
    }
}

void xml_comment(struct xml *xml, const char *text)
{
    size_t length = strlen(text);
    if (xml->visitor != NULL) {
        xml->visitor->comment(xml->context, false);
        return;
    }
    start_item(xml);
    buffer_text(xml->out, "<!--");
    add_broken(xml->out, text, "--");
    buffer_text(xml->out, length > 0 && text[length - 1] == '-' ? " -->" : "-->");
}

void xml_instruction(struct xml *xml, const char *text)
{
    if (xml->visitor != NULL) {
        xml->visitor->comment(xml->context, true);
        return;
    }
    start_item(xml);
    buffer_text(xml->out, "<?");
    add_broken(xml->out, text, "?>");
    buffer_text(xml->out, "?>");
}

uint32_t xml_add_clean(struct buffer *out, const char *text, size_t length)
{
    const char *end = text + length, *clean = text;
    uint32_t first = 0;
    while (text < end) {
        if (*text >= ' ' && (unsigned char)*text < 0x7f) { /* as most are */
            text++;
            continue;
        }
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (is_referred_to(code) || (utf8_is_clean(code) && !is_broken(code, start, text)))
            continue;
        buffer_add(out, clean, (size_t)(start - clean));
        buffer_text(out, "\xef\xbf\xbd");
        first = first == 0 ? code : first;
        clean = text;
    }
    buffer_add(out, clean, (size_t)(end - clean));
    return first;
}
