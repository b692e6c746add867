/* SPDX-License-Identifier: MIT */
/* Text metrics without fonts: the width of a text, the same on every machine. It is an upper
   bound on the width in Liberation Sans (metrically Arial and Helvetica) and in DejaVu Sans, the
   fonts that viewers substitute for each other. Kerning and ligatures are ignored, so a width is
   too large rather than too small. Text is UTF-8; invalid bytes count as U+FFFD. */
#ifndef SCENE_METRICS_H
#define SCENE_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/metrics_table.h"

enum metrics_face { METRICS_REGULAR, METRICS_BOLD };

/* Heights as fractions of the font size: above and below the baseline, and from one baseline to
   the next. */
#define METRICS_ASCENT 0.93
#define METRICS_DESCENT 0.24
#define METRICS_LINE 1.2

/* The width in points of the LENGTH bytes of TEXT set in SIZE points. Marks have no width;
   letters of Arabic script have the widths of their joined forms. Linear in LENGTH. */
double metrics_width(const char *text, size_t length, double size, enum metrics_face face);

/* The number of bytes, at most LENGTH, of the longest prefix of TEXT that fits into WIDTH points.
   Never cuts within a character, or between a character and its combining marks. To shorten a
   text to WIDTH, subtract the width of "…" first. */
size_t metrics_fit(const char *text, size_t length, double size, enum metrics_face face,
                   double width);

/* The same in units of a thousandth of an em: integers, whose sums are exact. */
uint64_t metrics_units(const char *text, size_t length, enum metrics_face face);
size_t metrics_fit_units(const char *text, size_t length, enum metrics_face face, uint64_t limit);

/* Convert units to points, and WIDTH in points to units, rounded down: at most 10^15, and 0
   unless SIZE and WIDTH are above 0. */
double metrics_points(uint64_t units, double size);
uint64_t metrics_units_in(double width, double size);

/* A character and the widths of its forms, see struct metrics_letter. */
struct metrics_glyph {
    uint16_t widths[METRICS_FORMS];
    enum metrics_joining joining;
    bool transparent; /* adds nothing, and its neighbours join across it */
};

/* Adds up the width of a text, character by character. The width of the last letter isn't known
   until the next one is. Initialize with {.face = …}. */
struct metrics_pen {
    enum metrics_face face;
    uint64_t done; /* units before the last letter */
    struct metrics_glyph last;
    unsigned form; /* of the last letter */
};

void metrics_put(struct metrics_pen *pen, uint32_t code);

/* Puts the character at *TEXT, which is before END, with everything that belongs to it: marks,
   joiners, variation selectors, skin tones. Advances *TEXT past them. */
void metrics_put_cluster(struct metrics_pen *pen, const char **text, const char *end);

#endif
