/* SPDX-License-Identifier: MIT */
/* Pseudorandom numbers that are the same on every machine. The generator is SplitMix64 (Steele,
   Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Functions of the
   math library that may round differently are not used. */
#ifndef LAYOUT_SEARCH_RANDOM_H
#define LAYOUT_SEARCH_RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state; /* the seed: any number */
};

/* Uniform from 0 up to, but not including, 1. */
double random_unit(struct random *random);

/* Uniform from 0 up to, but not including, LIMIT, which is not 0. */
uint32_t random_below(struct random *random, uint32_t limit);

/* Approximately normal, with mean 0 and standard deviation 0.5, from -1.5 to 1.5. */
double random_spread(struct random *random);

/* The natural logarithm, 0 or less, of a number that is uniform from above 0 up to 1. */
double random_log(struct random *random);

#endif
