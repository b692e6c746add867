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

static void undo_part(struct placement *placement, const struct placement *before,
                      struct part part)
{
    switch (part.kind) {
    case PART_NODE: placement->nodes[part.index] = before->nodes[part.index]; break;
    case PART_LINE: placement->routes[part.index] = before->routes[part.index]; break;
    case PART_LABEL: placement->labels[part.index] = before->labels[part.index]; break;
    }
}

static void undo(struct trial *trial)
{
    const struct energy *energy = trial->energy;
    for (uint32_t i = 0; i < energy->touched_count; i++)
        undo_part(trial->placement, &trial->before,
                  part_at(energy->placement->scene, energy->touched[i].number));
}

void trial_reject(struct trial *trial)
{
    energy_reject(trial->energy);
    undo(trial);
}
