/* SPDX-License-Identifier: MIT */
/* The visual grammar: each visual channel encodes one property, and each property is encoded in
   two channels, so that a figure can be read when printed in greyscale and by colour-blind
   readers. The colours of relations are those of Okabe and Ito (Color Universal Design, 2008)
   with a contrast of at least 3:1 on white. */
#ifndef SCENE_STYLE_H
#define SCENE_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/vocabulary.h"

enum style_shape { SHAPE_BOX, SHAPE_ROUNDED, SHAPE_ELLIPSE, SHAPE_NOTE, SHAPE_DIAMOND };

/* What is drawn at the end of a line. */
enum style_head {
    HEAD_NONE,
    HEAD_TRIANGLE,
    HEAD_BOX, /* hollow, like all that are not called solid but triangle, vee, tee and dot */
    HEAD_VEE,
    HEAD_TEE,
    HEAD_DIAMOND,
    HEAD_SOLID_DIAMOND,
    HEAD_OPEN_TRIANGLE,
    HEAD_DOT,
    HEAD_SOLID_BOX
};

/* Colours are "#rrggbb". */
struct style_node {
    enum style_shape shape;
    const char *fill, *border, *text;
    bool bold;
};

struct style_line {
    const char *color;
    enum style_head head;
};

/* A small sign on a line, near its start, for its phase: two oblique strokes, the sign of
   genograms for a relationship that has ended (McGoldrick, Gerson and Petry, Genograms, 2008), or
   an empty ring. */
enum style_badge { BADGE_NONE, BADGE_STROKES, BADGE_RING };

struct style_evidence {
    const double *dashes; /* dash, gap and so on, in multiples of the line's width */
    size_t dash_count;    /* even; 0: solid */
    const char *style;    /* Graphviz's name for the pattern */
    const char *mark;     /* in the label, with the meaning of the pattern; "" for none */
};

const struct style_node *style_of_kind(enum vertex_kind kind);
const struct style_line *style_of_type(enum relation_type type);
const struct style_evidence *style_of_evidence(enum evidence evidence);

/* What is drawn at the end of a relation of TYPE: a type without a head, such as contact, is
   mutual by default, and gets one if it isn't. */
enum style_head style_head(enum relation_type type, bool mutual);

/* Whether a relation of TYPE with ENDS ends is drawn through a junction: if there are more than
   two, or if its type puts one actor between the others, as mediation does. */
bool style_has_junction(enum relation_type type, size_t ends);

/* The line width in points, 0.75 to 3, for a weight of 1 to 5. */
double style_width(unsigned weight);

enum style_badge style_badge(enum relation_phase phase);

/* The same as a text at the line's tail; "" for none. */
const char *style_tail_label(enum relation_phase phase);

/* Graphviz's name for a shape or a head. */
const char *style_shape_name(enum style_shape shape);
const char *style_head_name(enum style_head head);

/* The distance from the outline of an actor to another one inside it, in points. */
#define STYLE_INNER_INSET 2.5

/* Of a bloc that is drawn as a group: fills of those at an even and at an odd depth, and the
   border. Light enough for any line and text, also in print without colours. */
#define STYLE_BLOC_FILL "#F1F1F1"
#define STYLE_INNER_BLOC_FILL "#E4E4E4"
#define STYLE_BLOC_BORDER "#8C8C8C"
#define STYLE_BLOC_CORNER 5.0 /* the radius of its corners, in points */

/* Fills for the values of an attribute, which differ in lightness or, from the fifth on, in
   having a dashed outline inside, so that they can be told apart in print without colours; and
   those for no value, and for a bloc of several. */
enum { STYLE_COLORS = 8, STYLE_NO_VALUE, STYLE_SEVERAL_VALUES };
const struct style_node *style_of_color(unsigned color);
bool style_color_is_dashed(unsigned color);

#define STYLE_INK "#1A1A1A"
#define STYLE_MUTED "#555555"
/* Of ties in the background: lines with a contrast of 3:1 on white, texts with 4.5:1 also on the
   fill of a bloc. */
#define STYLE_PALE "#8C8C8C"
#define STYLE_PALE_TEXT "#696969"
#define STYLE_FONTS "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"
/* Those of text with characters that the first of the above lacks: CairoSVG looks into no other,
   and LibreOffice draws boxes across digits of the Arabic script. */
#define STYLE_BROAD_FONTS "DejaVu Sans, Arial, Helvetica, sans-serif"

#endif
