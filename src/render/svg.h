/* SPDX-License-Identifier: MIT */
/* Writers of SVG markup: numbers are the same on every machine, text is escaped. All functions
   append to OUT, where allocation failure is sticky. */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include "base/memory/buffer.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* A coordinate, rounded to a hundredth of a point; a point is "X,Y". */
void svg_number(struct buffer *out, double number);
void svg_point(struct buffer *out, struct point point);

/* TEXT, escaped for both content and attribute values. Characters that a file should not contain
   (see utf8_is_clean) become U+FFFD. */
void svg_escape(struct buffer *out, const char *text);

/* A space and WORD as a class name: letters and digits of any script are kept, everything else
   becomes hyphens. Nothing for "". */
void svg_class(struct buffer *out, const char *word);

/* The same with PREFIX, for a word from a dataset, which could be any other class. */
void svg_prefixed_class(struct buffer *out, const char *prefix, const char *word);

/* ‘ NAME="VALUE"’, escaped; or with a number. */
void svg_attribute(struct buffer *out, const char *name, const char *value);
void svg_attribute_number(struct buffer *out, const char *name, double value);

/* The part of a text that is at its X. */
enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

/* A line of text, whose baseline is at Y. Where lines run from right to left, SVG_START is the
   right end. */
struct svg_text {
    struct point at;
    enum svg_anchor anchor;
    double size;
    const char *color;
    bool bold, italic, rtl;
};

void svg_text(struct buffer *out, const struct svg_text *style, const char *text);

/* The lines of BLOCK, centred on the point of STYLE, each in an element of its own: many programs
   ignore the positions of <tspan>. STYLE has no size. */
void svg_block(struct buffer *out, const struct svg_text *style, const struct text_block *block);

#endif
