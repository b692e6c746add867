/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/panels.h"

#include <math.h>

/* In points of print. */
static const double caption_height = 14, gap = 14;

static size_t rows_of(size_t count, size_t columns)
{
    return (count + columns - 1) / columns;
}

/* The smaller side of a panel. */
static double side_of(const struct paper *paper, size_t count, size_t columns)
{
    const size_t rows = rows_of(count, columns);
    return fmin(paper->width / (double)columns, paper->height / (double)rows);
}

static size_t choose_columns(const struct paper *paper, size_t count)
{
    size_t best = 1;
    for (size_t i = 2; i <= count; i++)
        if (side_of(paper, count, i) > side_of(paper, count, best))
            best = i;
    return best;
}

struct panels panels_of(const struct scene *scene, double unit)
{
    const size_t count = scene->telling_count;
    if (count < 2)
        return (struct panels){1, 1, 1, 0, 0};
    const size_t columns = choose_columns(&scene->paper, count);
    return (struct panels){count, columns, rows_of(count, columns), caption_height * unit,
                           gap * unit};
}

double panels_width(const struct panels *panels, double width)
{
    const double columns = (double)panels->columns;
    return columns * width + (columns - 1) * panels->gap;
}

double panels_height(const struct panels *panels, double height)
{
    const double rows = (double)panels->rows;
    return rows * (height + panels->caption) + (rows - 1) * panels->gap;
}

double panels_share_of_width(const struct panels *panels, double width)
{
    const double columns = (double)panels->columns;
    return (width - (columns - 1) * panels->gap) / columns;
}

double panels_share_of_height(const struct panels *panels, double height)
{
    const double rows = (double)panels->rows;
    return (height - (rows - 1) * panels->gap) / rows - panels->caption;
}
