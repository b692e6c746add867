/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/distances.h"

#include <math.h>
#include <stdlib.h>

/* Marks the neighbours of NODE; or counts those marked from one end only, and clears all marks.
 */
static unsigned visit_neighbours(const struct placement *placement, uint32_t node,
                                 unsigned char mark, unsigned char *marks)
{
    unsigned count = 0;
    for (uint32_t i = placement->first_incident[node]; i < placement->first_incident[node + 1];
         i++) {
        const struct route *route = &placement->routes[placement->incident[i]];
        uint32_t other = route->from == node ? route->to : route->from;
        if (mark != 0)
            marks[other] |= mark;
        else {
            count += marks[other] == 1 || marks[other] == 2;
            marks[other] = 0;
        }
    }
    return count;
}

/* The number of nodes that are neighbours of A or of B, but not of both. MARKS, one for each
   node, are 0 before and after. */
static unsigned count_unshared(const struct placement *placement, uint32_t a, uint32_t b,
                               unsigned char *marks)
{
    visit_neighbours(placement, a, 1, marks);
    visit_neighbours(placement, b, 2, marks);
    unsigned count = visit_neighbours(placement, a, 0, marks);
    return count + visit_neighbours(placement, b, 0, marks);
}

/* Puts the nodes of each bloc as near to each other as the nearest neighbours. */
static void gather_blocs(struct distances *distances, const struct scene *scene)
{
    for (size_t i = 0; i < scene->bloc_count; i++) {
        const struct scene_bloc *bloc = &scene->blocs[i];
        for (size_t j = 0; j < bloc->node_count; j++)
            for (size_t k = 0; k < bloc->node_count; k++)
                *distances_at(distances, bloc->nodes[j], bloc->nodes[k]) = 1;
    }
}

static enum status measure_lines(struct distances *distances, const struct placement *placement)
{
    unsigned char *marks = calloc(distances->count + 1, 1);
    if (marks == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < distances->count * distances->count; i++)
        distances->items[i] = HUGE_VAL;
    for (size_t i = 0; i < placement->scene->line_count; i++) {
        const struct route *route = &placement->routes[i];
        double length = sqrt(count_unshared(placement, route->from, route->to, marks));
        *distances_at(distances, route->from, route->to) = length;
        *distances_at(distances, route->to, route->from) = length;
    }
    free(marks);
    gather_blocs(distances, placement->scene);
    for (size_t i = 0; i < distances->count; i++)
        *distances_at(distances, i, i) = 0;
    return STATUS_OK;
}

static void find_shortest_paths(struct distances *distances)
{
    for (size_t k = 0; k < distances->count; k++) {
        const double *through = distances_at(distances, k, 0);
        for (size_t i = 0; i < distances->count; i++) {
            double *row = distances_at(distances, i, 0), first = row[k];
            for (size_t j = 0; j < distances->count; j++)
                row[j] = lesser(row[j], first + through[j]);
        }
    }
}

static void connect_components(struct distances *distances)
{
    double farthest = 1;
    for (size_t i = 0; i < distances->count * distances->count; i++)
        if (distances->items[i] < HUGE_VAL)
            farthest = greater(farthest, distances->items[i]);
    for (size_t i = 0; i < distances->count * distances->count; i++)
        if (distances->items[i] == HUGE_VAL)
            distances->items[i] = 1.1 * farthest;
}

enum status distances_init(struct distances *distances, const struct placement *placement)
{
    size_t count = placement->scene->node_count;
    *distances = (struct distances){count, calloc(count * count + 1, sizeof(double))};
    enum status status =
        distances->items == NULL ? STATUS_MEMORY : measure_lines(distances, placement);
    if (status != STATUS_OK) {
        distances_clear(distances);
        return status;
    }
    find_shortest_paths(distances);
    connect_components(distances);
    return STATUS_OK;
}

void distances_clear(struct distances *distances)
{
    free(distances->items);
    *distances = (struct distances){0, NULL};
}
