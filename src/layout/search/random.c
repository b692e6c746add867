/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/random.h"

#include <math.h>

static uint64_t draw(struct random *random)
{
    uint64_t z = random->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

double random_unit(struct random *random)
{
    return (double)(draw(random) >> 11) * 0x1p-53;
}

uint32_t random_below(struct random *random, uint32_t limit)
{
    return (uint32_t)((draw(random) >> 32) * limit >> 32);
}

double random_spread(struct random *random)
{
    double sum = random_unit(random);
    sum += random_unit(random);
    sum += random_unit(random);
    return sum - 1.5;
}

/* ln x = 2 artanh((x - 1) / (x + 1)), whose series is short for x from 0.7 to 1.4. */
static double logarithm(double x)
{
    static const double ln2 = 0.69314718055994531;
    int exponent;
    double mantissa = frexp(x, &exponent);
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2;
        exponent--;
    }
    double z = (mantissa - 1) / (mantissa + 1), square = z * z, power = z, sum = z;
    for (int i = 3; i <= 15; i += 2) {
        power *= square;
        sum += power / i;
    }
    return 2 * sum + exponent * ln2;
}

double random_log(struct random *random)
{
    return logarithm(1 - random_unit(random));
}
