/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "stability.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "svg_outline.h"

/* A node in both figures. */
struct pair {
    struct point before, after;
    double width;
};

struct pairs {
    struct pair *items;
    size_t count, capacity;
};

struct figure {
    struct outline outline;
    struct svg_ids ids;
};

static struct point centre_of(const struct figure *figure, size_t node)
{
    const struct box *box = &figure->outline.nodes.items[node].shape;
    return point_between(box->low, box->high, 0.5);
}

static enum status match(struct pairs *pairs, const struct figure *before, size_t node,
                         const struct figure *after)
{
    const struct box *box = &before->outline.nodes.items[node].shape;
    for (size_t i = 0; i < after->ids.count; i++)
        if (strcmp(before->ids.items[node], after->ids.items[i]) == 0) {
            ARRAY_RESERVE(pairs, 1);
            pairs->items[pairs->count++] = (struct pair){
                centre_of(before, node), centre_of(after, i), box->high.x - box->low.x};
            break;
        }
    return STATUS_OK;
}

static struct point mean_of(const struct pairs *pairs, bool after)
{
    struct point mean = {0, 0};
    for (size_t i = 0; i < pairs->count; i++) {
        const struct point at = after ? pairs->items[i].after : pairs->items[i].before;
        mean.x += at.x / (double)pairs->count;
        mean.y += at.y / (double)pairs->count;
    }
    return mean;
}

/* Moves and scales the nodes after so that their mean, and their mean distance from it, are those
   before: a figure may grow as a whole. */
static void align(struct pairs *pairs)
{
    const struct point from = mean_of(pairs, true), to = mean_of(pairs, false);
    double before = 0, after = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        before += point_distance(pairs->items[i].before, to);
        after += point_distance(pairs->items[i].after, from);
    }
    const double scale = after > 0 ? before / after : 1;
    for (size_t i = 0; i < pairs->count; i++) {
        struct point *at = &pairs->items[i].after;
        *at = (struct point){to.x + (at->x - from.x) * scale, to.y + (at->y - from.y) * scale};
    }
}

static unsigned count_turned(const struct pair *a, const struct pair *b)
{
    return ((a->before.x - b->before.x) * (a->after.x - b->after.x) < 0) +
           ((a->before.y - b->before.y) * (a->after.y - b->after.y) < 0);
}

static void count(struct stability *stability, const struct pairs *pairs)
{
    *stability = (struct stability){0, 0};
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair *pair = &pairs->items[i];
        stability->moved += fabs(pair->before.x - pair->after.x) > pair->width ||
                            fabs(pair->before.y - pair->after.y) > pair->width;
        for (size_t j = 0; j < i; j++)
            stability->turned += count_turned(pair, &pairs->items[j]);
    }
}

static enum status compare(struct stability *stability, const struct figure *before,
                           const struct figure *after)
{
    struct pairs pairs = {NULL, 0, 0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < before->ids.count && status == STATUS_OK; i++)
        status = match(&pairs, before, i, after);
    align(&pairs);
    count(stability, &pairs);
    free(pairs.items);
    return status;
}

static void clear(struct figure *figure)
{
    outline_clear(&figure->outline);
    free(figure->ids.items);
}

enum status stability_measure(struct stability *stability, const char *before, const char *after,
                              struct messages *messages)
{
    struct figure first = {.ids = {NULL, 0, 0}}, second = {.ids = {NULL, 0, 0}};
    outline_init(&first.outline);
    outline_init(&second.outline);
    enum status status = svg_outline_read(&first.outline, &first.ids, before, messages);
    if (status == STATUS_OK)
        status = svg_outline_read(&second.outline, &second.ids, after, messages);
    if (status == STATUS_OK)
        status = compare(stability, &first, &second);
    clear(&first);
    clear(&second);
    return status;
}
