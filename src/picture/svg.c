/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/svg.h"

#include <string.h>

#include "system/utf8.h"

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

/* XML 1.0, production 2: what a document may hold; but no C1 controls, and nothing that turns the
   direction of what comes behind it. */
static bool is_allowed(uint32_t c)
{
    if (c < 0x20)
        return c == 0x9 || c == 0xa || c == 0xd;
    return (c < 0x7f || c > 0x9f) && c != 0xfffe && c != 0xffff && !utf8_is_turn(c);
}

void svg_escape(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        const char *from = text;
        uint32_t c = utf8_next(&text, end);
        switch (c) {
        case '&': buffer_text(out, "&amp;"); break;
        case '<': buffer_text(out, "&lt;"); break;
        case '>': buffer_text(out, "&gt;"); break;
        case '"': buffer_text(out, "&quot;"); break;
        default:
            if (c == UTF8_REPLACEMENT || !is_allowed(c))
                buffer_text(out, "\xef\xbf\xbd");
            else
                buffer_add(out, from, (size_t)(text - from));
        }
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
    if (style->anchor != ANCHOR_START || style->rtl)
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

void svg_block(struct buffer *out, const struct svg_text *style, const struct text_block *block)
{
    if (block->count == 0)
        return;
    double pitch = block->size * METRICS_LINE;
    /* The middle of a line of text is about a third of its size above the baseline. */
    double first = style->at.y - pitch * (double)(block->count - 1) / 2 + block->size * 0.35;
    struct svg_text line = *style;
    line.at.y = first;
    line.size = block->size;
    open_text(out, &line);
    for (size_t i = 0; i < block->count; i++) {
        if (i > 0) {
            buffer_text(out, "<tspan");
            svg_attribute_number(out, "x", style->at.x);
            svg_attribute_number(out, "dy", pitch);
            buffer_char(out, '>');
        }
        svg_escape(out, block->lines[i]);
        if (i > 0)
            buffer_text(out, "</tspan>");
    }
    buffer_text(out, "</text>\n");
}
