/* SPDX-License-Identifier: MIT */
/* Breaks texts into lines, by their widths in metrics.h. */
#ifndef SCENE_WRAP_H
#define SCENE_WRAP_H

#include <stddef.h>

#include "scene/metrics.h"

enum { WRAP_MAX_LINES = 16, WRAP_MAX_BREAKS = 255 };

/* A line: LENGTH bytes of the text from byte START, without the spaces around them, and its width
   in points. */
struct wrap_line {
    size_t start;
    size_t length;
    double width;
};

/* Breaks TEXT into the smallest number of lines, at most MAX_LINES, none of them wider than AIM
   points, or than the widest word where that is wider than AIM; where MAX_LINES are not enough,
   the lines become wider. Of all such ways it takes one whose widest line is narrowest, and of
   those the one whose lines are most even.

   Lines break at spaces (newlines are spaces), after hyphens, dashes and slashes within words
   (but not within a date), and between ideographs; within a word only if that is wider than twice
   AIM. Fills LINES, which has room for MAX_LINES, and returns their number: 0 for a text of
   nothing but spaces. Never makes more than WRAP_MAX_LINES lines, and considers only the first
   WRAP_MAX_BREAKS places to break: what follows them stays in one piece. So shorten a text that
   may be long by metrics_fit first. Linear in the length of the text. SIZE and AIM are above
   0. */
size_t wrap_text(const char *text, double size, enum metrics_face face, double aim,
                 struct wrap_line lines[], size_t max_lines);

#endif
