/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/line_soundness.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "layout/head.h"
#include "layout/intersection.h"
#include "layout/routing.h"
#include "layout/soundness/bend.h"
#include "layout/soundness/course.h"
#include "layout/soundness/covered_heads.h"
#include "layout/soundness/meeting.h"
#include "layout/soundness/node_index.h"
#include "layout/soundness/visibility.h"

/* The limits, in points; in parentheses what layouts of 12 to 1000 actors by all engines reach.
   Lines end this far from the border of their nodes (2.8), and run this far inside them (2.8).
   Curves begin where the last one ended. */
static const double end_distance = 4, inside_distance = 4, break_distance = 0.5;

/* The cosine of the sharpest turn of a line that touches another node from before to after it
   (0.93). */
static const double sharpest_at_node = 0.5;

/* Nodes are touched from this distance on. */
static const double touching = 3;

/* A line is visible at both ends for this length. */
static const double visible_end = 8;

/* Two lines between the same nodes are within this distance along less than COMMON of their
   course (0.58). */
static const double overlaid = 1.5, common = 0.9;

/* The least length that nodes leave visible, besides the heads: of a line that they hide in part,
   and of one that they don't (5.6); and the least visible share of a head (0.65). */
static const double least_visible = 6, least_whole = 2, least_head = 0.4;

struct line_check {
    const struct layout *layout;
    const struct scene *scene;
    struct courses courses;
    struct grid nodes;
    struct visibility visibility;
};

/* X and Y are how far a point is beyond the sides of a box; less than 0 between them. */
static double box_distance(double x, double y)
{
    return x <= 0 && y <= 0 ? greater(x, y) : hypot(greater(x, 0), greater(y, 0));
}

/* The distance of a point from the border of a node's shape at CENTRE, along the line from its
   centre; negative inside. At least as large as the true distance. */
static double shape_distance(const struct scene_node *node, struct point centre,
                             struct point point)
{
    const double x = fabs(point.x - centre.x), y = fabs(point.y - centre.y);
    const double u = 2 * x / node->width, v = 2 * y / node->height;
    double share; /* of the way from the centre to the border */
    switch (node->shape) {
    case SHAPE_ELLIPSE: share = sqrt(u * u + v * v); break;
    case SHAPE_DIAMOND: share = u + v; break;
    default: return box_distance(x - node->width / 2, y - node->height / 2);
    }
    const double way = point_distance(point, centre);
    return share > 1e-9 ? way - way / share : -lesser(node->width, node->height) / 2;
}

static double distance_of(const struct line_check *c, uint32_t node, struct point point)
{
    return shape_distance(&c->scene->nodes[node], c->layout->nodes[node], point);
}

static bool is_unbroken(const struct layout *layout, const struct layout_path *path)
{
    const struct cubic *curves = layout->curves + path->first;
    for (uint32_t i = 1; i < path->count; i++)
        if (point_distance(curves[i - 1].p[3], curves[i].p[0]) > break_distance)
            return false;
    return true;
}

/* The next node but the ends of LINE, within DISTANCE of POINT; GRID_END: there is none. */
static uint32_t next_stranger(const struct line_check *c, const struct scene_line *line,
                              struct grid_walk *walk, struct point point, double distance)
{
    const struct grid_entry *entry;
    while ((entry = grid_next(walk)) != NULL)
        if (entry->item != line->from && entry->item != line->to &&
            distance_of(c, entry->item, point) < distance)
            return entry->item;
    return GRID_END;
}

static struct grid_walk walk_near(const struct line_check *c, struct point point)
{
    const struct box box = box_around(point, 2 * touching, 2 * touching);
    return grid_walk(&c->nodes, &box);
}

/* Whether POINT is at the border of NODE, an end of LINE, and no stranger is nearer. */
static bool is_end(const struct line_check *c, const struct scene_line *line, uint32_t node,
                   struct point point)
{
    const double distance = distance_of(c, node, point);
    struct grid_walk walk = walk_near(c, point);
    return fabs(distance) <= end_distance &&
           next_stranger(c, line, &walk, point, greater(distance, 0)) == GRID_END;
}

static bool ends_at_its_nodes(const struct line_check *c, uint32_t index)
{
    const struct scene_line *line = &c->scene->lines[index];
    const struct course course = courses_of(&c->courses, index);
    if (!is_end(c, line, line->from, course.points[0]) ||
        !is_end(c, line, line->to, course.points[course.steps]) ||
        !is_unbroken(c->layout, &c->layout->paths[index]))
        return false;
    for (size_t i = 0; i <= course.steps; i++)
        if (distance_of(c, line->from, course.points[i]) < -inside_distance ||
            distance_of(c, line->to, course.points[i]) < -inside_distance)
            return false;
    return true;
}

/* A part of a line that touches a node other than its ends. */
struct contact {
    uint32_t node;
    size_t first, last; /* points of the course */
};

struct contacts {
    struct contact items[8]; /* those that a point can touch at once, and more */
    size_t count;
};

static void add_contact(struct contacts *contacts, uint32_t node, size_t at)
{
    for (size_t i = 0; i < contacts->count; i++)
        if (contacts->items[i].node == node) {
            contacts->items[i].last = at;
            return;
        }
    if (contacts->count < sizeof contacts->items / sizeof *contacts->items)
        contacts->items[contacts->count++] = (struct contact){node, at, at};
}

/* Removes the contacts that end before AT; returns whether the line turns at none of them. */
static bool end_contacts(struct contacts *contacts, const struct course *course, size_t at)
{
    bool passing = true;
    for (size_t i = contacts->count; i > 0; i--) {
        const struct contact contact = contacts->items[i - 1];
        if (contact.last >= at)
            continue;
        passing = passing && bend_cosine(course, contact.first, contact.last) > sharpest_at_node;
        contacts->items[i - 1] = contacts->items[--contacts->count];
    }
    return passing;
}

/* Whether the line turns at no other node, and none hides its ends. */
static bool passes_others(const struct line_check *c, uint32_t index)
{
    const struct scene_line *line = &c->scene->lines[index];
    const struct course course = courses_of(&c->courses, index);
    struct contacts contacts = {.count = 0};
    bool passing = true;
    for (size_t i = 0; i <= course.steps && passing; i++) {
        const struct point point = course.points[i];
        const double along = lesser((double)i, (double)(course.steps - i)) * course.step;
        struct grid_walk walk = walk_near(c, point);
        uint32_t node;
        while ((node = next_stranger(c, line, &walk, point, touching)) != GRID_END) {
            add_contact(&contacts, node, i);
            passing = passing && (along > visible_end || distance_of(c, node, point) > 0);
        }
        passing = passing && end_contacts(&contacts, &course, i);
    }
    return passing && end_contacts(&contacts, &course, course.steps + 1);
}

/* Whether two lines between the same nodes are drawn as one. */
static bool are_one(const struct line_check *c, uint32_t a, uint32_t b)
{
    enum { SAMPLES = 32 };
    const struct course p = courses_of(&c->courses, a), q = courses_of(&c->courses, b);
    const bool same_way = c->scene->lines[a].from == c->scene->lines[b].from;
    int near = 0;
    for (size_t i = 0; i <= SAMPLES; i++) {
        const struct point here = p.points[i * p.steps / SAMPLES];
        const size_t at = (same_way ? i : SAMPLES - i) * q.steps / SAMPLES;
        double square = HUGE_VAL;
        for (size_t j = at > 1 ? at - 2 : 0; j < at + 2 && j < q.steps; j++)
            square = lesser(square, point_segment_square(here, q.points[j], q.points[j + 1]));
        near += square < overlaid * overlaid;
    }
    return near > common * (SAMPLES + 1);
}

static const char turns_back[] = "a line turns back";

/* NULL, or what is wrong with the way of LINE. */
static const char *fault_of(const struct line_check *c, uint32_t line)
{
    const struct course course = courses_of(&c->courses, line);
    if (!ends_at_its_nodes(c, line))
        return "a line does not end at its actors";
    if (bend_turns_back(&course))
        return turns_back;
    if (!passes_others(c, line))
        return "a line turns or ends at another actor";
    return !bend_is_coiled(&course, c->layout->width + c->layout->height)
               ? NULL
               : "a line is coiled or folded";
}

static const char *find_fault(const struct line_check *c)
{
    const char *fault = NULL;
    for (uint32_t i = 0; i < c->scene->line_count && fault == NULL; i++)
        fault = fault_of(c, i);
    return fault;
}

/* Marks lines with a fault that occurs now and then: a few of dot's turn back, and a few of the
   search graze their own nodes. Returns whether no line is worse. */
static bool mark_faulty(const struct line_check *c, bool *marks)
{
    for (uint32_t i = 0; i < c->scene->line_count; i++) {
        const char *fault = fault_of(c, i);
        if (fault != NULL && fault != turns_back && c->scene->engine != ENGINE_AUTO)
            return false;
        marks[i] |= fault != NULL;
    }
    return true;
}

/* Marks those of COUNT lines between the same nodes that are drawn as one with another tie's. */
static void mark_twins(const struct line_check *c, const struct routing_pair *pairs, size_t count,
                       bool *marks)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i && !marks[pairs[i].line]; j++)
            marks[pairs[i].line] =
                c->scene->lines[pairs[i].line].tie != c->scene->lines[pairs[j].line].tie &&
                are_one(c, pairs[i].line, pairs[j].line);
}

static enum status find_twins(const struct line_check *c, bool *marks)
{
    struct routing_pair *pairs = routing_sort_pairs(c->scene);
    if (pairs == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0, count; i < c->scene->line_count; i += count) {
        count = routing_count_lines(pairs + i, c->scene->line_count - i);
        mark_twins(c, pairs + i, count, marks);
    }
    free(pairs);
    return STATUS_OK;
}

/* Whether too little of a line is visible. */
static bool is_hidden(const struct line_check *c, uint32_t line)
{
    static const double nothing = 0.5; /* points hidden */
    const struct scene_line *l = &c->scene->lines[line];
    const struct course course = courses_of(&c->courses, line);
    const unsigned weight = c->scene->ties[l->tie].weight;
    const double heads = head_length(l->tail, weight) + head_length(l->head, weight);
    const double visible = visibility_of_line(&c->visibility, line);
    const bool whole = visible > course.step * (double)course.steps - nothing;
    return visible < heads + (whole ? least_whole : least_visible);
}

/* Whether a straight line would pass all other nodes. */
static bool is_way_clear(const struct line_check *c, uint32_t index)
{
    const struct scene_line *line = &c->scene->lines[index];
    const struct point ends[] = {c->layout->nodes[line->from], c->layout->nodes[line->to]};
    struct box box = {ends[0], ends[0]};
    box_add_point(&box, ends[1]);
    struct grid_walk walk = grid_walk(&c->nodes, &box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box node = layout_box_of_node(c->layout, c->scene, entry->item);
        if (entry->item != line->from && entry->item != line->to &&
            segment_meets_box(ends, &node))
            return false;
    }
    return true;
}

/* Marks the lines whose heads cover each other, if straight ones would not run through nodes. */
static enum status mark_covered(const struct line_check *c, bool *marks)
{
    bool *covered = calloc(c->scene->line_count + 1, sizeof *covered);
    if (covered == NULL)
        return STATUS_MEMORY;
    const enum status status =
        covered_heads_mark(c->layout, c->scene, &c->courses, covered, covered);
    for (uint32_t i = 0; status == STATUS_OK && i < c->scene->line_count; i++)
        marks[i] |= covered[i] && is_way_clear(c, i);
    free(covered);
    return status;
}

/* Whether a loop runs into another node, so that it looks like lines between the two. */
static bool is_loop_at_stranger(const struct line_check *c, uint32_t index)
{
    const struct scene_line *line = &c->scene->lines[index];
    const struct course course = courses_of(&c->courses, index);
    if (line->from != line->to)
        return false;
    for (size_t i = 0; i <= course.steps; i++) {
        struct grid_walk walk = walk_near(c, course.points[i]);
        if (next_stranger(c, line, &walk, course.points[i], touching) != GRID_END)
            return true;
    }
    return false;
}

static bool is_loop(const struct scene_line *line)
{
    return line->from == line->to;
}

/* Whether LOOP, of which POINT is one, touches a loop of another node there. */
static bool meets_loop(const struct line_check *c, const struct grid *steps, uint32_t loop,
                       struct point point)
{
    const struct box box = box_around(point, 2 * touching, 2 * touching);
    const struct scene_line *lines = c->scene->lines;
    struct grid_walk walk = grid_walk(steps, &box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct point *step = c->courses.points + entry->item;
        if (is_loop(&lines[entry->owner]) && lines[entry->owner].from != lines[loop].from &&
            point_segment_square(point, step[0], step[1]) < touching * touching)
            return true;
    }
    return false;
}

/* Marks loops that touch those of other nodes: together, they look like lines between the two. */
static enum status mark_meeting_loops(const struct line_check *c, bool *marks)
{
    const struct box page = {{0, 0}, {c->layout->width, c->layout->height}};
    size_t loops = 0;
    struct grid steps;
    for (uint32_t i = 0; i < c->scene->line_count; i++)
        loops += is_loop(&c->scene->lines[i]);
    if (loops < 2)
        return STATUS_OK;
    TRY(courses_index(&c->courses, &page, &steps));
    for (uint32_t i = 0; i < c->scene->line_count; i++) {
        const struct course course = courses_of(&c->courses, i);
        if (!is_loop(&c->scene->lines[i]))
            continue;
        for (size_t j = 0; j <= course.steps && !marks[i]; j++)
            marks[i] = meets_loop(c, &steps, i, course.points[j]);
    }
    grid_clear(&steps);
    return STATUS_OK;
}

/* Marks the lines that cannot be told from others. */
static enum status mark_confused(struct line_check *c, bool *marks)
{
    TRY(find_twins(c, marks));
    TRY(meeting_mark(c->layout, c->scene, &c->courses, &c->nodes, marks));
    for (uint32_t i = 0; i < c->scene->line_count; i++)
        marks[i] |= is_hidden(c, i) || is_loop_at_stranger(c, i);
    TRY(mark_meeting_loops(c, marks));
    return mark_covered(c, marks);
}

/* Samples LAYOUT, which has changed. The caller clears C in any case. */
static enum status open_check(struct line_check *c, const struct layout *layout,
                              const struct scene *scene)
{
    *c = (struct line_check){.layout = layout, .scene = scene};
    TRY(courses_init(&c->courses, layout));
    TRY(node_index_init(&c->nodes, layout, scene));
    return visibility_init(&c->visibility, layout, scene, &c->courses, &c->nodes);
}

static void close_check(struct line_check *c)
{
    visibility_clear(&c->visibility);
    grid_clear(&c->nodes);
    courses_clear(&c->courses);
}

/* Sets those of MARKS whose lines are faulty or cannot be told from others; not all of them in a
   layout that is to be rejected anyway. */
static enum status look_for_confused(const struct layout *layout, const struct scene *scene,
                                     bool *marks)
{
    struct line_check c;
    enum status status = open_check(&c, layout, scene);
    if (status == STATUS_OK && mark_faulty(&c, marks))
        status = mark_confused(&c, marks);
    close_check(&c);
    return status;
}

/* The number of MARKS that are set. */
static size_t count_marks(const bool *marks, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += marks[i];
    return sum;
}

/* Lines that are routed anew may be confused with others: several rounds. */
static enum status separate(struct layout *layout, const struct scene *scene, bool *marks,
                            size_t *marked)
{
    enum { ROUNDS = 3 };
    for (int round = 0; round < ROUNDS; round++) {
        TRY(look_for_confused(layout, scene, marks));
        const size_t now = count_marks(marks, scene->line_count);
        if (now == *marked)
            return STATUS_OK;
        *marked = now;
        TRY(routing_fan_out(layout, scene, marks));
        TRY(layout_normalize(layout, scene));
    }
    return STATUS_OK;
}

enum status line_soundness_separate(struct layout *layout, const struct scene *scene,
                                    bool *separated)
{
    size_t marked = 0;
    bool *marks = calloc(scene->line_count + 1, sizeof *marks);
    if (marks == NULL)
        return STATUS_MEMORY;
    const enum status status = separate(layout, scene, marks, &marked);
    *separated = marked > 0;
    free(marks);
    return status;
}

/* NULL, or what is hidden of LINE. */
static const char *find_hidden_part(const struct line_check *c, uint32_t line)
{
    if (is_hidden(c, line))
        return "a line is hidden";
    if (visibility_of_head(&c->visibility, line, false) < least_head ||
        visibility_of_head(&c->visibility, line, true) < least_head)
        return "the head of a line is hidden";
    return NULL;
}

enum status line_soundness_count_hidden(const struct layout *layout, const struct scene *scene,
                                        size_t *count)
{
    struct line_check c;
    bool *marks = calloc(scene->line_count + 1, sizeof *marks);
    *count = 0;
    if (marks == NULL)
        return STATUS_MEMORY;
    enum status status = open_check(&c, layout, scene);
    if (status == STATUS_OK)
        status = covered_heads_mark(layout, scene, &c.courses, marks, NULL);
    if (status == STATUS_OK)
        status = mark_meeting_loops(&c, marks);
    for (uint32_t i = 0; status == STATUS_OK && i < scene->line_count; i++)
        *count += marks[i] || find_hidden_part(&c, i) != NULL || is_loop_at_stranger(&c, i);
    close_check(&c);
    free(marks);
    return status;
}

static const char *find_hidden(const struct line_check *c)
{
    const char *hidden = NULL;
    for (uint32_t i = 0; i < c->scene->line_count && hidden == NULL; i++)
        hidden = find_hidden_part(c, i);
    return hidden;
}

static enum status find_meeting(struct line_check *c, bool *found)
{
    bool *marks = calloc(c->scene->line_count + 1, sizeof *marks);
    if (marks == NULL)
        return STATUS_MEMORY;
    const enum status status = meeting_mark(c->layout, c->scene, &c->courses, &c->nodes, marks);
    *found = count_marks(marks, c->scene->line_count) > 0;
    free(marks);
    return status;
}

static enum status check(struct line_check *c, const char **fault)
{
    bool meet = false;
    *fault = find_fault(c);
    if (*fault == NULL)
        *fault = find_hidden(c);
    if (*fault == NULL)
        TRY(find_meeting(c, &meet));
    if (meet)
        *fault = "two lines meet and turn";
    return STATUS_OK;
}

/* Marks the lines to which line_soundness_check objects. */
static enum status mark_rejected(const struct layout *layout, const struct scene *scene,
                                 bool *marks)
{
    struct line_check c;
    enum status status = open_check(&c, layout, scene);
    for (uint32_t i = 0; status == STATUS_OK && i < scene->line_count; i++)
        marks[i] |= fault_of(&c, i) != NULL || find_hidden_part(&c, i) != NULL;
    if (status == STATUS_OK)
        status = meeting_mark(layout, scene, &c.courses, &c.nodes, marks);
    close_check(&c);
    return status;
}

/* Lines that are routed anew may meet others: several rounds, until there are no more. */
static enum status mend(struct layout *layout, const struct scene *scene, bool *marks,
                        bool *mended)
{
    enum { ROUNDS = 4 };
    size_t marked = 0;
    for (int round = 0; round < ROUNDS && !*mended; round++) {
        TRY(mark_rejected(layout, scene, marks));
        const size_t now = count_marks(marks, scene->line_count);
        *mended = now == marked;
        marked = now;
        if (*mended)
            continue;
        TRY(routing_fan_out(layout, scene, marks));
        TRY(layout_normalize(layout, scene));
    }
    return STATUS_OK;
}

enum status line_soundness_mend(struct layout *layout, const struct scene *scene, bool *mended)
{
    bool *marks = calloc(scene->line_count + 1, sizeof *marks);
    *mended = false;
    if (marks == NULL)
        return STATUS_MEMORY;
    const enum status status = mend(layout, scene, marks, mended);
    free(marks);
    return status;
}

enum status line_soundness_check(const struct layout *layout, const struct scene *scene,
                                 const char **fault)
{
    struct line_check c;
    enum status status = open_check(&c, layout, scene);
    if (status == STATUS_OK)
        status = check(&c, fault);
    close_check(&c);
    return status;
}
