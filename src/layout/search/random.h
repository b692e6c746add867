/* SPDX-License-Identifier: MIT */
/* Random numbers that are the same on every machine: the generator is SplitMix64 (Steele, Lea and
   Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), and nothing here calls a
   mathematical library whose last digits may differ. */
#ifndef LAYOUT_SEARCH_RANDOM_H
#define LAYOUT_SEARCH_RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state; /* any number is a seed */
};

/* From 0 up to, but not, 1. */
double random_unit(struct random *random);

/* From 0 up to, but not, LIMIT, which is above 0. */
uint32_t random_below(struct random *random, uint32_t limit);

/* About normal, mean 0, standard deviation 0.5, never beyond 1.5. */
double random_spread(struct random *random);

/* The natural logarithm of a number drawn from above 0 up to 1: 0 or less. */
double random_log(struct random *random);

#endif
