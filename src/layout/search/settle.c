/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/settle.h"

#include <math.h>

#include "layout/search/change.h"

/* How many places are tried for a label along its line, on each side and on it; how many bends
   for a line; how many spots for a node. Places are drawn anew within each of these parts at
   every turn, so that turns differ. */
enum { LABEL_PLACES = 24, LINE_BENDS = 48, NODE_SPOTS = 24 };

/* How far a node is moved at most, as a share of the canvas. */
static const double node_range = 0.2;

/* What collides must find room even if that costs dozens of crossings. */
static const double strictness = 6;

struct settling {
    struct change change;
    struct random *random;
    bool bending;             /* a label without a place has its line moved */
    double slack;             /* what a part that collides may cost more in another place */
    unsigned effort;          /* grows from turn to turn, as fewer parts are left that collide */
    unsigned long long pairs; /* that may be priced, as the ledger counts them */
};

static bool is_spent(const struct settling *s)
{
    return s->change.ledger->priced >= s->pairs;
}

/* Makes choice number CHOICE for a part: what it touches, and what becomes of that. */
typedef void make_choice(struct settling *s, uint32_t index, unsigned choice);

static double price_choice(struct settling *s, make_choice *make, uint32_t index, unsigned choice)
{
    change_begin(&s->change);
    make(s, index, choice);
    return change_price(&s->change);
}

/* Makes the best of COUNT choices for a part, if it is better than what there is. To make it
   again, the random numbers are had again that it was made from. */
static void take_best(struct settling *s, make_choice *make, uint32_t index, unsigned count)
{
    struct random before_best = *s->random;
    double least = s->slack;
    unsigned best = count;
    for (unsigned i = 0; i < count && !is_spent(s); i++) {
        struct random before = *s->random;
        double difference = price_choice(s, make, index, i);
        change_reject(&s->change);
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
    change_accept(&s->change);
    *s->random = after;
}

/* A number from LOW to HIGH, within part PART of COUNT. */
static double draw(struct settling *s, double low, double high, unsigned part, unsigned count)
{
    return low + (high - low) * (part + random_unit(s->random)) / count;
}

/* --- what is chosen */

/* On each of the relation's lines, on it and on both sides, at so many places. */
static void place_label(struct settling *s, uint32_t relation, unsigned choice)
{
    struct arrangement *arrangement = s->change.arrangement;
    struct tag *tag = &arrangement->tags[relation];
    const struct scene_relation *r = &arrangement->scene->relations[relation];
    change_touch_line(&s->change, tag->line);
    tag->line = r->first_line + choice / (3 * LABEL_PLACES);
    change_touch_line(&s->change, tag->line);
    tag->side = (int)(choice / LABEL_PLACES % 3) - 1;
    tag->along = draw(s, 0.06, 0.94, choice % LABEL_PLACES, LABEL_PLACES);
}

static void settle_label(struct settling *s, uint32_t relation)
{
    const struct arrangement *arrangement = s->change.arrangement;
    unsigned lines = arrangement->scene->relations[relation].line_count;
    if (arrangement->tags[relation].width > 0)
        take_best(s, place_label, relation, 3 * LABEL_PLACES * lines);
}

static struct point draw_port(struct settling *s, uint32_t node)
{
    const struct scene_node *n = &s->change.arrangement->scene->nodes[node];
    double share = n->shape == SHAPE_DIAMOND ? 0 : n->shape == SHAPE_ELLIPSE ? 0.55 : 0.75;
    double x = (random_unit(s->random) - 0.5) * share * n->width;
    double y = (random_unit(s->random) - 0.5) * share * 0.7 * n->height;
    return (struct point){x, y};
}

static double limited(double value, double most)
{
    return value < -most ? -most : value > most ? most : value;
}

/* So many ways of bending, by three in turn: a new bend, a bend near the present one, a new sway;
   now and then between new ports. Its label keeps its share of the way. */
static void bend_line(struct settling *s, uint32_t line, unsigned choice)
{
    struct route *route = &s->change.arrangement->routes[line];
    double most = 0.12 * greater(route->track.length, 0) + 16;
    double share = draw(s, -1, 1, choice, LINE_BENDS * s->effort),
           by = most * share * fabs(share);
    change_touch_line(&s->change, line);
    if (choice % 3 == 0)
        route->bend = by;
    else if (choice % 3 == 1)
        route->bend = limited(route->bend + by / 2, most);
    else
        route->sway = limited(by / 2, most);
    if (choice % 2 == 0)
        return;
    route->ports[0] = draw_port(s, route->from);
    route->ports[1] = draw_port(s, route->to);
}

/* Most spots are near to where it is. */
static void shift_node(struct settling *s, uint32_t node, unsigned choice)
{
    struct arrangement *arrangement = s->change.arrangement;
    double share = (choice + 1.0) / (NODE_SPOTS * s->effort),
           range = node_range * share * share * arrangement->width;
    struct point at = arrangement->nodes[node];
    change_touch_node(&s->change, node);
    at.x += draw(s, -range, range, 0, 1);
    at.y += draw(s, -range, range, 0, 1);
    arrangement_move(arrangement, node, at);
}

/* --- one after the other */

static bool collides(const struct settling *s, enum part part, uint32_t index)
{
    const struct ledger *ledger = s->change.ledger;
    return ledger_collides(ledger, ledger_number(ledger, part, index));
}

static uint32_t lighter_end(const struct arrangement *arrangement, uint32_t line)
{
    const struct route *route = &arrangement->routes[line];
    uint32_t a = arrangement->first[route->from + 1] - arrangement->first[route->from];
    uint32_t b = arrangement->first[route->to + 1] - arrangement->first[route->to];
    return a < b ? route->from : route->to;
}

/* By bending it, as long as PART number INDEX still collides; then by moving an end. */
static void settle_line(struct settling *s, uint32_t line, enum part part, uint32_t index)
{
    if (collides(s, part, index))
        take_best(s, bend_line, line, LINE_BENDS * s->effort);
    if (collides(s, part, index))
        take_best(s, shift_node, lighter_end(s->change.arrangement, line),
                  NODE_SPOTS * s->effort);
}

static void settle_item(struct settling *s, struct item item)
{
    const struct tag *tags = s->change.arrangement->tags;
    if (item.part == PART_NODE)
        take_best(s, shift_node, item.index, NODE_SPOTS * s->effort);
    else if (item.part == PART_LINE)
        settle_line(s, item.index, PART_LINE, item.index);
    else
        settle_label(s, item.index);
    if (item.part == PART_LABEL && s->bending)
        settle_line(s, tags[item.index].line, PART_LABEL, item.index);
}

/* Goes once through the items from FIRST up to END; whether another time is of use: some
   collided, and more may be spent. */
static bool settle_items(struct settling *s, uint32_t first, uint32_t end)
{
    bool found = false;
    for (uint32_t i = first; i < end; i++) {
        if (is_spent(s))
            return false;
        if (!ledger_collides(s->change.ledger, i))
            continue;
        found = true;
        settle_item(s, ledger_item(s->change.ledger, i));
    }
    return found;
}

/* Goes through them until none collides, or as often as the plan has it. */
static enum status settle(struct arrangement *arrangement, struct ledger *ledger, bool labels,
                          const struct settle_plan *plan, struct random *random)
{
    struct settling s = {.random = random, .bending = plan->bending, .pairs = plan->pairs};
    uint32_t border = ledger_number(ledger, PART_LABEL, 0);
    bool labelled = arrangement->labelled;
    TRY(change_init(&s.change, arrangement, ledger));
    arrangement->labelled = labels;
    arrangement_renew(arrangement);
    ledger_be_strict(ledger, strictness);
    for (unsigned i = 0; i < plan->rounds; i++) {
        s.effort = 1 + i / 4;
        s.slack = i % 3 == 2 && i + 2 < plan->rounds ? plan->kick : -1e-6;
        if (!settle_items(&s, labels ? border : 0, labels ? ledger->count : border))
            break;
    }
    arrangement->labelled = labelled;
    ledger_be_strict(ledger, 1);
    change_clear(&s.change);
    return STATUS_OK;
}

enum status settle_lines(struct arrangement *arrangement, struct ledger *ledger,
                         const struct settle_plan *plan, struct random *random)
{
    return settle(arrangement, ledger, false, plan, random);
}

enum status settle_labels(struct arrangement *arrangement, struct ledger *ledger,
                          const struct settle_plan *plan, struct random *random)
{
    return settle(arrangement, ledger, true, plan, random);
}
