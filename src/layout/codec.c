/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/codec.h"

#include <math.h>
#include <stdlib.h>

#include "layout/limits.h"

/* The largest coordinate of a figure in points: about 350 metres. */
static const double largest = 1e6;

/* The most curves of a line; an engine makes a few for each actor or rank that it passes. */
enum { MOST_CURVES = 1000 };

size_t codec_limit(const struct scene *scene)
{
    enum { OTHERS = 4096 };
    const size_t line = sizeof(struct layout_path) + MOST_CURVES * sizeof(struct cubic);
    const size_t points = scene->node_count + scene->tie_count;
    if (scene->line_count >= LAYOUT_BYTES / line)
        return LAYOUT_BYTES;
    const size_t bytes = OTHERS + points * sizeof(struct point) + scene->line_count * line;
    return bytes < LAYOUT_BYTES ? bytes : LAYOUT_BYTES;
}

/* The curves are written in the order of the lines. */
static void add_paths(const struct layout *layout, struct buffer *out)
{
    uint32_t first = 0;
    for (size_t i = 0; i < layout->line_count; i++) {
        const struct layout_path path = {first, layout->paths[i].count};
        buffer_add(out, &path, sizeof path);
        first += path.count;
    }
}

void codec_encode(const struct layout *layout, struct buffer *out)
{
    const size_t counts[] = {layout->node_count, layout->line_count, layout->relation_count,
                             layout->curve_count};
    const double size[] = {layout->width, layout->height};
    buffer_add(out, counts, sizeof counts);
    buffer_add(out, size, sizeof size);
    buffer_add(out, layout->nodes, layout->node_count * sizeof *layout->nodes);
    add_paths(layout, out);
    buffer_add(out, layout->labels, layout->relation_count * sizeof *layout->labels);
    for (size_t i = 0; i < layout->line_count; i++)
        buffer_add(out, layout->curves + layout->paths[i].first,
                   layout->paths[i].count * sizeof *layout->curves);
}

static bool can_be_drawn(const struct point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!(fabs(points[i].x) < largest) || !(fabs(points[i].y) < largest))
            return false;
    return true;
}

/* Whether each curve belongs to one path, and no path has too many. */
static bool are_paths_sound(const struct layout *layout)
{
    size_t next = 0;
    for (size_t i = 0; i < layout->line_count; i++) {
        const struct layout_path *path = &layout->paths[i];
        if (path->first != next || path->count == 0 || path->count > MOST_CURVES ||
            path->count > layout->curve_count - next)
            return false;
        next += path->count;
    }
    return next == layout->curve_count;
}

static bool is_sound(const struct layout *layout)
{
    if (!are_paths_sound(layout))
        return false;
    for (size_t i = 0; i < layout->curve_count; i++)
        if (!can_be_drawn(layout->curves[i].p, 4))
            return false;
    const struct point size = {layout->width, layout->height};
    return can_be_drawn(&size, 1) && can_be_drawn(layout->nodes, layout->node_count) &&
           can_be_drawn(layout->labels, layout->relation_count);
}

static bool take_arrays(struct layout *layout, const struct buffer *bytes, size_t at)
{
    return buffer_read(bytes, &at, layout->nodes, layout->node_count * sizeof *layout->nodes) &&
           buffer_read(bytes, &at, layout->paths, layout->line_count * sizeof *layout->paths) &&
           buffer_read(bytes, &at, layout->labels,
                       layout->relation_count * sizeof *layout->labels) &&
           buffer_read(bytes, &at, layout->curves,
                       layout->curve_count * sizeof *layout->curves) &&
           at == bytes->length && is_sound(layout);
}

/* The header before the arrays. */
struct codec_header {
    size_t counts[4];
    double size[2];
};

static bool take_header(struct codec_header *header, const struct scene *scene,
                        const struct buffer *bytes, size_t *at)
{
    const size_t *counts = header->counts;
    return buffer_read(bytes, at, header->counts, sizeof header->counts) &&
           buffer_read(bytes, at, header->size, sizeof header->size) &&
           counts[0] == scene->node_count && counts[1] == scene->line_count &&
           counts[2] == scene->tie_count && counts[3] <= bytes->length / sizeof(struct cubic);
}

enum status codec_decode(struct layout *layout, const struct scene *scene,
                         const struct buffer *bytes)
{
    struct codec_header header;
    size_t at = 0;
    if (!take_header(&header, scene, bytes, &at))
        return STATUS_FAILURE;
    TRY(layout_init(layout, scene));
    layout->width = header.size[0];
    layout->height = header.size[1];
    layout->curve_count = layout->curve_capacity = header.counts[3];
    layout->curves = calloc(header.counts[3] + 1, sizeof *layout->curves);
    enum status status = layout->curves == NULL            ? STATUS_MEMORY
                         : !take_arrays(layout, bytes, at) ? STATUS_FAILURE
                                                           : STATUS_OK;
    if (status != STATUS_OK)
        layout_clear(layout);
    return status;
}
