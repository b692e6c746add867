/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg.h"

#include <assert.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/utf8.h"
#include "scene/style.h"
#include "scene/trim.h"

void svg_number(struct buffer *out, double number)
{
    buffer_number(out, number, 2);
}

void svg_point(struct buffer *out, struct point point)
{
    svg_number(out, point.x);
    buffer_char(out, ',');
    svg_number(out, point.y);
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;"; /* a parser would turn it into a line feed */
    }
    assert(!"a character that svg_escape escapes");
    return "";
}

void svg_escape(struct buffer *out, const char *text)
{
    escape_special(out, text, "&<>\"\r", entity);
}

/* Whether CODE may be part of an XML name (XML 1.0, productions 4 and 4a) and is not
   punctuation. */
static bool is_letter(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{'0', '9'},       {'A', 'Z'},       {'a', 'z'},       {0xb7, 0xb7},
                  {0xc0, 0xd6},     {0xd8, 0xf6},     {0xf8, 0x37d},    {0x37f, 0x1fff},
                  {0x200c, 0x200d}, {0x203f, 0x2040}, {0x2070, 0x218f}, {0x2c00, 0x2fef},
                  {0x3001, 0xd7ff}, {0xf900, 0xfdcf}, {0xfdf0, 0xfffd}, {0x10000, 0xeffff}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code <= ranges[i].last)
            return code >= ranges[i].first;
    return false;
}

void svg_class(struct buffer *out, const char *word)
{
    svg_prefixed_class(out, "", word);
}

void svg_prefixed_class(struct buffer *out, const char *prefix, const char *word)
{
    const char *end = word + strlen(word);
    if (word < end)
        buffer_format(out, " %s", prefix);
    while (word < end) {
        const char *start = word;
        uint32_t code = utf8_next(&word, end);
        if (is_letter(code) && utf8_is_printable(code, start))
            buffer_add(out, start, (size_t)(word - start));
        else
            buffer_char(out, '-');
    }
}

void svg_attribute(struct buffer *out, const char *name, const char *value)
{
    buffer_format(out, " %s=\"", name);
    svg_escape(out, value);
    buffer_char(out, '"');
}

void svg_attribute_number(struct buffer *out, const char *name, double value)
{
    buffer_format(out, " %s=\"", name);
    svg_number(out, value);
    buffer_char(out, '"');
}

/* Many programs ignore the attribute "direction", so that anchors are those of text that runs
   from left to right, the default; see add_text. */
static enum svg_anchor written_anchor(const struct svg_text *style)
{
    return style->rtl ? (enum svg_anchor)(SVG_END - style->anchor) : style->anchor;
}

/* Whether TEXT has a digit of the Arabic script, or the mark of denied relations. */
static bool needs_broad_fonts(const char *text)
{
    enum { MULTIPLICATION_X = 0x2715 };
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9) ||
            code == MULTIPLICATION_X)
            return true;
    }
    return false;
}

static void open_text(struct buffer *out, const struct svg_text *style, const char *text)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    enum svg_anchor anchor = written_anchor(style);
    buffer_text(out, "<text");
    svg_attribute_number(out, "x", style->at.x);
    svg_attribute_number(out, "y", style->at.y);
    if (anchor != SVG_START)
        svg_attribute(out, "text-anchor", anchors[anchor]);
    svg_attribute_number(out, "font-size", style->size);
    svg_attribute(out, "fill", style->color);
    if (style->bold)
        svg_attribute(out, "font-weight", "bold");
    if (style->italic)
        svg_attribute(out, "font-style", "italic");
    if (needs_broad_fonts(text))
        svg_attribute(out, "font-family", STYLE_BROAD_FONTS);
    buffer_char(out, '>');
}

static void add_trimmed(struct buffer *out, const char *text)
{
    struct buffer trimmed = BUFFER_EMPTY;
    buffer_text(&trimmed, text);
    if (trimmed.length > 0 && !trimmed.failed && trim_text(trimmed.bytes))
        text = trimmed.bytes;
    svg_escape(out, text);
    out->failed |= trimmed.failed;
    buffer_clear(&trimmed);
}

/* A line from right to left is in an isolate of that direction (UAX 9), which does not depend on
   its first letter. */
static void add_text(struct buffer *out, const char *text, bool rtl)
{
    buffer_text(out, rtl ? UTF8_RIGHT_TO_LEFT_ISOLATE : "");
    add_trimmed(out, text);
    buffer_text(out, rtl ? UTF8_POP_ISOLATE : "");
}

void svg_text(struct buffer *out, const struct svg_text *style, const char *text)
{
    open_text(out, style, text);
    add_text(out, text, style->rtl);
    buffer_text(out, "</text>\n");
}

void svg_block(struct buffer *out, const struct svg_text *style, const struct text_block *block)
{
    double pitch = block->size * METRICS_LINE;
    struct svg_text line = *style;
    line.size = block->size;
    for (size_t i = 0; i < block->count; i++) {
        double below = (double)i - (double)(block->count - 1) / 2;
        /* The middle of a line of text is about a third of its size above the baseline. */
        line.at.y = style->at.y + pitch * below + block->size * 0.35;
        svg_text(out, &line, block->lines[i]);
    }
}
