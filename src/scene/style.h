/* SPDX-License-Identifier: MIT */
/* The visual grammar: one channel says one thing, and each is doubled by another, so that a
   figure survives a greyscale printer and a colour-blind reader. Colours of relations are those
   of Okabe and Ito (Color Universal Design, 2008) that reach 3:1 on white. */
#ifndef SCENE_STYLE_H
#define SCENE_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/vocabulary.h"

enum shape { SHAPE_BOX, SHAPE_ROUNDED, SHAPE_ELLIPSE, SHAPE_NOTE, SHAPE_DIAMOND };

/* The end of a line, from plain to tee. */
enum head { HEAD_NONE, HEAD_TRIANGLE, HEAD_BOX, HEAD_VEE, HEAD_TEE };

/* "#rrggbb". */
struct node_style {
    enum shape shape;
    const char *fill, *border, *text;
    bool bold;
};

struct line_style {
    const char *color;
    enum head head;
};

struct evidence_style {
    const char *dashes; /* SVG's stroke-dasharray in units of 1 pt; NULL: solid */
    const char *style;  /* Graphviz's */
    const char *mark;   /* doubles the pattern; "" for none */
};

const struct node_style *style_of_kind(enum vertex_kind kind);
const struct line_style *style_of_type(enum relation_type type);
const struct evidence_style *style_of_evidence(enum evidence evidence);

/* Whether a relation of TYPE with so many ENDS is drawn through a junction: what leads to
   several, and who stands between others. */
bool style_has_junction(enum relation_type type, size_t ends);

/* Line width in points for a weight of 1 to 5: 0.75 to 3. */
double style_width(unsigned weight);

/* How much of its colour a relation of PHASE keeps: 1, or less for what is past. */
double style_opacity(enum relation_phase phase);

/* Graphviz's name for a shape, or for a head of a relation of PHASE. */
const char *style_shape_name(enum shape shape);
const char *style_head_name(enum head head, enum relation_phase phase);

#define STYLE_INK "#1A1A1A"
#define STYLE_MUTED "#555555"
#define STYLE_FONTS "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"

#endif
