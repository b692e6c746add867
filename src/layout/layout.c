/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/process/child.h"
#include "layout/graphviz/graphviz.h"
#include "layout/search/search.h"

/* No figure is larger than this, in points: half a kilometre. */
static const double largest = 1e6;

enum status layout_init(struct layout *layout, const struct scene *scene)
{
    *layout = (struct layout){.node_count = scene->node_count,
                              .line_count = scene->line_count,
                              .relation_count = scene->relation_count};
    layout->nodes = calloc(scene->node_count + 1, sizeof *layout->nodes);
    layout->paths = calloc(scene->line_count + 1, sizeof *layout->paths);
    layout->labels = calloc(scene->relation_count + 1, sizeof *layout->labels);
    if (layout->nodes != NULL && layout->paths != NULL && layout->labels != NULL)
        return STATUS_OK;
    layout_clear(layout);
    return STATUS_MEMORY;
}

void layout_clear(struct layout *layout)
{
    free(layout->nodes);
    free(layout->paths);
    free(layout->labels);
    free(layout->curves);
    *layout = (struct layout){.width = 0};
}

enum status layout_add_curve(struct layout *layout, uint32_t line, const struct cubic *curve)
{
    struct cubic *curves = array_room(layout->curves, layout->curve_count, 1,
                                      &layout->curve_capacity, sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    layout->curves = curves;
    struct layout_path *path = &layout->paths[line];
    if (path->count == 0)
        path->first = (uint32_t)layout->curve_count;
    path->count++;
    curves[layout->curve_count++] = *curve;
    return STATUS_OK;
}

/* Heads and line widths stick out by less than this. */
static const double margin = 4;

static struct box extent(const struct layout *layout, const struct scene *scene)
{
    struct box box = box_empty();
    for (size_t i = 0; i < layout->node_count; i++)
        box_take_box(&box, layout->nodes[i], scene->nodes[i].width, scene->nodes[i].height);
    for (size_t i = 0; i < layout->relation_count; i++)
        if (scene->relations[i].label.count > 0)
            box_take_box(&box, layout->labels[i], scene->relations[i].label.width,
                         scene->relations[i].label.height);
    for (size_t i = 0; i < layout->curve_count; i++)
        for (int step = 0; step <= 16; step++)
            box_take(&box, cubic_at(&layout->curves[i], step / 16.0));
    return box;
}

static void shift(struct point *points, size_t count, double x, double y)
{
    for (size_t i = 0; i < count; i++) {
        points[i].x += x;
        points[i].y += y;
    }
}

void layout_normalize(struct layout *layout, const struct scene *scene)
{
    struct box box = extent(layout, scene);
    double x = margin - box.low.x, y = margin - box.low.y;
    shift(layout->nodes, layout->node_count, x, y);
    shift(layout->labels, layout->relation_count, x, y);
    for (size_t i = 0; i < layout->curve_count; i++)
        shift(layout->curves[i].p, 4, x, y);
    layout->width = box.high.x - box.low.x + 2 * margin;
    layout->height = box.high.y - box.low.y + 2 * margin;
}

/* The curve from border to border of the nodes at whose centres it starts and ends. */
static struct cubic clip(const struct cubic *curve, const struct scene_node *from,
                         const struct scene_node *to)
{
    double t[2] = {0, 1};
    for (int side = 0; side < 2; side++) {
        const struct scene_node *node = side == 0 ? from : to;
        struct point centre = curve->p[side == 0 ? 0 : 3];
        double inside = side, outside = 0.5;
        for (int i = 0; i < 30; i++) {
            double middle = (inside + outside) / 2;
            bool in = shape_holds(node->shape, centre, node->width, node->height,
                                  cubic_at(curve, middle));
            *(in ? &inside : &outside) = middle;
        }
        t[side] = outside;
    }
    return cubic_part(curve, t[0], t[1]);
}

/* From A to B, bulging by BEND points to the side. */
static struct cubic bent(struct point a, struct point b, double bend)
{
    double length = point_distance(a, b);
    double x = length > 0 ? (a.y - b.y) / length * bend * 4 / 3 : 0;
    double y = length > 0 ? (b.x - a.x) / length * bend * 4 / 3 : 0;
    struct point c = point_between(a, b, 1.0 / 3), d = point_between(a, b, 2.0 / 3);
    return (struct cubic){{a, {c.x + x, c.y + y}, {d.x + x, d.y + y}, b}};
}

/* A line between two nodes, by their order and then its own. */
struct pair {
    uint32_t low, high, line;
};

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static struct pair *sort_pairs(const struct scene *scene)
{
    struct pair *pairs = malloc((scene->line_count + 1) * sizeof *pairs);
    if (pairs == NULL)
        return NULL;
    for (uint32_t i = 0; i < scene->line_count; i++) {
        uint32_t a = scene->lines[i].from, b = scene->lines[i].to;
        pairs[i] = (struct pair){a < b ? a : b, a < b ? b : a, i};
    }
    qsort(pairs, scene->line_count, sizeof *pairs, compare_pairs);
    return pairs;
}

static enum status draw_loop(struct layout *layout, const struct scene *scene, uint32_t line,
                             double reach)
{
    uint32_t node = scene->lines[line].from;
    struct point at = layout->nodes[node];
    double side = scene->nodes[node].width / 2, rise = scene->nodes[node].height / 2;
    const struct cubic loop = {{{at.x + side, at.y - rise / 3},
                                {at.x + side + reach, at.y - rise - reach / 2},
                                {at.x + side + reach, at.y + rise + reach / 2},
                                {at.x + side, at.y + rise / 3}}};
    return layout_add_curve(layout, line, &loop);
}

/* The lines of one pair of nodes, 18 points from each other at their middle. */
static enum status draw_fan(struct layout *layout, const struct scene *scene,
                            const struct pair *pairs, size_t count)
{
    static const double apart = 18;
    for (size_t i = 0; i < count; i++) {
        const struct scene_line *line = &scene->lines[pairs[i].line];
        double bend = ((double)i - (double)(count - 1) / 2) * apart;
        if (line->from == line->to) {
            TRY(draw_loop(layout, scene, pairs[i].line, apart * (double)(i + 1)));
            continue;
        }
        if (line->from > line->to)
            bend = -bend;
        struct cubic curve = bent(layout->nodes[line->from], layout->nodes[line->to], bend);
        curve = clip(&curve, &scene->nodes[line->from], &scene->nodes[line->to]);
        TRY(layout_add_curve(layout, pairs[i].line, &curve));
    }
    return STATUS_OK;
}

static enum status draw_fans(struct layout *layout, const struct scene *scene,
                             const struct pair *pairs)
{
    size_t count;
    for (size_t i = 0; i < scene->line_count; i += count) {
        for (count = 1; i + count < scene->line_count; count++)
            if (pairs[i + count].low != pairs[i].low || pairs[i + count].high != pairs[i].high)
                break;
        TRY(draw_fan(layout, scene, pairs + i, count));
    }
    return STATUS_OK;
}

enum status layout_straighten(struct layout *layout, const struct scene *scene)
{
    struct pair *pairs = sort_pairs(scene);
    if (pairs == NULL)
        return STATUS_MEMORY;
    enum status status = draw_fans(layout, scene, pairs);
    free(pairs);
    for (size_t i = 0; status == STATUS_OK && i < scene->relation_count; i++) {
        const struct layout_path *path = &layout->paths[scene->relations[i].first_line];
        layout->labels[i] = cubic_at(&layout->curves[path->first], 0.5);
    }
    return status;
}

void layout_write(const struct layout *layout, struct buffer *out)
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

static bool take_all(struct layout *layout, const struct buffer *bytes, size_t at)
{
    return buffer_take(bytes, &at, layout->nodes, layout->node_count * sizeof *layout->nodes) &&
           buffer_take(bytes, &at, layout->paths, layout->line_count * sizeof *layout->paths) &&
           buffer_take(bytes, &at, layout->labels,
                       layout->relation_count * sizeof *layout->labels) &&
           buffer_take(bytes, &at, layout->curves,
                       layout->curve_count * sizeof *layout->curves) &&
           at == bytes->length && is_sound(layout);
}

enum status layout_read(struct layout *layout, const struct scene *scene,
                        const struct buffer *bytes)
{
    size_t counts[4], at = 0;
    double size[2];
    TRY(layout_init(layout, scene));
    bool fits = buffer_take(bytes, &at, counts, sizeof counts) &&
                buffer_take(bytes, &at, size, sizeof size) && counts[0] == scene->node_count &&
                counts[1] == scene->line_count && counts[2] == scene->relation_count &&
                counts[3] <= bytes->length / sizeof *layout->curves;
    if (fits) {
        layout->width = size[0];
        layout->height = size[1];
        layout->curve_count = layout->curve_capacity = counts[3];
        layout->curves = calloc(counts[3] + 1, sizeof *layout->curves);
        fits = layout->curves != NULL && take_all(layout, bytes, at);
    }
    if (fits)
        return STATUS_OK;
    layout_clear(layout);
    return STATUS_FAILURE;
}

/* In the child. The first byte tells what follows: a layout, or words. */
static enum status work(void *context, struct buffer *out)
{
    const struct scene *scene = context;
    struct layout layout;
    TRY(layout_init(&layout, scene));
    const char *words = NULL;
    enum status status = graphviz_layout(scene, &layout, &words);
    if (status == STATUS_FAILURE) {
        buffer_format(out, "-%s", words != NULL ? words : "");
        return STATUS_OK;
    }
    TRY(status);
    layout_normalize(&layout, scene);
    buffer_char(out, '+');
    layout_write(&layout, out);
    return STATUS_OK;
}

static enum status receive(struct layout *layout, const struct scene *scene,
                           struct buffer *result, const char *what, struct messages *messages)
{
    if (result->length > 0 && result->bytes[0] == '-') {
        messages_error(messages, NULL, "%s failed: %s", what, result->bytes + 1);
        return STATUS_FAILURE;
    }
    if (result->length == 0) {
        messages_error(messages, NULL, "%s gave nothing", what);
        return STATUS_FAILURE;
    }
    memmove(result->bytes, result->bytes + 1, result->length--);
    enum status status = layout_read(layout, scene, result);
    if (status == STATUS_FAILURE)
        messages_error(messages, NULL, "%s gave a layout that can't be drawn", what);
    return status;
}

static enum status run_engine(struct layout *layout, const struct scene *scene,
                              unsigned time_limit, struct messages *messages)
{
    char what[64];
    snprintf(what, sizeof what, "layout engine %s", graphviz_engine_name(scene->engine));
    const struct child_limits limits = {.seconds = time_limit, .silent = true, .confined = true};
    struct buffer result = BUFFER_EMPTY;
    graphviz_load(scene->engine);
    enum status status =
        child_run(work, (void *)(uintptr_t)scene, what, &limits, &result, messages);
    if (status == STATUS_OK)
        status = receive(layout, scene, &result, what, messages);
    buffer_clear(&result);
    return status;
}

/* An answer of the search's children that makes no sense is told here, as an engine's is. */
static enum status run_search(struct layout *layout, struct scene *scene,
                              const struct layout_limits *limits, struct messages *messages)
{
    const size_t told = messages->errors;
    enum status status = search_layout(layout, scene, limits, messages);
    if (status == STATUS_FAILURE && messages->errors == told)
        messages_error(messages, NULL, "layout search gave a layout that can't be drawn");
    return status;
}

enum status layout_make(struct layout *layout, struct scene *scene,
                        const struct layout_limits *limits, struct messages *messages)
{
    return scene->engine == ENGINE_AUTO ? run_search(layout, scene, limits, messages)
                                        : run_engine(layout, scene, limits->time_limit, messages);
}
