/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/stress.h"

#include <math.h>
#include <stdlib.h>

/* Pairs are gone through so many times, each time with smaller steps: a power of two, see
   factor_of. */
enum { ROUNDS = 32 };

/* The last round moves nodes by this share of what is wrong; the first one by all of it, even for
   those farthest apart. */
static const double last_share = 0.1;

struct pair {
    uint32_t a, b;
};

struct stress {
    const struct placement *placement;
    size_t count;      /* of nodes */
    double *distances; /* count * count */
    struct pair *pairs;
    size_t pair_count;
    struct point *places;
    uint32_t *order;
};

static double *distance_at(const struct stress *stress, size_t a, size_t b)
{
    return &stress->distances[a * stress->count + b];
}

static enum status reserve(struct stress *stress, const struct placement *placement)
{
    size_t count = placement->scene->node_count;
    *stress = (struct stress){.placement = placement, .count = count};
    stress->distances = calloc(count * count + 1, sizeof *stress->distances);
    stress->pairs = calloc(count * count / 2 + 1, sizeof *stress->pairs);
    stress->places = calloc(count + 1, sizeof *stress->places);
    stress->order = calloc(count + 1, sizeof *stress->order);
    return stress->distances != NULL && stress->pairs != NULL && stress->places != NULL &&
                   stress->order != NULL
               ? STATUS_OK
               : STATUS_MEMORY;
}

static void release(struct stress *stress)
{
    free(stress->distances);
    free(stress->pairs);
    free(stress->places);
    free(stress->order);
}

/* --- distances in the network */

/* How many nodes are next to A or to B, but not to both. MARKS has room for all nodes, zeroed,
   and is zeroed again. */
static unsigned count_unshared(const struct placement *placement, uint32_t a, uint32_t b,
                               unsigned char *marks)
{
    const uint32_t ends[] = {a, b};
    unsigned count = 0;
    for (int pass = 0; pass < 2; pass++)
        for (unsigned char side = 0; side < 2; side++)
            for (uint32_t i = placement->first_incident[ends[side]];
                 i < placement->first_incident[ends[side] + 1]; i++) {
                const struct route *route = &placement->routes[placement->incident[i]];
                uint32_t other = route->from == ends[side] ? route->to : route->from;
                if (pass == 0)
                    marks[other] |= (unsigned char)(1 << side);
                else {
                    count += marks[other] == 1 || marks[other] == 2;
                    marks[other] = 0;
                }
            }
    return count;
}

static enum status measure_lines(struct stress *stress)
{
    const struct placement *placement = stress->placement;
    unsigned char *marks = calloc(stress->count + 1, 1);
    if (marks == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < stress->count * stress->count; i++)
        stress->distances[i] = HUGE_VAL;
    for (size_t i = 0; i < placement->scene->line_count; i++) {
        const struct route *route = &placement->routes[i];
        double length = sqrt(count_unshared(placement, route->from, route->to, marks));
        *distance_at(stress, route->from, route->to) = length;
        *distance_at(stress, route->to, route->from) = length;
    }
    for (size_t i = 0; i < stress->count; i++)
        *distance_at(stress, i, i) = 0;
    free(marks);
    return STATUS_OK;
}

/* All shortest ways (Floyd 1962). */
static void find_ways(struct stress *stress)
{
    for (size_t k = 0; k < stress->count; k++) {
        const double *through = distance_at(stress, k, 0);
        for (size_t i = 0; i < stress->count; i++) {
            double *row = distance_at(stress, i, 0), first = row[k];
            for (size_t j = 0; j < stress->count; j++)
                row[j] = lesser(row[j], first + through[j]);
        }
    }
}

/* What nothing joins is a little farther apart than all that something does. */
static void join_parts(struct stress *stress)
{
    double farthest = 1;
    for (size_t i = 0; i < stress->count * stress->count; i++)
        if (stress->distances[i] < HUGE_VAL)
            farthest = greater(farthest, stress->distances[i]);
    for (size_t i = 0; i < stress->count * stress->count; i++)
        if (stress->distances[i] == HUGE_VAL)
            stress->distances[i] = 1.1 * farthest;
}

static void list_pairs(struct stress *stress)
{
    for (uint32_t a = 0; a < stress->count; a++)
        for (uint32_t b = a + 1; b < stress->count; b++)
            stress->pairs[stress->pair_count++] = (struct pair){a, b};
}

/* --- places */

static void scatter(struct stress *stress, struct random *random)
{
    for (size_t i = 0; i < stress->count; i++)
        stress->places[i] = (struct point){random_unit(random), random_unit(random)};
}

/* Fisher and Yates. */
static void shuffle(struct stress *stress, struct random *random)
{
    for (size_t i = stress->pair_count; i > 1; i--) {
        size_t j = random_below(random, (uint32_t)i);
        struct pair pair = stress->pairs[i - 1];
        stress->pairs[i - 1] = stress->pairs[j];
        stress->pairs[j] = pair;
    }
}

/* Moves both nodes of a pair towards their distance; STEP is in units of its square. */
static void settle_pair(struct stress *stress, struct pair pair, double step)
{
    double wanted = *distance_at(stress, pair.a, pair.b);
    struct point *a = &stress->places[pair.a], *b = &stress->places[pair.b];
    double x = a->x - b->x, y = a->y - b->y, length = sqrt(x * x + y * y);
    double share = lesser(1, step / (wanted * wanted));
    double move = length > 1e-9 ? share * (length - wanted) / (2 * length) : 0;
    a->x -= move * x;
    a->y -= move * y;
    b->x += move * x;
    b->y += move * y;
}

static double widest(const struct stress *stress, bool least)
{
    double found = least ? HUGE_VAL : 0;
    for (size_t i = 0; i < stress->pair_count; i++) {
        double d = *distance_at(stress, stress->pairs[i].a, stress->pairs[i].b);
        found = least ? lesser(found, d) : greater(found, d);
    }
    return found;
}

static void lower_stress(struct stress *stress, struct random *random)
{
    double far = widest(stress, false), near = widest(stress, true);
    double step = far * far, factor = last_share * near * near / step;
    for (unsigned i = 1; i < ROUNDS; i *= 2)
        factor = sqrt(factor);
    for (unsigned round = 0; round < ROUNDS; round++) {
        shuffle(stress, random);
        for (size_t i = 0; i < stress->pair_count; i++)
            settle_pair(stress, stress->pairs[i], step);
        step *= factor;
    }
}

/* --- on the canvas */

/* Turns all so that they are widest along the x axis: the covariance's first eigenvector. */
static void turn_widest(struct stress *stress)
{
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i < stress->count; i++) {
        x += stress->places[i].x / (double)stress->count;
        y += stress->places[i].y / (double)stress->count;
    }
    for (size_t i = 0; i < stress->count; i++) {
        struct point *p = &stress->places[i];
        *p = (struct point){p->x - x, p->y - y};
        xx += p->x * p->x;
        yy += p->y * p->y;
        xy += p->x * p->y;
    }
    double half = (xx - yy) / 2, u = half + sqrt(half * half + xy * xy), v = xy;
    double length = sqrt(u * u + v * v);
    if (length <= 0)
        return;
    for (size_t i = 0; i < stress->count; i++) {
        struct point p = stress->places[i];
        stress->places[i] =
            (struct point){(p.x * u + p.y * v) / length, (p.y * u - p.x * v) / length};
    }
}

static double *coordinate(struct stress *stress, uint32_t node, bool vertical)
{
    return vertical ? &stress->places[node].y : &stress->places[node].x;
}

/* Sorts the nodes along an axis, by insertion: they are nearly sorted from the axis before only
   by chance, but few. */
static void sort_along(struct stress *stress, bool vertical)
{
    for (uint32_t i = 0; i < stress->count; i++) {
        uint32_t at = i;
        double here = *coordinate(stress, i, vertical);
        for (; at > 0 && *coordinate(stress, stress->order[at - 1], vertical) > here; at--)
            stress->order[at] = stress->order[at - 1];
        stress->order[at] = i;
    }
}

/* Spreads the nodes evenly along an axis from 0 to 1, in their order: what is crowded would leave
   no room between lines, and distances matter less than that. */
static void spread_along(struct stress *stress, bool vertical)
{
    sort_along(stress, vertical);
    for (uint32_t i = 0; i < stress->count; i++)
        *coordinate(stress, stress->order[i], vertical) =
            ((double)i + 0.5) / (double)stress->count;
}

static void take_places(struct stress *stress, struct placement *placement)
{
    bool upright = placement->height > placement->width;
    for (uint32_t i = 0; i < stress->count; i++) {
        struct point p = stress->places[i];
        struct point share = upright ? (struct point){p.y, p.x} : p;
        placement_move_node(
            placement, i,
            (struct point){share.x * placement->width, share.y * placement->height});
    }
    placement_straighten(placement);
}

enum status stress_place(struct placement *placement, struct random *random)
{
    struct stress stress;
    enum status status = reserve(&stress, placement);
    if (status == STATUS_OK)
        status = measure_lines(&stress);
    if (status == STATUS_OK && stress.count > 1) {
        find_ways(&stress);
        join_parts(&stress);
        list_pairs(&stress);
        scatter(&stress, random);
        lower_stress(&stress, random);
        turn_widest(&stress);
        spread_along(&stress, false);
        spread_along(&stress, true);
        take_places(&stress, placement);
    }
    release(&stress);
    return status;
}
