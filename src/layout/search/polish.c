/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/polish.h"

#include "layout/search/port.h"
#include "layout/search/trial.h"

/* The ways that are tried for each line; fewer than this gain are not worth a change. */
enum { CHOICES = 48 };
static const double least_gain = 0.02;

/* Lines whose costs with others, in crossings, are less than this are good enough. */
static const double good_enough = 0.15;

struct polish {
    struct trial trial;
    struct random *random;
};

/* Changes LINE to alternative number CHOICE: another bend, a slightly different one, or another
   sway; each with the same ports, or with one or two other ones. */
static void change(struct polish *p, uint32_t line, unsigned choice)
{
    struct placement *placement = p->trial.placement;
    struct route *route = &placement->routes[line];
    const double limit = 0.15 * greater(route->polyline.length, 0) + 16;
    const double share = random_spread(p->random), by = limit * share;
    trial_touch_line(&p->trial, line);
    switch (choice % 4) {
    case 0: route->bend = by; break;
    case 1: route->bend = clamp(route->bend + by / 4, -limit, limit); break;
    case 2: route->sway = clamp(route->sway + by / 4, -limit, limit); break;
    default: break;
    }
    if (choice / 4 % 3 != 1)
        route->ports[0] = port_draw(&placement->scene->nodes[route->from], p->random);
    if (choice / 4 % 3 != 0)
        route->ports[1] = port_draw(&placement->scene->nodes[route->to], p->random);
}

static double try_change(struct polish *p, uint32_t line, unsigned choice)
{
    trial_begin(&p->trial);
    change(p, line, choice);
    return trial_difference(&p->trial);
}

/* Applies the best of the choices for LINE; returns whether there was a better one. To repeat a
   choice, the state of the random numbers before it is restored. */
static bool improve(struct polish *p, uint32_t line)
{
    struct random best_state = *p->random;
    double least = -least_gain;
    unsigned best = CHOICES;
    for (unsigned i = 0; i < CHOICES; i++) {
        const struct random before = *p->random;
        const double difference = try_change(p, line, i);
        trial_reject(&p->trial);
        if (difference < least) {
            least = difference;
            best = i;
            best_state = before;
        }
    }
    if (best == CHOICES)
        return false;
    const struct random after = *p->random;
    *p->random = best_state;
    try_change(p, line, best);
    trial_accept(&p->trial);
    *p->random = after;
    return true;
}

static bool run_round(struct polish *p)
{
    const struct energy *energy = p->trial.energy;
    const struct scene *scene = p->trial.placement->scene;
    bool improved = false;
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const uint32_t number = part_number(scene, PART_LINE, i);
        if (energy->pair_sums[number] > good_enough)
            improved |= improve(p, i);
    }
    return improved;
}

enum status polish_lines(struct placement *placement, struct energy *energy, unsigned rounds,
                         struct random *random)
{
    struct polish p = {.random = random};
    TRY(trial_init(&p.trial, placement, energy));
    energy_recompute(energy);
    for (unsigned i = 0; i < rounds && run_round(&p); i++)
        ;
    trial_clear(&p.trial);
    return STATUS_OK;
}
