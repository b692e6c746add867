/* SPDX-License-Identifier: MIT */
/* Text metrics without fonts: how wide a text is and where its lines break, the same on every
   machine. A text takes no more room than this in Liberation Sans (Arial, Helvetica) nor in
   DejaVu Sans, the fonts that viewers put in each other's place. Widths are in points. Text is
   UTF-8; bytes that are not count as U+FFFD. */
#ifndef SCENE_METRICS_H
#define SCENE_METRICS_H

#include <stddef.h>

enum metrics_face { METRICS_REGULAR, METRICS_BOLD };

/* Heights as shares of the font's size: above and below the baseline, and from one baseline to
   the next. */
#define METRICS_ASCENT 0.93
#define METRICS_DESCENT 0.24
#define METRICS_LINE 1.2

enum { METRICS_MAX_LINES = 16, METRICS_MAX_BREAKS = 255 };

/* A line of a wrapped text: LENGTH bytes from byte START, without the spaces around them. */
struct metrics_line {
    size_t start;
    size_t length;
    double width;
};

/* The width of the LENGTH bytes of TEXT set in SIZE points. Marks take no room; letters of
   Arabic script have the widths of their joined forms. Kerning and ligatures are left out, so
   the width is rather too large than too small. Takes time in proportion to LENGTH. */
double metrics_width(const char *text, size_t length, double size, enum metrics_face face);

/* How many of the LENGTH bytes of TEXT, from the first, fit into WIDTH points. Never cuts within
   a character, nor between a character and the marks on it. To shorten a text to WIDTH, take off
   the width of the "…" first. */
size_t metrics_fit(const char *text, size_t length, double size, enum metrics_face face,
                   double width);

/* Breaks TEXT, ended by a zero byte, into the smallest number of lines, at most MAX_LINES, that
   are each no wider than AIM points, or than the widest word where that is wider than AIM; where
   MAX_LINES don't suffice, the lines become wider. Of all ways to do so it takes one whose widest
   line is narrowest, and of those the one with the most even lines.

   Lines break at spaces (newlines are spaces), after hyphens, dashes and slashes within words
   (but not within a date), and between ideographs; within a word only where that is wider than
   twice AIM. Fills LINES, which has room for MAX_LINES, and returns how many there are: none for
   a text of nothing but spaces. Never makes more than METRICS_MAX_LINES, and looks no further
   than the first METRICS_MAX_BREAKS chances to break: what comes after them stays in one piece.
   So a text that may be long is first shortened by metrics_fit to what the lines can hold. Takes
   time in proportion to the length of the text. SIZE and AIM are above 0. */
size_t metrics_wrap(const char *text, double size, enum metrics_face face, double aim,
                    struct metrics_line lines[], size_t max_lines);

#endif
