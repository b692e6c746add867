/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/covered_heads.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "layout/head.h"
#include "layout/intersection.h"
#include "layout/score/grid.h"
#include "layout/score/head_cover.h"

/* A head is covered if more than this share of it is: a little more than nodes may hide (see
   line_soundness.c), as what is seen of it is in its own colour. */
static const double most_covered = 0.7;

enum {
    CROWDED = 300, /* heads around a head */
    MOST = 8       /* at most, of different lines, that cover a head together */
};

struct heads {
    const struct scene *scene;
    struct outline_head *items; /* two for each line: its tail and its head; without points if it
                                   has none */
    struct grid grid;           /* their boxes; the owner of an entry is the line */
};

/* The outline of the head at an end of LINE. */
static struct outline_head outline_of(const struct heads *heads, const struct courses *courses,
                                      uint32_t line, bool at_end)
{
    const struct scene_line *l = &heads->scene->lines[line];
    const struct course course = courses_of(courses, line);
    const struct head_outline shape =
        head_outline(at_end ? l->head : l->tail, heads->scene->ties[l->tie].weight);
    const struct point tip = course_at(&course, 0, at_end);
    const struct point from = course_at(&course, shape.length, at_end);
    struct outline_head head = {.edge = l->tie, .count = (uint32_t)shape.count};
    for (int i = 0; i < shape.count; i++)
        head.points[i] = head_point(&shape, i, from, tip);
    return head;
}

static enum status fill(struct heads *heads, const struct courses *courses)
{
    for (uint32_t i = 0; i < 2 * heads->scene->line_count; i++) {
        heads->items[i] = outline_of(heads, courses, i / 2, i % 2 == 1);
        const struct box box = head_cover_box(&heads->items[i]);
        if (heads->items[i].count > 0)
            TRY(grid_put(&heads->grid, &box, i, i / 2));
    }
    return STATUS_OK;
}

/* Whether the heads number A and B look different, apart from their sizes. */
static bool differ(const struct heads *heads, uint32_t a, uint32_t b)
{
    const struct scene_line *x = &heads->scene->lines[a / 2], *y = &heads->scene->lines[b / 2];
    const struct scene_tie *ties = heads->scene->ties;
    return (a % 2 == 1 ? x->head : x->tail) != (b % 2 == 1 ? y->head : y->tail) ||
           strcmp(style_of_type(ties[x->tie].type)->color,
                  style_of_type(ties[y->tie].type)->color) != 0;
}

static void mark_lines(const uint32_t *lines, size_t count, bool *marks)
{
    for (size_t i = 0; i < count && marks != NULL; i++)
        marks[lines[i]] = true;
}

/* Whether other heads cover that number HEAD; sets those of COVERS whose heads do. */
static bool is_covered(const struct heads *heads, uint32_t head, bool *covers)
{
    const struct outline_head *own = &heads->items[head];
    const struct outline_head *others[MOST];
    uint32_t lines[MOST];
    const struct box box = head_cover_box(own);
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&heads->grid, &box);
    size_t count = 0;
    for (int seen = 0; count < MOST && (entry = grid_next(&walk)) != NULL; seen++) {
        const struct outline_head *other = &heads->items[entry->item];
        if (seen == CROWDED)
            return true;
        if (other->edge > own->edge && differ(heads, head, entry->item) &&
            head_cover_of_heads(own, &other, 1) > 0) {
            lines[count] = entry->owner;
            others[count++] = other;
        }
    }
    if (head_cover_of_heads(own, others, count) <= most_covered)
        return false;
    mark_lines(lines, count, covers);
    return true;
}

static enum status mark(struct heads *heads, const struct courses *courses, bool *marks,
                        bool *covers)
{
    TRY(fill(heads, courses));
    for (uint32_t i = 0; i < 2 * heads->scene->line_count; i++)
        marks[i / 2] |= heads->items[i].count > 0 && is_covered(heads, i, covers);
    return STATUS_OK;
}

enum status covered_heads_mark(const struct layout *layout, const struct scene *scene,
                               const struct courses *courses, bool *marks, bool *covers)
{
    const struct box page = {{0, 0}, {layout->width, layout->height}};
    struct heads heads = {.scene = scene,
                          .items = calloc(2 * scene->line_count + 1, sizeof *heads.items)};
    if (heads.items == NULL)
        return STATUS_MEMORY;
    enum status status = grid_init(&heads.grid, &page, 2 * scene->line_count);
    if (status == STATUS_OK) {
        status = mark(&heads, courses, marks, covers);
        grid_clear(&heads.grid);
    }
    free(heads.items);
    return status;
}
