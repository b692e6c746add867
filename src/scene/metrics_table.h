/* SPDX-License-Identifier: MIT */
/* The widths behind metrics.h, written by maint/advance-widths.py. All widths are in thousandths
   of an em, rounded up; each is the larger of those in Liberation Sans and DejaVu Sans. */
#ifndef SCENE_METRICS_TABLE_H
#define SCENE_METRICS_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* The width of a code point that is in none of the ranges. */
enum { METRICS_UNKNOWN_WIDTH = 1000 };

/* Code points FIRST to LAST. The width of code point C is at INDEX + (C - FIRST) * STEP in
   metrics_regular and metrics_bold: STEP is 0 if all have the same width, otherwise 1. */
struct metrics_range {
    uint32_t first;
    uint32_t last;
    uint16_t index;
    uint16_t step;
};

/* How a letter of a cursive script joins its neighbours (Unicode's Joining_Type): not at all;
   only the preceding letter (Right_Joining); both (Dual_Joining); or both, without forms of its
   own (Join_Causing). */
enum metrics_joining {
    METRICS_JOINS_NONE,
    METRICS_JOINS_RIGHT,
    METRICS_JOINS_DUAL,
    METRICS_JOINS_CAUSE
};

/* The forms of a letter: isolated, joined to the preceding letter (final), to the following
   letter (initial), or to both (medial). */
enum { METRICS_FORMS = 4 };

/* A letter and the widths of its forms, regular and bold. */
struct metrics_letter {
    uint16_t code;
    uint16_t joining;
    uint16_t widths[2][METRICS_FORMS];
};

/* Sorted by code point. */
extern const struct metrics_range metrics_ranges[];
extern const size_t metrics_range_count;
extern const uint16_t metrics_regular[];
extern const uint16_t metrics_bold[];
extern const struct metrics_letter metrics_letters[];
extern const size_t metrics_letter_count;

#endif
