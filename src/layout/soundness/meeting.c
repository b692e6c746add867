/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/meeting.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory/array.h"
#include "layout/intersection.h"
#include "layout/soundness/label_index.h"
#include "layout/soundness/passage.h"

/* A line has a corner where it turns by more than this cosine from REACH points before to REACH
   points after; it matters to corners of other lines that are within NEAR points. */
struct corner_scale {
    double reach, near, cosine;
};

/* Sharp corners, and soft ones. Dot's lines turn like this at a distance of 3.9 points. */
static const struct corner_scale scales[] = {{9, 3, 0.966}, {30, 3, 0.94}};

/* A passage at a corner of a line, or that something hides. */
struct meeting_item {
    uint32_t place; /* a point of the line's course; or what hides it: a node, or the number of
                       nodes plus a tie, for its label */
    struct passage passage;
};

/* The most comparisons of passages: seconds. */
static const unsigned long most_comparisons = 30000000;

struct meeting_search {
    const struct layout *layout;
    const struct scene *scene;
    const struct courses *courses;
    const struct grid *nodes;
    struct grid labels, corners;
    struct meeting_item *items; /* an array: see base/memory/array.h */
    size_t count, capacity;
    bool *marks;
    unsigned long left; /* comparisons */
};

/* Marks the line of A if it seems to change places with that of B, or, with the passages that
   were compared before, in a ring; and the line of B in a ring. */
static void compare_passages(struct meeting_search *s, struct passage *a, struct passage *b)
{
    if (s->scene->lines[a->line].tie == s->scene->lines[b->line].tie)
        return;
    passages_join(a, b);
    s->marks[a->line] = passages_look_exchanged(a, b) || passage_is_lost(a);
    s->marks[b->line] = !s->marks[a->line] && passage_is_lost(b);
}

/* Whether two lines still have to be compared: neither is marked, and there is time left. The
   second one is marked if there is none. */
static bool takes_comparison(struct meeting_search *s, uint32_t line, uint32_t other)
{
    if (s->left == 0)
        s->marks[other] = true;
    else
        s->left--;
    return !s->marks[line] && !s->marks[other];
}

/* The number of steps that are as long as LENGTH, at least one. */
static size_t steps_in(const struct course *course, double length)
{
    return course->step < length ? (size_t)(length / course->step + 0.5) : 1;
}

/* Whether the line turns at a point, by SCALE; the passage there. */
static bool take_corner(const struct meeting_search *s, const struct corner_scale *scale,
                        uint32_t line, size_t at, struct passage *passage)
{
    const struct course course = courses_of(s->courses, line);
    const size_t reach = steps_in(&course, scale->reach);
    if (at < reach || at + reach > course.steps)
        return false;
    const struct point *p = course.points + at;
    const struct point before = point_direction(p[-(long)reach], p[0]);
    return point_product(before, point_direction(p[0], p[reach])) < scale->cosine &&
           passage_init(passage, line, &course, at - reach, at + reach);
}

static struct point place_of_corner(const struct meeting_search *s,
                                    const struct meeting_item *corner)
{
    return courses_of(s->courses, corner->passage.line).points[corner->place];
}

/* Compares the corner that was added last with those near it. */
static enum status compare_corner(struct meeting_search *s, double near)
{
    struct meeting_item *corner = &s->items[s->count - 1];
    const struct point here = place_of_corner(s, corner);
    const struct box box = box_around(here, 2 * near, 2 * near);
    struct grid_walk walk = grid_walk(&s->corners, &box);
    const struct grid_entry *entry;
    while (!s->marks[corner->passage.line] && (entry = grid_next(&walk)) != NULL) {
        struct meeting_item *other = &s->items[entry->item];
        if (takes_comparison(s, entry->owner, corner->passage.line) &&
            point_distance(here, place_of_corner(s, other)) < near)
            compare_passages(s, &corner->passage, &other->passage);
    }
    const struct box point = box_around(here, 0, 0);
    return grid_put(&s->corners, &point, (uint32_t)(s->count - 1), corner->passage.line);
}

/* Looks for two corners near each other. */
static enum status compare_corners(struct meeting_search *s, const struct corner_scale *scale)
{
    for (uint32_t i = 0; i < s->scene->line_count; i++) {
        const struct course course = courses_of(s->courses, i);
        struct passage corner;
        for (size_t at = 0; at <= course.steps && !s->marks[i]; at++) {
            if (!take_corner(s, scale, i, at, &corner))
                continue;
            ARRAY_RESERVE(s, 1);
            s->items[s->count++] = (struct meeting_item){(uint32_t)at, corner};
            TRY(compare_corner(s, scale->near));
        }
    }
    return STATUS_OK;
}

static enum status mark_corners(struct meeting_search *s)
{
    const struct box page = {{0, 0}, {s->layout->width, s->layout->height}};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof scales / sizeof *scales; i++) {
        status = grid_init(&s->corners, &page, s->courses->first[s->scene->line_count] / 8);
        if (status == STATUS_OK)
            status = compare_corners(s, &scales[i]);
        grid_clear(&s->corners);
        s->count = 0;
    }
    return status;
}

/* The places that hide a line at some point of its course. */
struct hidings {
    struct {
        uint32_t place;
        size_t first, last;
    } items[16];
    size_t count;
};

static void add_place(struct hidings *hidings, uint32_t place, size_t at)
{
    for (size_t i = 0; i < hidings->count; i++)
        if (hidings->items[i].place == place) {
            hidings->items[i].last = at;
            return;
        }
    if (hidings->count == sizeof hidings->items / sizeof *hidings->items)
        return;
    hidings->items[hidings->count].place = place;
    hidings->items[hidings->count].first = hidings->items[hidings->count].last = at;
    hidings->count++;
}

/* Adds the places that hide POINT of LINE. */
static void add_places(const struct meeting_search *s, uint32_t line, struct point point,
                       size_t at, struct hidings *hidings)
{
    const struct scene_line *l = &s->scene->lines[line];
    const struct box box = box_around(point, 0, 0);
    struct grid_walk walk = grid_walk(s->nodes, &box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct scene_node *n = &s->scene->nodes[entry->item];
        if (entry->item != l->from && entry->item != l->to &&
            shape_holds(n->shape, s->layout->nodes[entry->item], n->width, n->height, point))
            add_place(hidings, entry->item, at);
    }
    walk = grid_walk(&s->labels, &box);
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box label = layout_box_of_label(s->layout, s->scene, entry->item);
        if (point_box_square(point, &label) == 0)
            add_place(hidings, (uint32_t)s->scene->node_count + entry->item, at);
    }
}

/* Keeps the passages that ended before AT. */
static enum status end_hidings(struct meeting_search *s, struct hidings *hidings, uint32_t line,
                               size_t at)
{
    const struct course course = courses_of(s->courses, line);
    for (size_t i = hidings->count; i > 0; i--) {
        const uint32_t place = hidings->items[i - 1].place;
        const size_t first = hidings->items[i - 1].first, last = hidings->items[i - 1].last;
        struct passage passage;
        if (last >= at)
            continue;
        hidings->items[i - 1] = hidings->items[--hidings->count];
        if (!passage_init(&passage, line, &course, first > 0 ? first - 1 : 0, last + 1))
            continue;
        ARRAY_RESERVE(s, 1);
        s->items[s->count++] = (struct meeting_item){place, passage};
    }
    return STATUS_OK;
}

static enum status hide_line(struct meeting_search *s, uint32_t line)
{
    const struct course course = courses_of(s->courses, line);
    struct hidings hidings = {.count = 0};
    for (size_t i = 0; i <= course.steps; i++) {
        add_places(s, line, course.points[i], i, &hidings);
        TRY(end_hidings(s, &hidings, line, i));
    }
    return end_hidings(s, &hidings, line, course.steps + 1);
}

static int compare_places(const void *a, const void *b)
{
    const struct meeting_item *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return x->passage.line < y->passage.line ? -1 : x->passage.line > y->passage.line;
}

/* Looks for two passages at the same place. */
static void compare_hidings(struct meeting_search *s)
{
    for (size_t i = 1; i < s->count; i++)
        for (size_t j = i; j > 0 && s->items[j - 1].place == s->items[i].place; j--) {
            struct passage *a = &s->items[i].passage, *b = &s->items[j - 1].passage;
            if (takes_comparison(s, b->line, a->line))
                compare_passages(s, a, b);
        }
}

static enum status mark_hidings(struct meeting_search *s)
{
    TRY(label_index_init(&s->labels, s->layout, s->scene));
    for (uint32_t i = 0; i < s->scene->line_count; i++)
        TRY(hide_line(s, i));
    if (s->count > 0)
        qsort(s->items, s->count, sizeof *s->items, compare_places);
    compare_hidings(s);
    return STATUS_OK;
}

enum status meeting_mark(const struct layout *layout, const struct scene *scene,
                         const struct courses *courses, const struct grid *nodes, bool *marks)
{
    struct meeting_search s = {.layout = layout,
                               .scene = scene,
                               .courses = courses,
                               .nodes = nodes,
                               .marks = marks,
                               .left = most_comparisons};
    enum status status = mark_corners(&s);
    if (status == STATUS_OK)
        status = mark_hidings(&s);
    grid_clear(&s.labels);
    free(s.items);
    return status;
}
