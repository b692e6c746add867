/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/density.h"

#include <math.h>

double density_of_lines(const struct scene *scene)
{
    return (double)scene->line_count / (double)(scene->node_count + 1);
}

bool density_is_high(const struct scene *scene)
{
    static const double high = 1.9;
    return density_of_lines(scene) > high;
}

double density_pairs_per_step(const struct scene *scene)
{
    double lines = (double)scene->line_count;
    return scene->node_count == 0 ? 1 : fmax(1, lines * lines / (double)scene->node_count);
}
