/* SPDX-License-Identifier: MIT */
/* SVG markup, written into a buffer: numbers the same on every machine, text escaped. */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include "base/memory/buffer.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* A coordinate, to a hundredth of a point. */
void svg_number(struct buffer *out, double number);
void svg_point(struct buffer *out, struct point point);

/* TEXT for content and attribute values alike. What a file should not bear
   (utf8_is_clean) becomes U+FFFD. */
void svg_escape(struct buffer *out, const char *text);

/* A blank and WORD as a class: letters and digits, of any script; all else becomes hyphens.
   Nothing for "". */
void svg_class(struct buffer *out, const char *word);

/* " NAME="VALUE"", escaped; or with a number. */
void svg_attribute(struct buffer *out, const char *name, const char *value);
void svg_attribute_number(struct buffer *out, const char *name, double value);

/* How a text stands: which of its sides is at X. */
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* One line of text. Y is its baseline. */
struct svg_text {
    struct point at;
    enum anchor anchor;
    double size;
    const char *color;
    bool bold, italic, halo, rtl;
};

void svg_text(struct buffer *out, const struct svg_text *style, const char *text);

/* The lines of BLOCK, centred on STYLE's point, in one element. */
void svg_block(struct buffer *out, const struct svg_text *style, const struct text_block *block);

#endif
