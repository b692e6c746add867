/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/label_soundness.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "layout/intersection.h"
#include "layout/soundness/course.h"
#include "layout/soundness/label_index.h"
#include "layout/soundness/node_index.h"

/* A label is another line's if that is nearer than its own by more than this, in points. */
static const double nearer = 4;

/* How far a node may reach into a label, where there is no ink. */
static const double margin = 1;

/* The distance that a label should have from other lines and labels. */
static const double clear = 1;

struct label_check {
    struct layout *layout;
    const struct scene *scene;
    struct courses courses;
    struct grid lines, nodes, labels; /* labels: where they are, and where they were */
    double most;                      /* the largest distance of a label from its line */
};

/* The distance of a course from BOX. */
static double course_distance(const struct course *course, const struct box *box)
{
    double square = HUGE_VAL;
    for (size_t i = 0; i < course->steps && square > 0; i++)
        square = lesser(square,
                        segment_meets_box(course->points + i, box)
                            ? 0
                            : segment_box_square(course->points[i], course->points[i + 1], box));
    return sqrt(square);
}

static double own_distance(const struct label_check *c, size_t tie, const struct box *box)
{
    const struct scene_tie *t = &c->scene->ties[tie];
    double distance = HUGE_VAL;
    for (uint32_t i = t->first_line; i < t->first_line + t->line_count; i++) {
        const struct course course = courses_of(&c->courses, i);
        distance = lesser(distance, course_distance(&course, box));
    }
    return distance;
}

/* Whether a line of another tie than TIE is within DISTANCE of BOX. */
static bool is_other_near(const struct label_check *c, size_t tie, const struct box *box,
                          double distance)
{
    const struct box wide = {{box->low.x - distance, box->low.y - distance},
                             {box->high.x + distance, box->high.y + distance}};
    struct grid_walk walk = grid_walk(&c->lines, &wide);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct point *s = c->courses.points + entry->item;
        if (c->scene->lines[entry->owner].tie != tie &&
            (segment_meets_box(s, box) ||
             segment_box_square(s[0], s[1], box) < distance * distance))
            return true;
    }
    return false;
}

static bool is_nearer(const struct point segment[2], struct point middle, double distance)
{
    const struct box at = {middle, middle};
    return segment_box_square(segment[0], segment[1], &at) < distance * distance;
}

/* Whether a line of another tie than TIE runs through BOX and is nearer to its middle than the
   lines of TIE are, by more than NEARER: it would be cut open for the label. */
static bool is_on_other(const struct label_check *c, size_t tie, const struct box *box)
{
    const struct point middle = point_between(box->low, box->high, 0.5);
    const struct box at = {middle, middle};
    const double own = own_distance(c, tie, &at) - nearer;
    struct grid_walk walk = grid_walk(&c->lines, box);
    const struct grid_entry *entry;
    while (own > 0 && (entry = grid_next(&walk)) != NULL) {
        const struct point *s = c->courses.points + entry->item;
        if (c->scene->lines[entry->owner].tie != tie && segment_meets_box(s, box) &&
            is_nearer(s, middle, own))
            return true;
    }
    return false;
}

/* The area in which two boxes overlap, without a margin. */
static double common_area(const struct box *a, const struct box *b)
{
    const double x = lesser(a->high.x, b->high.x) - greater(a->low.x, b->low.x) - margin;
    const double y = lesser(a->high.y, b->high.y) - greater(a->low.y, b->low.y) - margin;
    return greater(x, 0) * greater(y, 0);
}

/* Adds a node to those SEEN, of which COUNT are kept, unless it is one of them. */
static bool is_new(uint32_t *seen, size_t *count, uint32_t node)
{
    enum { MOST = 32 };
    for (size_t i = 0; i < *count; i++)
        if (seen[i] == node)
            return false;
    if (*count < MOST)
        seen[(*count)++] = node;
    return true;
}

/* The share of BOX that nodes, all together, hide; they do not overlap. */
static double hidden_share(const struct label_check *c, const struct box *box)
{
    struct grid_walk walk = grid_walk(&c->nodes, box);
    const struct grid_entry *entry;
    uint32_t seen[32]; /* a node in several cells is met several times */
    size_t count = 0;
    double area = 0;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box other = layout_box_of_node(c->layout, c->scene, entry->item);
        const double common = common_area(box, &other);
        if (common > 0 && is_new(seen, &count, entry->item))
            area += common;
    }
    return area / ((box->high.x - box->low.x) * (box->high.y - box->low.y) + 1e-9);
}

/* Whether another label lies on half of BOX, that of TIE, or more. */
static bool is_covered(const struct label_check *c, size_t tie, const struct box *box)
{
    const double area = (box->high.x - box->low.x) * (box->high.y - box->low.y);
    struct grid_walk walk = grid_walk(&c->labels, box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box other = layout_box_of_label(c->layout, c->scene, entry->item);
        if (entry->item != tie && common_area(box, &other) > area / 2)
            return true;
    }
    return false;
}

static bool is_sound(const struct label_check *c, size_t tie)
{
    const struct box box = layout_box_of_label(c->layout, c->scene, tie);
    const double distance = own_distance(c, tie, &box);
    if (distance > c->most || hidden_share(c, &box) > 0 || is_covered(c, tie, &box))
        return false;
    return distance == 0 ? !is_on_other(c, tie, &box)
                         : !is_other_near(c, tie, &box, greater(distance - nearer, 0));
}

/* The places for a label: on a line, from its middle outwards, and there beside it. */
struct places {
    struct course course;
    double width, height;
};

enum { ALONG = 49, BESIDE = 13, PLACES = ALONG * BESIDE };

static struct point place_at(const struct places *places, unsigned number)
{
    /* On the line, beside it, and farther away, above or below nodes at its ends. */
    static const signed char sides[BESIDE][3] = {
        {0, 0, 0},  {0, -1, 0}, {0, 1, 0},  {-1, 0, 0}, {1, 0, 0},  {0, -1, 1}, {0, 1, 1},
        {-1, 0, 1}, {1, 0, 1},  {0, -1, 2}, {0, 1, 2},  {-1, 0, 2}, {1, 0, 2}};
    static const double gaps[] = {3, 18, 23};
    const unsigned rank = number % ALONG; /* 0 is the middle */
    const unsigned along = rank % 2 == 0 ? ALONG / 2 - rank / 2 : ALONG / 2 + (rank + 1) / 2;
    const signed char *side = sides[number / ALONG];
    const struct point at = places->course.points[along * places->course.steps / (ALONG - 1)];
    const double gap = gaps[side[2]];
    return (struct point){at.x + side[0] * (places->width / 2 + gap),
                          at.y + side[1] * (places->height / 2 + gap)};
}

static bool meets_label(const struct label_check *c, size_t tie, const struct box *box)
{
    const struct box wide = {{box->low.x - clear, box->low.y - clear},
                             {box->high.x + clear, box->high.y + clear}};
    struct grid_walk walk = grid_walk(&c->labels, &wide);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box other = layout_box_of_label(c->layout, c->scene, entry->item);
        if (entry->item != tie && box_overlaps(box, &other, -clear))
            return true;
    }
    return false;
}

/* The flaws of the label where it is: that it is not sound; that it meets another label; that a
   part of it is hidden, and how much; and that it covers other lines. */
static double flaws_of(const struct label_check *c, size_t tie)
{
    const struct box box = layout_box_of_label(c->layout, c->scene, tie);
    const double hidden = hidden_share(c, &box);
    return (is_sound(c, tie) ? 0 : 2) + (hidden > 0 ? 0.6 + hidden : 0) +
           (is_other_near(c, tie, &box, clear) ? 0.5 : 0) + (meets_label(c, tie, &box) ? 1 : 0);
}

/* Moves the label to the first of the places where it has the fewest flaws. */
static enum status restore(struct label_check *c, size_t tie)
{
    const struct scene_tie *t = &c->scene->ties[tie];
    const struct places places = {courses_of(&c->courses, t->first_line), t->label.width,
                                  t->label.height};
    struct point best = {0, 0};
    double least = HUGE_VAL;
    for (unsigned i = 0; i < PLACES && least > 0; i++) {
        c->layout->labels[tie] = place_at(&places, i);
        const double flaws = flaws_of(c, tie);
        if (flaws < least) {
            least = flaws;
            best = c->layout->labels[tie];
        }
    }
    c->layout->labels[tie] = best;
    const struct box box = layout_box_of_label(c->layout, c->scene, tie);
    return grid_put(&c->labels, &box, (uint32_t)tie, (uint32_t)tie);
}

static enum status restore_chosen(struct label_check *c, const bool *chosen)
{
    grid_clear(&c->labels);
    TRY(label_index_init(&c->labels, c->layout, c->scene));
    for (size_t i = 0; i < c->scene->tie_count; i++)
        if (chosen[i])
            TRY(restore(c, i));
    return STATUS_OK;
}

/* The number of labels that nodes hide. */
static size_t count_hidden(const struct label_check *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->scene->tie_count; i++) {
        const struct box box = layout_box_of_label(c->layout, c->scene, i);
        count += c->scene->ties[i].label.count > 0 && hidden_share(c, &box) > 0;
    }
    return count;
}

/* First moves all labels that are not sound to the middles of their lines, so that none gives way
   to one that moves later. */
static enum status restore_all(struct label_check *c, size_t *hidden)
{
    bool moved = false, *unsound = calloc(c->scene->tie_count + 1, sizeof *unsound);
    if (unsound == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < c->scene->tie_count; i++) {
        unsound[i] = c->scene->ties[i].label.count > 0 && !is_sound(c, i);
        moved |= unsound[i];
    }
    for (size_t i = 0; i < c->scene->tie_count; i++)
        if (unsound[i])
            c->layout->labels[i] = layout_middle(c->layout, c->scene->ties[i].first_line);
    const enum status status = moved ? restore_chosen(c, unsound) : STATUS_OK;
    free(unsound);
    *hidden = count_hidden(c);
    if (status == STATUS_OK && moved)
        return layout_normalize(c->layout, c->scene);
    return status;
}

enum status label_soundness_restore(struct layout *layout, const struct scene *scene, double most,
                                    size_t *hidden)
{
    struct label_check c = {.layout = layout, .scene = scene, .most = most};
    struct box page;
    TRY(layout_box(layout, scene, &page));
    TRY(courses_init(&c.courses, layout));
    enum status status = courses_index(&c.courses, &page, &c.lines);
    if (status == STATUS_OK)
        status = node_index_init(&c.nodes, layout, scene);
    if (status == STATUS_OK)
        status = label_index_init(&c.labels, layout, scene);
    if (status == STATUS_OK)
        status = restore_all(&c, hidden);
    grid_clear(&c.labels);
    grid_clear(&c.nodes);
    grid_clear(&c.lines);
    courses_clear(&c.courses);
    return status;
}
