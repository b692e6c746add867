/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/badge.h"

#include <math.h>

#include "layout/head.h"
#include "layout/intersection.h"
#include "layout/soundness/label_index.h"
#include "layout/soundness/node_index.h"
#include "render/svg.h"

/* In points: half the length of a stroke, half the distance between the two, the radius of the
   ring, and the distance that a badge keeps from other things. */
static const double stroke_reach = 4, stroke_gap = 1.4, ring_radius = 2.8, clearance = 7;

/* How far a badge is from other things if a node hides it: less than from any that it touches. */
static const double hidden = -0.5;

enum {
    MAX_CHECKED = 3000, /* with more lines, a badge doesn't avoid anything */
    MAX_ENTRIES = 500   /* of each map: a place with more around it is crowded */
};

enum status badge_map_init(struct badge_map *map, const struct scene *scene,
                           const struct layout *layout)
{
    *map = (struct badge_map){.scene = scene, .layout = layout};
    struct box page;
    TRY(layout_box(layout, scene, &page));
    enum status status = courses_init(&map->courses, layout);
    if (scene->line_count > MAX_CHECKED)
        return status;
    if (status == STATUS_OK)
        status = courses_index(&map->courses, &page, &map->lines);
    if (status == STATUS_OK)
        status = node_index_init(&map->nodes, layout, scene);
    if (status == STATUS_OK)
        status = label_index_init(&map->labels, layout, scene);
    if (status != STATUS_OK)
        badge_map_clear(map);
    return status;
}

void badge_map_clear(struct badge_map *map)
{
    grid_clear(&map->labels);
    grid_clear(&map->nodes);
    grid_clear(&map->lines);
    courses_clear(&map->courses);
}

/* The entries of a map around a point. */
struct vicinity {
    struct grid_walk walk;
    unsigned left;
};

static struct vicinity vicinity_of(const struct grid *grid, struct point p)
{
    const struct box box = box_around(p, 2 * clearance, 2 * clearance);
    return (struct vicinity){grid_walk(grid, &box), MAX_ENTRIES};
}

/* The next entry; NULL at the end, and if there are too many. */
static const struct grid_entry *next(struct vicinity *vicinity)
{
    return vicinity->left-- > 0 ? grid_next(&vicinity->walk) : NULL;
}

static double distance_to_lines(const struct badge_map *map, uint32_t line, struct point p)
{
    struct vicinity vicinity = vicinity_of(&map->lines, p);
    const struct grid_entry *entry;
    double square = clearance * clearance;
    while ((entry = next(&vicinity)) != NULL) {
        const struct point *s = map->courses.points + entry->item;
        if (entry->owner != line)
            square = lesser(square, point_segment_square(p, s[0], s[1]));
    }
    return sqrt(square);
}

static double distance_to_nodes(const struct badge_map *map, struct point p)
{
    struct vicinity vicinity = vicinity_of(&map->nodes, p);
    const struct grid_entry *entry;
    double nearest = clearance;
    while ((entry = next(&vicinity)) != NULL) {
        const struct box box = layout_box_of_node(map->layout, map->scene, entry->item);
        const double distance = sqrt(point_box_square(p, &box));
        nearest = lesser(nearest, distance > 0 ? distance + 1 : hidden);
    }
    return nearest;
}

static double distance_to_labels(const struct badge_map *map, struct point p)
{
    struct vicinity vicinity = vicinity_of(&map->labels, p);
    const struct grid_entry *entry;
    double nearest = clearance;
    while ((entry = next(&vicinity)) != NULL) {
        const struct box box = layout_box_of_label(map->layout, map->scene, entry->item);
        nearest = lesser(nearest, sqrt(point_box_square(p, &box)));
    }
    return nearest;
}

/* How far P is from everything but its own line, clearance at most. */
static double clearance_of(const struct badge_map *map, uint32_t line, struct point p)
{
    if (map->scene->line_count > MAX_CHECKED)
        return clearance;
    return lesser(distance_to_lines(map, line, p),
                  lesser(distance_to_nodes(map, p), distance_to_labels(map, p)));
}

/* The part of a line, from LOW to HIGH along it, that its heads leave, with a margin. */
struct stretch {
    double low, high;
};

static struct stretch stretch_of(const struct scene *scene, uint32_t line, double length)
{
    const struct scene_line *l = &scene->lines[line];
    const unsigned weight = scene->ties[l->tie].weight;
    const double margin = ring_radius * 1.4 + 5;
    return (struct stretch){fmin(head_length(l->tail, weight) + margin, length / 2),
                            fmax(length - head_length(l->head, weight) - margin, length / 2)};
}

struct badge_place badge_find(const struct badge_map *map, uint32_t tie)
{
    const uint32_t line = map->scene->ties[tie].first_line;
    const struct course course = courses_of(&map->courses, line);
    const struct stretch stretch =
        stretch_of(map->scene, line, course.step * (double)course.steps);
    struct badge_place best = {course.points[0], {1, 0}};
    double clearest = -1;
    for (size_t i = 1; i <= course.steps && clearest < clearance; i++) {
        const struct point p = course.points[i], last = course.points[i - 1];
        const double along = course.step * (double)i;
        const bool within = along >= stretch.low && along - course.step <= stretch.high;
        const double clear = within ? clearance_of(map, line, p) : -1;
        if (clear > clearest) {
            best = (struct badge_place){p, point_direction(last, p)};
            clearest = clear;
        }
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
