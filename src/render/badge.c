/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/badge.h"

#include <math.h>

#include "layout/head.h"
#include "render/svg.h"

/* In points: half the length of a stroke, half the distance between the two, the radius of the
   ring, and the distance that a badge keeps from other things. */
static const double stroke_reach = 4, stroke_gap = 1.4, ring_radius = 2.8, clearance = 7;

/* How far a badge is from other things if a node hides it: less than from any that it touches. */
static const double hidden = -0.5;

enum {
    SAMPLES = 32,      /* of a curve */
    MAX_CHECKED = 3000 /* with more lines, a badge doesn't avoid them */
};

/* The search for a place. Distances along the line are measured from its start. */
struct badge_search {
    const struct scene *scene;
    const struct layout *layout;
    uint32_t line;
    double low, high; /* the part of the line that its heads leave, with a margin */
};

static double distance_to_box(struct point p, const struct box *box)
{
    double x = fmax(fmax(box->low.x - p.x, p.x - box->high.x), 0);
    double y = fmax(fmax(box->low.y - p.y, p.y - box->high.y), 0);
    return hypot(x, y);
}

static double distance_to_curve(struct point p, const struct cubic *curve)
{
    struct box box = box_empty();
    for (int i = 0; i < 4; i++)
        box_add_point(&box, curve->p[i]);
    double nearest = distance_to_box(p, &box);
    if (nearest > clearance)
        return nearest;
    nearest = HUGE_VAL;
    for (int i = 0; i <= SAMPLES; i++)
        nearest = fmin(nearest, point_distance(p, cubic_at(curve, (double)i / SAMPLES)));
    return nearest;
}

static double distance_to_line(struct point p, const struct layout *layout, size_t line)
{
    const struct layout_path *path = &layout->paths[line];
    double nearest = HUGE_VAL;
    for (uint32_t i = 0; i < path->count; i++)
        nearest = fmin(nearest, distance_to_curve(p, &layout->curves[path->first + i]));
    return nearest;
}

static double distance_to_lines(const struct badge_search *search, struct point p)
{
    double nearest = HUGE_VAL;
    for (size_t i = 0; i < search->scene->line_count; i++)
        if (i != search->line)
            nearest = fmin(nearest, distance_to_line(p, search->layout, i));
    return nearest;
}

static double distance_to_nodes(const struct badge_search *search, struct point p)
{
    double nearest = HUGE_VAL;
    for (size_t i = 0; i < search->scene->node_count; i++) {
        const struct box box = layout_box_of_node(search->layout, search->scene, i);
        double distance = distance_to_box(p, &box);
        nearest = fmin(nearest, distance > 0 ? distance + 1 : hidden);
    }
    return nearest;
}

static double distance_to_labels(const struct badge_search *search, struct point p)
{
    double nearest = HUGE_VAL;
    for (size_t i = 0; i < search->scene->tie_count; i++) {
        const struct box box = layout_box_of_label(search->layout, search->scene, i);
        if (search->scene->ties[i].label.count > 0)
            nearest = fmin(nearest, distance_to_box(p, &box));
    }
    return nearest;
}

/* How far P is from everything but its own line. */
static double clearance_of(const struct badge_search *search, struct point p)
{
    if (search->scene->line_count > MAX_CHECKED)
        return clearance;
    return fmin(distance_to_lines(search, p),
                fmin(distance_to_nodes(search, p), distance_to_labels(search, p)));
}

static double path_length(const struct layout *layout, const struct layout_path *path)
{
    double length = 0;
    struct point last = layout->curves[path->first].p[0];
    for (uint32_t i = 0; i < path->count * SAMPLES; i++) {
        const struct cubic *curve = &layout->curves[path->first + i / SAMPLES];
        struct point p = cubic_at(curve, (double)(i % SAMPLES + 1) / SAMPLES);
        length += point_distance(last, p);
        last = p;
    }
    return length;
}

static struct badge_search search_on(const struct scene *scene, const struct layout *layout,
                                     uint32_t tie)
{
    const struct scene_tie *t = &scene->ties[tie];
    const struct scene_line *line = &scene->lines[t->first_line];
    const struct layout_path *path = &layout->paths[t->first_line];
    double length = path_length(layout, path), margin = ring_radius * 1.4 + 5;
    struct badge_search search = {scene, layout, t->first_line, 0, length};
    search.low = fmin(head_length(line->tail, t->weight) + margin, length / 2);
    search.high = fmax(length - head_length(line->head, t->weight) - margin, length / 2);
    return search;
}

struct badge_place badge_find(const struct scene *scene, const struct layout *layout,
                              uint32_t tie)
{
    const struct badge_search search = search_on(scene, layout, tie);
    const struct layout_path *path = &layout->paths[search.line];
    struct point last = layout->curves[path->first].p[0];
    struct badge_place best = {last, {1, 0}};
    double along = 0, clearest = -1;
    for (uint32_t i = 0; i < path->count * SAMPLES && clearest < clearance; i++) {
        const struct cubic *curve = &layout->curves[path->first + i / SAMPLES];
        struct point p = cubic_at(curve, (double)(i % SAMPLES + 1) / SAMPLES);
        double step = point_distance(last, p);
        along += step;
        bool within = along >= search.low && along - step <= search.high;
        double clear = within ? fmin(clearance_of(&search, p), clearance) : -1;
        if (clear > clearest) {
            best = (struct badge_place){p, point_direction(last, p)};
            clearest = clear;
        }
        last = p;
    }
    return best;
}

/* Appends a stroke across the line, at the distance SHIFT from PLACE along it. */
static void draw_stroke(struct buffer *out, const struct badge_place *place, double shift,
                        double scale)
{
    static const double cosine = 0.42, sine = 0.91; /* of the angle with the line, 65 degrees */
    const struct point d = place->direction;
    const struct point at = {place->at.x + d.x * shift, place->at.y + d.y * shift};
    const struct point across = {(d.x * cosine - d.y * sine) * stroke_reach * scale,
                                 (d.x * sine + d.y * cosine) * stroke_reach * scale};
    buffer_text(out, "<polyline points=\"");
    svg_point(out, (struct point){at.x - across.x, at.y - across.y});
    buffer_char(out, ' ');
    svg_point(out, (struct point){at.x + across.x, at.y + across.y});
    buffer_text(out, "\" fill=\"none\"");
}

static void draw_strokes(struct buffer *out, const struct badge_place *place, double scale,
                         const char *color)
{
    for (int side = -1; side <= 1; side += 2) {
        draw_stroke(out, place, side * stroke_gap * scale, scale);
        svg_attribute(out, "stroke", color);
        svg_attribute_number(out, "stroke-width", 1.1 * scale);
        buffer_text(out, "/>\n");
    }
}

static void draw_ring(struct buffer *out, const struct badge_place *place, double scale,
                      const char *color)
{
    buffer_text(out, "<circle");
    svg_attribute_number(out, "cx", place->at.x);
    svg_attribute_number(out, "cy", place->at.y);
    svg_attribute_number(out, "r", ring_radius * scale);
    svg_attribute(out, "fill", "#FFFFFF");
    svg_attribute(out, "stroke", color);
    svg_attribute_number(out, "stroke-width", 1.1 * scale);
    buffer_text(out, "/>\n");
}

void badge_draw(struct buffer *out, enum style_badge badge, const struct badge_place *place,
                unsigned weight, const char *color)
{
    double scale = 0.8 + 0.2 * style_width(weight);
    switch (badge) {
    case BADGE_STROKES: draw_strokes(out, place, scale, color); break;
    case BADGE_RING: draw_ring(out, place, scale, color); break;
    case BADGE_NONE: break;
    }
}
