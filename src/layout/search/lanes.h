/* SPDX-License-Identifier: MIT */
/* Calculations on several numbers at a time, by vector instructions if the processor has any
   (vector types of GCC and Clang). Results are the same on every machine. */
#ifndef LAYOUT_SEARCH_LANES_H
#define LAYOUT_SEARCH_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LANES = 4 };
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float))));
typedef int32_t lane_masks __attribute__((vector_size(LANES * sizeof(int32_t)))); /* 0 or -1 */

static inline lanes lanes_of(float value)
{
    return (lanes){value, value, value, value};
}

/* The size of an array of COUNT items with room for the last lanes. */
static inline size_t lanes_padded(size_t count)
{
    return count + LANES;
}

/* The LANES numbers of an array from FIRST on. */
static inline lanes lanes_at(const float *array, size_t first)
{
    return *(const lanes *)(array + first);
}

static inline bool lanes_any(lane_masks masks)
{
    return (masks[0] | masks[1] | masks[2] | masks[3]) != 0;
}

/* VALUES where MASKS are set, otherwise 0. */
static inline lanes lanes_where(lane_masks masks, lanes values)
{
    return (lanes)((lane_masks)values & masks);
}

static inline lanes lanes_greater(lanes a, lanes b)
{
    lane_masks first = a > b;
    return (lanes)(((lane_masks)a & first) | ((lane_masks)b & ~first));
}

static inline lanes lanes_lesser(lanes a, lanes b)
{
    lane_masks first = a < b;
    return (lanes)(((lane_masks)a & first) | ((lane_masks)b & ~first));
}

static inline lanes lanes_absolute(lanes values)
{
    const lane_masks sign = {INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX};
    return (lanes)((lane_masks)values & sign);
}

/* The indices of LANES items of an array from FIRST on. */
static inline lane_masks lanes_indices(size_t first)
{
    int32_t from = (int32_t)first;
    return (lane_masks){from, from + 1, from + 2, from + 3};
}

/* Which of the items from FIRST on are among the first COUNT; which is item INDEX. */
static inline lane_masks lanes_below(size_t first, size_t count)
{
    return lanes_indices(first) < (int32_t)count;
}

static inline lane_masks lanes_equal(size_t first, size_t index)
{
    return lanes_indices(first) == (int32_t)index;
}

static inline double lanes_sum(lanes values)
{
    return ((double)values[0] + (double)values[1]) + ((double)values[2] + (double)values[3]);
}

#endif
