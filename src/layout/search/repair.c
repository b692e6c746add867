/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/repair.h"

#include <math.h>

#include "layout/search/grouping.h"
#include "layout/search/port.h"
#include "layout/search/trial.h"

/* The number of choices that are tried: places of a label along its line, for each of on the line
   and on either side; bends of a line; positions of a node. The range is divided into that many
   parts, and a value is drawn at random from each, so that rounds differ. */
enum { LABEL_PLACES = 24, LINE_BENDS = 48, NODE_POSITIONS = 24 };

/* The maximum distance that a node is moved, as a fraction of the width. */
static const double node_range = 0.2;

/* Collisions must be avoided even at the cost of dozens of crossings. */
static const double penalty = 6;

struct repair {
    struct trial trial;
    struct random *random;
    const struct repair_plan *plan;
    double slack;    /* how much a move may raise the energy now */
    unsigned effort; /* a factor on the numbers above: grows as fewer parts are left */
};

static bool is_spent(const struct repair *s)
{
    return s->trial.energy->segment_pairs >= s->plan->segment_pairs;
}

/* Tells the grouping, if there is one, where the nodes are; returns the change of its cost. */
static double follow(struct repair *s)
{
    struct grouping *grouping = s->trial.placement->grouping;
    return grouping != NULL ? grouping_follow(grouping, s->trial.energy) : 0;
}

/* Touches a part and changes it to its alternative number CHOICE. */
typedef void make_choice(struct repair *s, uint32_t index, unsigned choice);

static double try_choice(struct repair *s, make_choice *make, uint32_t index, unsigned choice)
{
    trial_begin(&s->trial);
    make(s, index, choice);
    return trial_difference(&s->trial) + follow(s);
}

static void reject(struct repair *s)
{
    trial_reject(&s->trial);
    follow(s);
}

/* Applies the best of COUNT choices for a part, if the energy rises by less than the slack. To
   repeat a choice, the state of the random numbers before it is restored. */
static void take_best(struct repair *s, make_choice *make, uint32_t index, unsigned count)
{
    struct random before_best = *s->random;
    double least = s->slack;
    unsigned best = count;
    for (unsigned i = 0; i < count && !is_spent(s); i++) {
        struct random before = *s->random;
        double difference = try_choice(s, make, index, i);
        reject(s);
        if (difference < least) {
            least = difference;
            best = i;
            before_best = before;
        }
    }
    if (best == count)
        return;
    struct random after = *s->random;
    *s->random = before_best;
    try_choice(s, make, index, best);
    trial_accept(&s->trial);
    *s->random = after;
}

/* A random number in part PART of COUNT equal parts of the range from LOW to HIGH. */
static double draw(struct repair *s, double low, double high, unsigned part, unsigned count)
{
    return low + (high - low) * (part + random_unit(s->random)) / count;
}

/* --- choices */

/* Choices enumerate the relation's lines, positions on and on either side of the line, and places
   along it. */
static void place_label(struct repair *s, uint32_t relation, unsigned choice)
{
    struct placement *placement = s->trial.placement;
    struct placement_label *label = &placement->labels[relation];
    const struct scene_tie *r = &placement->scene->ties[relation];
    trial_touch_line(&s->trial, label->line);
    label->line = r->first_line + choice / (3 * LABEL_PLACES);
    trial_touch_line(&s->trial, label->line);
    label->side = (int)(choice / LABEL_PLACES % 3) - 1;
    label->along = draw(s, 0.06, 0.94, choice % LABEL_PLACES, LABEL_PLACES);
}

static void relocate_label(struct repair *s, uint32_t relation)
{
    const struct placement *placement = s->trial.placement;
    unsigned lines = placement->scene->ties[relation].line_count;
    if (placement->labels[relation].width > 0)
        take_best(s, place_label, relation, 3 * LABEL_PLACES * lines);
}

/* Choices alternate between a new bend, one near the present bend, and a new sway; every other
   choice comes with new ports. The label keeps its relative place along the line. */
static void bend_line(struct repair *s, uint32_t line, unsigned choice)
{
    struct route *route = &s->trial.placement->routes[line];
    double limit = 0.12 * greater(route->polyline.length, 0) + 16;
    double share = draw(s, -1, 1, choice, LINE_BENDS * s->effort),
           by = limit * share * fabs(share);
    trial_touch_line(&s->trial, line);
    if (choice % 3 == 0)
        route->bend = by;
    else if (choice % 3 == 1)
        route->bend = clamp(route->bend + by / 2, -limit, limit);
    else
        route->sway = clamp(by / 2, -limit, limit);
    if (choice % 2 == 0)
        return;
    route->ports[0] = port_draw(&s->trial.placement->scene->nodes[route->from], s->random);
    route->ports[1] = port_draw(&s->trial.placement->scene->nodes[route->to], s->random);
}

/* Most positions are near the present one. */
static void shift_node(struct repair *s, uint32_t node, unsigned choice)
{
    struct placement *placement = s->trial.placement;
    double share = (choice + 1.0) / (NODE_POSITIONS * s->effort),
           range = node_range * share * share * placement->width;
    struct point at = placement->nodes[node];
    trial_touch_node(&s->trial, node);
    at.x += draw(s, -range, range, 0, 1);
    at.y += draw(s, -range, range, 0, 1);
    placement_move_node(placement, node, at);
}

/* --- repairs */

static bool collides(const struct repair *s, enum part_kind kind, uint32_t index)
{
    const struct energy *energy = s->trial.energy;
    return energy_collides(energy, part_number(energy->placement->scene, kind, index));
}

static uint32_t lighter_end(const struct placement *placement, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    uint32_t a =
        placement->first_incident[route->from + 1] - placement->first_incident[route->from];
    uint32_t b = placement->first_incident[route->to + 1] - placement->first_incident[route->to];
    return a < b ? route->from : route->to;
}

/* Bends LINE and then, if the part of the given kind and index still collides, moves an end. */
static void relocate_line(struct repair *s, uint32_t line, enum part_kind kind, uint32_t index)
{
    if (collides(s, kind, index))
        take_best(s, bend_line, line, LINE_BENDS * s->effort);
    if (collides(s, kind, index))
        take_best(s, shift_node, lighter_end(s->trial.placement, line),
                  NODE_POSITIONS * s->effort);
}

static void repair_part(struct repair *s, struct part part)
{
    const struct placement_label *labels = s->trial.placement->labels;
    switch (part.kind) {
    case PART_NODE: take_best(s, shift_node, part.index, NODE_POSITIONS * s->effort); break;
    case PART_LINE: relocate_line(s, part.index, PART_LINE, part.index); break;
    case PART_LABEL:
        relocate_label(s, part.index);
        if (s->plan->bending)
            relocate_line(s, labels[part.index].line, PART_LABEL, part.index);
        break;
    }
}

/* Whether a part is a node in the region of a bloc that it does not belong to. */
static bool is_intruder(const struct repair *s, uint32_t number)
{
    const struct placement *placement = s->trial.placement;
    return placement->grouping != NULL && number < placement->scene->node_count &&
           grouping_is_intruder(placement->grouping, number);
}

/* Runs a round through the parts from FIRST up to, but not including, END. Returns false if
   another round would be of no use: nothing collided, or the budget is spent. */
static bool run_round(struct repair *s, uint32_t first, uint32_t end)
{
    bool found = false;
    for (uint32_t i = first; i < end; i++) {
        if (is_spent(s))
            return false;
        if (!energy_collides(s->trial.energy, i) && !is_intruder(s, i))
            continue;
        found = true;
        repair_part(s, part_at(s->trial.placement->scene, i));
    }
    return found;
}

static enum status repair(struct placement *placement, struct energy *energy, bool labels,
                          const struct repair_plan *plan, struct random *random)
{
    struct repair s = {.random = random, .plan = plan};
    uint32_t first_label = part_number(energy->placement->scene, PART_LABEL, 0);
    bool labelled = placement->labelled;
    TRY(trial_init(&s.trial, placement, energy));
    placement->labelled = labels;
    placement_update(placement);
    if (placement->grouping != NULL)
        grouping_update(placement->grouping, placement);
    energy_set_penalty(energy, penalty);
    for (unsigned i = 0; i < plan->rounds; i++) {
        s.effort = 1 + i / 4;
        s.slack = i % 3 == 2 && i + 2 < plan->rounds ? plan->slack : -1e-6;
        if (!run_round(&s, labels ? first_label : 0, labels ? energy->count : first_label))
            break;
    }
    placement->labelled = labelled;
    energy_set_penalty(energy, 1);
    trial_clear(&s.trial);
    return STATUS_OK;
}

enum status repair_lines(struct placement *placement, struct energy *energy,
                         const struct repair_plan *plan, struct random *random)
{
    return repair(placement, energy, false, plan, random);
}

enum status repair_labels(struct placement *placement, struct energy *energy,
                          const struct repair_plan *plan, struct random *random)
{
    return repair(placement, energy, true, plan, random);
}
