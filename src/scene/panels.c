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

size_t panels_break(const struct panels *panels, const char *caption, double size,
                    struct wrap_line lines[PANELS_CAPTION_LINES])
{
    return wrap_text(caption, size, METRICS_BOLD, panels->aim, lines, PANELS_CAPTION_LINES);
}

/* Makes room for the captions of SCENE. */
static void set_captions(struct panels *panels, const struct scene *scene, double unit)
{
    const double size = PANELS_CAPTION_SIZE * unit;
    size_t most = 1;
    for (size_t i = 0; i < panels->count; i++) {
        struct wrap_line lines[PANELS_CAPTION_LINES];
        const size_t count = panels_break(panels, scene->tellings[i].heading, size, lines);
        most = count > most ? count : most;
        for (size_t j = 0; j < count; j++)
            panels->width = fmax(panels->width, lines[j].width);
    }
    panels->lines = most;
    panels->caption = caption_height * unit + (double)(most - 1) * size * METRICS_LINE;
}

struct panels panels_of(const struct scene *scene, double unit, double width)
{
    const size_t count = scene->telling_count;
    if (count < 2)
        return (struct panels){1, 1, 1, 0, 0, 0, 0, 0};
    const size_t columns = choose_columns(&scene->paper, count);
    struct panels panels = {
        .count = count, .columns = columns, .rows = rows_of(count, columns), .gap = gap * unit};
    panels.aim = panels_share_of_width(&panels, width);
    set_captions(&panels, scene, unit);
    return panels;
}

double panels_width_around(const struct panels *panels, double width)
{
    return fmax(width, panels->width);
}

double panels_width(const struct panels *panels, double width)
{
    const double columns = (double)panels->columns;
    return columns * panels_width_around(panels, width) + (columns - 1) * panels->gap;
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
