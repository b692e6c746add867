/* SPDX-License-Identifier: MIT */
/* The width of a text in Liberation Sans, as set by a browser. The widths of metrics.h, by which
   figures are drawn, are larger, to be sufficient in other fonts too. */
#ifndef BENCH_LIBERATION_H
#define BENCH_LIBERATION_H

#include <stddef.h>
#include <stdint.h>

#include "scene/metrics.h"

/* In points, of the LENGTH bytes of TEXT, without kerning. What isn't Latin is as wide as
   metrics.h says. */
double liberation_width(const char *text, size_t length, double size, enum metrics_face face);

/* The table: code points FIRST to LAST are at INDEX; in thousandths of an em, 0 where the font
   lacks one. */
struct liberation_range {
    uint32_t first, last;
    size_t index;
};

extern const struct liberation_range liberation_ranges[];
extern const size_t liberation_range_count;
extern const uint16_t liberation_regular[];
extern const uint16_t liberation_bold[];

#endif
