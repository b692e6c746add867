/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/codec.h"

#include <math.h>
#include <stdlib.h>

/* The largest coordinate of a figure in points: about 350 metres. */
static const double largest = 1e6;

void codec_encode(const struct layout *layout, struct buffer *out)
{
    const size_t counts[] = {layout->node_count, layout->line_count, layout->relation_count,
                             layout->curve_count};
    const double size[] = {layout->width, layout->height};
    buffer_add(out, counts, sizeof counts);
    buffer_add(out, size, sizeof size);
    buffer_add(out, layout->nodes, layout->node_count * sizeof *layout->nodes);
    buffer_add(out, layout->paths, layout->line_count * sizeof *layout->paths);
    buffer_add(out, layout->labels, layout->relation_count * sizeof *layout->labels);
    buffer_add(out, layout->curves, layout->curve_count * sizeof *layout->curves);
}

static bool can_be_drawn(const struct point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!(fabs(points[i].x) < largest) || !(fabs(points[i].y) < largest))
            return false;
    return true;
}

static bool is_sound(const struct layout *layout)
{
    for (size_t i = 0; i < layout->line_count; i++) {
        const struct layout_path *path = &layout->paths[i];
        if (path->count == 0 || path->first >= layout->curve_count ||
            path->count > layout->curve_count - path->first)
            return false;
    }
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
