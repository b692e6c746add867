/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/repair.h"

#include <math.h>

#include "layout/search/trial.h"

/* How many places are tried for a label along its line, on each side and on it; how many bends
   for a line; how many spots for a node. Places are drawn anew within each of these parts at
   every turn, so that turns differ. */
enum { LABEL_PLACES = 24, LINE_BENDS = 48, NODE_SPOTS = 24 };

/* How far a node is moved at most, as a share of the extent. */
static const double node_range = 0.2;

/* What collides must find room even if that costs dozens of crossings. */
static const double penalty = 6;

struct repair {
    struct trial trial;
    struct random *random;
    bool bending;             /* a label without a place has its line moved */
    double slack;             /* what a part that collides may cost more in another place */
    unsigned effort;          /* grows from turn to turn, as fewer parts are left that collide */
    unsigned long long pairs; /* that may be priced, as the energy counts them */
};

static bool is_spent(const struct repair *s)
{
    return s->trial.energy->segment_pairs >= s->pairs;
}

/* Makes choice number CHOICE for a part: what it touches, and what becomes of that. */
typedef void make_choice(struct repair *s, uint32_t index, unsigned choice);

static double price_choice(struct repair *s, make_choice *make, uint32_t index, unsigned choice)
{
    trial_begin(&s->trial);
    make(s, index, choice);
    return trial_difference(&s->trial);
}

/* Makes the best of COUNT choices for a part, if it is better than what there is. To make it
   again, the random numbers are had again that it was made from. */
static void take_best(struct repair *s, make_choice *make, uint32_t index, unsigned count)
{
    struct random before_best = *s->random;
    double least = s->slack;
    unsigned best = count;
    for (unsigned i = 0; i < count && !is_spent(s); i++) {
        struct random before = *s->random;
        double difference = price_choice(s, make, index, i);
        trial_reject(&s->trial);
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
    price_choice(s, make, index, best);
    trial_accept(&s->trial);
    *s->random = after;
}

/* A number from LOW to HIGH, within part PART of COUNT. */
static double draw(struct repair *s, double low, double high, unsigned part, unsigned count)
{
    return low + (high - low) * (part + random_unit(s->random)) / count;
}

/* --- what is chosen */

/* On each of the relation's lines, on it and on both sides, at so many places. */
static void place_label(struct repair *s, uint32_t relation, unsigned choice)
{
    struct placement *placement = s->trial.placement;
    struct placement_label *label = &placement->labels[relation];
    const struct scene_relation *r = &placement->scene->relations[relation];
    trial_touch_line(&s->trial, label->line);
    label->line = r->first_line + choice / (3 * LABEL_PLACES);
    trial_touch_line(&s->trial, label->line);
    label->side = (int)(choice / LABEL_PLACES % 3) - 1;
    label->along = draw(s, 0.06, 0.94, choice % LABEL_PLACES, LABEL_PLACES);
}

static void repair_label(struct repair *s, uint32_t relation)
{
    const struct placement *placement = s->trial.placement;
    unsigned lines = placement->scene->relations[relation].line_count;
    if (placement->labels[relation].width > 0)
        take_best(s, place_label, relation, 3 * LABEL_PLACES * lines);
}

static struct point draw_port(struct repair *s, uint32_t node)
{
    const struct scene_node *n = &s->trial.placement->scene->nodes[node];
    double share = n->shape == SHAPE_DIAMOND ? 0 : n->shape == SHAPE_ELLIPSE ? 0.55 : 0.75;
    double x = (random_unit(s->random) - 0.5) * share * n->width;
    double y = (random_unit(s->random) - 0.5) * share * 0.7 * n->height;
    return (struct point){x, y};
}

/* So many ways of bending, by three in turn: a new bend, a bend near the present one, a new sway;
   now and then between new ports. Its label keeps its share of the way. */
static void bend_line(struct repair *s, uint32_t line, unsigned choice)
{
    struct route *route = &s->trial.placement->routes[line];
    double most = 0.12 * greater(route->polyline.length, 0) + 16;
    double share = draw(s, -1, 1, choice, LINE_BENDS * s->effort),
           by = most * share * fabs(share);
    trial_touch_line(&s->trial, line);
    if (choice % 3 == 0)
        route->bend = by;
    else if (choice % 3 == 1)
        route->bend = clamp(route->bend + by / 2, -most, most);
    else
        route->sway = clamp(by / 2, -most, most);
    if (choice % 2 == 0)
        return;
    route->ports[0] = draw_port(s, route->from);
    route->ports[1] = draw_port(s, route->to);
}

/* Most spots are near to where it is. */
static void shift_node(struct repair *s, uint32_t node, unsigned choice)
{
    struct placement *placement = s->trial.placement;
    double share = (choice + 1.0) / (NODE_SPOTS * s->effort),
           range = node_range * share * share * placement->width;
    struct point at = placement->nodes[node];
    trial_touch_node(&s->trial, node);
    at.x += draw(s, -range, range, 0, 1);
    at.y += draw(s, -range, range, 0, 1);
    placement_move_node(placement, node, at);
}

/* --- one after the other */

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

/* By bending it, as long as PART number INDEX still collides; then by moving an end. */
static void repair_line(struct repair *s, uint32_t line, enum part_kind kind, uint32_t index)
{
    if (collides(s, kind, index))
        take_best(s, bend_line, line, LINE_BENDS * s->effort);
    if (collides(s, kind, index))
        take_best(s, shift_node, lighter_end(s->trial.placement, line), NODE_SPOTS * s->effort);
}

static void repair_part(struct repair *s, struct part part)
{
    const struct placement_label *labels = s->trial.placement->labels;
    if (part.kind == PART_NODE)
        take_best(s, shift_node, part.index, NODE_SPOTS * s->effort);
    else if (part.kind == PART_LINE)
        repair_line(s, part.index, PART_LINE, part.index);
    else
        repair_label(s, part.index);
    if (part.kind == PART_LABEL && s->bending)
        repair_line(s, labels[part.index].line, PART_LABEL, part.index);
}

/* Goes once through the items from FIRST up to END; whether another time is of use: some
   collided, and more may be spent. */
static bool repair_parts(struct repair *s, uint32_t first, uint32_t end)
{
    bool found = false;
    for (uint32_t i = first; i < end; i++) {
        if (is_spent(s))
            return false;
        if (!energy_collides(s->trial.energy, i))
            continue;
        found = true;
        repair_part(s, part_at(s->trial.placement->scene, i));
    }
    return found;
}

/* Goes through them until none collides, or as often as the plan has it. */
static enum status repair(struct placement *placement, struct energy *energy, bool labels,
                          const struct repair_plan *plan, struct random *random)
{
    struct repair s = {.random = random, .bending = plan->bending, .pairs = plan->pairs};
    uint32_t border = part_number(energy->placement->scene, PART_LABEL, 0);
    bool labelled = placement->labelled;
    TRY(trial_init(&s.trial, placement, energy));
    placement->labelled = labels;
    placement_update(placement);
    energy_set_penalty(energy, penalty);
    for (unsigned i = 0; i < plan->rounds; i++) {
        s.effort = 1 + i / 4;
        s.slack = i % 3 == 2 && i + 2 < plan->rounds ? plan->kick : -1e-6;
        if (!repair_parts(&s, labels ? border : 0, labels ? energy->count : border))
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
