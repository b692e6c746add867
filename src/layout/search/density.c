/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/density.h"

#include <math.h>

double density_of_lines(const struct scene *scene)
{
    return (double)scene->line_count / (double)(scene->node_count + 1);
}

double density_pairs_per_step(const struct scene *scene)
{
    double lines = (double)scene->line_count;
    return scene->node_count == 0 ? 1 : fmax(1, lines * lines / (double)scene->node_count);
}
