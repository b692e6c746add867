/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/trial.h"

enum status trial_init(struct trial *trial, struct placement *placement, struct energy *energy)
{
    *trial = (struct trial){.placement = placement, .energy = energy};
    return placement_init(&trial->before, placement->scene, placement->width, placement->height);
}

void trial_clear(struct trial *trial)
{
    placement_clear(&trial->before);
}

void trial_begin(struct trial *trial)
{
    energy_begin(trial->energy);
}

void trial_touch_label(struct trial *trial, uint32_t relation)
{
    if (energy_touch(trial->energy, PART_LABEL, relation))
        trial->before.labels[relation] = trial->placement->labels[relation];
}

void trial_touch_line(struct trial *trial, uint32_t line)
{
    const struct route *route = &trial->placement->routes[line];
    if (energy_touch(trial->energy, PART_LINE, line))
        trial->before.routes[line] = *route;
    if (trial->placement->labels[route->relation].line == line)
        trial_touch_label(trial, route->relation);
}

void trial_touch_node(struct trial *trial, uint32_t node)
{
    const struct placement *placement = trial->placement;
    if (energy_touch(trial->energy, PART_NODE, node))
        trial->before.nodes[node] = placement->nodes[node];
    for (uint32_t i = placement->first_incident[node]; i < placement->first_incident[node + 1];
         i++)
        trial_touch_line(trial, placement->incident[i]);
}

/* Lines come before the labels on them. */
static void update(struct trial *trial)
{
    const struct energy *energy = trial->energy;
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        struct part part = part_at(energy->placement->scene, energy->touched[i].number);
        if (part.kind == PART_LINE)
            placement_update_line(trial->placement, part.index);
    }
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        struct part part = part_at(energy->placement->scene, energy->touched[i].number);
        if (part.kind == PART_LABEL)
            placement_update_label(trial->placement, part.index);
    }
}

double trial_difference(struct trial *trial)
{
    update(trial);
    return energy_difference(trial->energy);
}

void trial_accept(struct trial *trial)
{
    energy_accept(trial->energy);
}

static void undo(struct trial *trial)
{
    const struct energy *energy = trial->energy;
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        struct part part = part_at(energy->placement->scene, energy->touched[i].number);
        if (part.kind == PART_NODE)
            trial->placement->nodes[part.index] = trial->before.nodes[part.index];
        else if (part.kind == PART_LINE)
            trial->placement->routes[part.index] = trial->before.routes[part.index];
        else
            trial->placement->labels[part.index] = trial->before.labels[part.index];
    }
}

void trial_reject(struct trial *trial)
{
    energy_reject(trial->energy);
    undo(trial);
}
