/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/stress.h"

#include <math.h>
#include <stdlib.h>

#include "layout/search/distances.h"

/* The number of rounds through all pairs, with decreasing steps: a power of two, see
   lower_stress. */
enum { ROUNDS = 32 };

/* The last round moves nodes by this fraction of the error; the first round moves even the
   farthest apart by all of it. */
static const double last_share = 0.1;

struct stress_pair {
    uint32_t a, b;
};

struct stress {
    struct distances distances;
    size_t count; /* of nodes */
    struct stress_pair *pairs;
    size_t pair_count;
    struct point *positions;
    uint32_t *order; /* of the nodes along an axis */
};

static enum status stress_init(struct stress *stress, const struct placement *placement)
{
    size_t count = placement->scene->node_count;
    *stress = (struct stress){.count = count};
    stress->pairs = calloc(count * count / 2 + 1, sizeof *stress->pairs);
    stress->positions = calloc(count + 1, sizeof *stress->positions);
    stress->order = calloc(count + 1, sizeof *stress->order);
    if (stress->pairs == NULL || stress->positions == NULL || stress->order == NULL)
        return STATUS_MEMORY;
    return distances_init(&stress->distances, placement);
}

static void stress_clear(struct stress *stress)
{
    distances_clear(&stress->distances);
    free(stress->pairs);
    free(stress->positions);
    free(stress->order);
}

static void list_pairs(struct stress *stress)
{
    for (uint32_t a = 0; a < stress->count; a++)
        for (uint32_t b = a + 1; b < stress->count; b++)
            stress->pairs[stress->pair_count++] = (struct stress_pair){a, b};
}

static void scatter(struct stress *stress, struct random *random)
{
    for (size_t i = 0; i < stress->count; i++) {
        stress->positions[i].x = random_unit(random);
        stress->positions[i].y = random_unit(random);
    }
}

/* Fisher and Yates 1938. */
static void shuffle(struct stress *stress, struct random *random)
{
    for (size_t i = stress->pair_count; i > 1; i--) {
        size_t j = random_below(random, (uint32_t)i);
        struct stress_pair pair = stress->pairs[i - 1];
        stress->pairs[i - 1] = stress->pairs[j];
        stress->pairs[j] = pair;
    }
}

/* Moves both nodes of a pair towards their ideal distance. STEP is in units of its square. */
static void move_pair(struct stress *stress, struct stress_pair pair, double step)
{
    double wanted = *distances_at(&stress->distances, pair.a, pair.b);
    struct point *a = &stress->positions[pair.a], *b = &stress->positions[pair.b];
    double x = a->x - b->x, y = a->y - b->y, length = sqrt(x * x + y * y);
    double share = lesser(1, step / (wanted * wanted));
    double move = length > 1e-9 ? share * (length - wanted) / (2 * length) : 0;
    a->x -= move * x;
    a->y -= move * y;
    b->x += move * x;
    b->y += move * y;
}

/* The largest or the smallest distance of all pairs. */
static double find_extreme(const struct stress *stress, bool smallest)
{
    double found = smallest ? HUGE_VAL : 0;
    for (size_t i = 0; i < stress->pair_count; i++) {
        double d = *distances_at(&stress->distances, stress->pairs[i].a, stress->pairs[i].b);
        found = smallest ? lesser(found, d) : greater(found, d);
    }
    return found;
}

static void lower_stress(struct stress *stress, struct random *random)
{
    double far = find_extreme(stress, false), near = find_extreme(stress, true);
    double step = far * far, factor = last_share * near * near / step;
    for (unsigned i = 1; i < ROUNDS; i *= 2)
        factor = sqrt(factor);
    for (unsigned round = 0; round < ROUNDS; round++) {
        shuffle(stress, random);
        for (size_t i = 0; i < stress->pair_count; i++)
            move_pair(stress, stress->pairs[i], step);
        step *= factor;
    }
}

/* --- in the extent */

/* Rotates all positions so that they vary most along the x axis, which becomes the first
   eigenvector of their covariance. */
static void rotate(struct stress *stress)
{
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i < stress->count; i++) {
        x += stress->positions[i].x / (double)stress->count;
        y += stress->positions[i].y / (double)stress->count;
    }
    for (size_t i = 0; i < stress->count; i++) {
        struct point *p = &stress->positions[i];
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
        struct point p = stress->positions[i];
        stress->positions[i] =
            (struct point){(p.x * u + p.y * v) / length, (p.y * u - p.x * v) / length};
    }
}

static double *coordinate(struct stress *stress, uint32_t node, bool vertical)
{
    return vertical ? &stress->positions[node].y : &stress->positions[node].x;
}

/* Sorts the nodes along an axis, by insertion: there are few. */
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

/* Spreads the nodes evenly along an axis from 0 to 1, keeping their order: room for lines between
   nodes matters more than distances. */
static void spread_along(struct stress *stress, bool vertical)
{
    sort_along(stress, vertical);
    for (uint32_t i = 0; i < stress->count; i++)
        *coordinate(stress, stress->order[i], vertical) =
            ((double)i + 0.5) / (double)stress->count;
}

static void place_nodes(struct stress *stress, struct placement *placement)
{
    bool upright = placement->height > placement->width;
    for (uint32_t i = 0; i < stress->count; i++) {
        struct point p = stress->positions[i];
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
    enum status status = stress_init(&stress, placement);
    if (status == STATUS_OK && stress.count > 1) {
        list_pairs(&stress);
        scatter(&stress, random);
        lower_stress(&stress, random);
        rotate(&stress);
        spread_along(&stress, false);
        spread_along(&stress, true);
        place_nodes(&stress, placement);
    }
    stress_clear(&stress);
    return status;
}
