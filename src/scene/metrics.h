/* SPDX-License-Identifier: MIT */
/* Text metrics without fonts: how wide a text is, the same on every machine. A text takes no more
   room than this in Liberation Sans (Arial, Helvetica) nor in DejaVu Sans, the fonts that viewers
   substitute for each other. Kerning and ligatures are ignored, so a width is too large rather
   than too small. Text is UTF-8; invalid bytes count as U+FFFD. */
#ifndef SCENE_METRICS_H
#define SCENE_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/metrics_table.h"

enum metrics_face { METRICS_REGULAR, METRICS_BOLD };

/* Heights as shares of the font's size: above and below the baseline, and from one baseline to
   the next. */
#define METRICS_ASCENT 0.93
#define METRICS_DESCENT 0.24
#define METRICS_LINE 1.2

/* The width in points of the LENGTH bytes of TEXT set in SIZE points. Marks have no width;
   letters of Arabic script have the widths of their joined forms. Linear in LENGTH. */
double metrics_width(const char *text, size_t length, double size, enum metrics_face face);

/* How many of the first LENGTH bytes of TEXT fit into WIDTH points. Never cuts within a
   character, nor between a character and the marks on it. To shorten a text to WIDTH, subtract
   the width of the "…" first. */
size_t metrics_fit(const char *text, size_t length, double size, enum metrics_face face,
                   double width);

/* The same in units, thousandths of an em: whole numbers, whose sums are exact. */
uint64_t metrics_units(const char *text, size_t length, enum metrics_face face);
size_t metrics_fit_units(const char *text, size_t length, enum metrics_face face, uint64_t limit);

/* From units to points, and the largest number of units in WIDTH points, at most 10^15; 0 if SIZE
   or WIDTH is not above 0. */
double metrics_points(uint64_t units, double size);
uint64_t metrics_units_in(double width, double size);

/* A character and the widths of its forms, see struct metrics_letter. */
struct metrics_glyph {
    uint16_t widths[METRICS_FORMS];
    enum metrics_joining joining;
    bool transparent; /* adds nothing, and its neighbours join across it */
};

/* Advances along a text. The width of the last letter is open until the next one is known.
   Initialise with {.face = …}. */
struct metrics_pen {
    enum metrics_face face;
    uint64_t done; /* units before the last letter */
    struct metrics_glyph last;
    unsigned form; /* of the last letter */
};

void metrics_put(struct metrics_pen *pen, uint32_t code);

/* Puts the character at *TEXT, which is before END, and all that belongs to it: marks, joiners,
   variation selectors, skin tones. Moves *TEXT past them. */
void metrics_put_cluster(struct metrics_pen *pen, const char **text, const char *end);

#endif
