/* SPDX-License-Identifier: MIT */
/* What is wrong with an arrangement, in whole numbers: a thousand is one crossing. Whole, so that
   sums are exact however they are gathered. The weights are in cost.c, with their reasons. */
#ifndef PICTURE_COST_H
#define PICTURE_COST_H

#include <stdint.h>

#include "picture/arrangement.h"

/* What an item costs by itself: its length, its bend, what of it is off the page. */
int32_t cost_of(const struct arrangement *arrangement, uint32_t item);

/* What two different items cost each other, in whichever order. */
int32_t cost_between(const struct arrangement *arrangement, uint32_t a, uint32_t b);

#endif
