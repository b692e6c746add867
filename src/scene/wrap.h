/* SPDX-License-Identifier: MIT */
/* Breaks texts into lines, by their widths in metrics.h. */
#ifndef SCENE_WRAP_H
#define SCENE_WRAP_H

#include <stddef.h>

#include "base/status.h"
#include "scene/metrics.h"

enum { WRAP_MAX_LINES = 16, WRAP_MAX_BREAKS = 255 };

/* A line: LENGTH bytes of the text from byte START, without leading and trailing spaces. WIDTH is
   in points. */
struct wrap_line {
    size_t start;
    size_t length;
    double width;
};

/* Breaks TEXT, set in SIZE points, into the smallest number of lines no wider than AIM points or
   the widest word, whichever is wider; if that would be more than MAX_LINES, into MAX_LINES wider
   lines. Among all ways to do so, chooses those whose widest line is narrowest, and among those
   the one whose lines are most even.

   Lines break at spaces (newlines are spaces), after hyphens, dashes and slashes within words
   (but not within a date), and between ideographs; within a word only if it is wider than twice
   AIM. Fills LINES, which has room for MAX_LINES, and returns their number: 0 if TEXT is only
   spaces. Never makes more than WRAP_MAX_LINES lines, and considers only the first
   WRAP_MAX_BREAKS break opportunities; the rest of the text stays in one piece. So shorten a text
   that may be long with metrics_fit first. Takes linear time. SIZE and AIM are above 0. */
size_t wrap_text(const char *text, double size, enum metrics_face face, double aim,
                 struct wrap_line lines[], size_t max_lines);

struct wrap_lines {
    struct wrap_line *items; /* owned; freed by wrap_clear */
    size_t count, capacity;
};

/* Breaks TEXT, of any length, into any number of lines no wider than WIDTH points; a word wider
   than that is broken. A text of up to WRAP_MAX_LINES lines is set evenly, as by wrap_text; in a
   longer one, each line is filled before the next. LINES has no items yet. Fails only with
   STATUS_MEMORY. Takes linear time. */
enum status wrap_whole(const char *text, double size, enum metrics_face face, double width,
                       struct wrap_lines *lines);
void wrap_clear(struct wrap_lines *lines);

/* Breaks the LENGTH bytes of TEXT from byte START into as many lines as they take, filling one
   after the other up to WIDTH points; a word that is wider is broken anywhere. Appends to LINES,
   which the caller frees. Fails only with STATUS_MEMORY. */
enum status wrap_fill(const char *text, size_t start, size_t length, double size,
                      enum metrics_face face, double width, struct wrap_lines *lines);

#endif
