/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/svg.h"

#include <assert.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/utf8.h"

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
    }
    assert(!"a character that svg_escape escapes");
    return "";
}

void svg_escape(struct buffer *out, const char *text)
{
    escape_special(out, text, "&<>\"", entity);
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
    const char *end = word + strlen(word);
    buffer_text(out, word < end ? " " : "");
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

static void open_text(struct buffer *out, const struct svg_text *style)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    buffer_text(out, "<text");
    svg_attribute_number(out, "x", style->at.x);
    svg_attribute_number(out, "y", style->at.y);
    if (style->anchor != SVG_START || style->rtl)
        svg_attribute(out, "text-anchor", anchors[style->anchor]);
    svg_attribute_number(out, "font-size", style->size);
    svg_attribute(out, "fill", style->color);
    if (style->bold)
        svg_attribute(out, "font-weight", "bold");
    if (style->italic)
        svg_attribute(out, "font-style", "italic");
    if (style->rtl)
        svg_attribute(out, "direction", "rtl");
    if (style->halo)
        buffer_text(out, " stroke=\"#FFFFFF\" stroke-width=\"2.5\" stroke-linejoin=\"round\" "
                         "paint-order=\"stroke\"");
    buffer_char(out, '>');
}

void svg_text(struct buffer *out, const struct svg_text *style, const char *text)
{
    open_text(out, style);
    svg_escape(out, text);
    buffer_text(out, "</text>\n");
}

/* Adds a line after the first, PITCH points below the preceding one. */
static void add_span(struct buffer *out, double x, double pitch, const char *line)
{
    buffer_text(out, "<tspan");
    svg_attribute_number(out, "x", x);
    svg_attribute_number(out, "dy", pitch);
    buffer_char(out, '>');
    svg_escape(out, line);
    buffer_text(out, "</tspan>");
}

void svg_block(struct buffer *out, const struct svg_text *style, const struct text_block *block)
{
    if (block->count == 0)
        return;
    double pitch = block->size * METRICS_LINE;
    struct svg_text first = *style;
    /* The middle of a line of text is about a third of its size above the baseline. */
    first.at.y = style->at.y - pitch * (double)(block->count - 1) / 2 + block->size * 0.35;
    first.size = block->size;
    open_text(out, &first);
    svg_escape(out, block->lines[0]);
    for (size_t i = 1; i < block->count; i++)
        add_span(out, style->at.x, pitch, block->lines[i]);
    buffer_text(out, "</text>\n");
}
