/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/straight.h"

#include <math.h>
#include <stdlib.h>

#include "layout/search/lanes.h"

/* The weights and gaps are those of cost.c, where they are explained. */
static const struct straight_weights usual_weights = {.crossing = 1, .passing = 8, .label = 1};
static const float sharp_crossing = 1.2F, node_overlap = 12, near_part = 1.5F, node_gap = 12,
                   line_gap = 5, depth = 12;
static const double length_cost = 1.0 / 900, short_line = 3, least_visible = 16;

/* --- the arrays */

static enum status allocate(struct straight *straight)
{
    const struct scene *scene = straight->placement->scene;
    size_t nodes = lanes_padded(scene->node_count), lines = lanes_padded(scene->line_count);
    straight->memory = calloc(7 * nodes + 7 * lines, sizeof *straight->memory);
    straight->bundles = calloc(lines, sizeof *straight->bundles);
    straight->first_incident = calloc(nodes + 2, sizeof *straight->first_incident);
    straight->incident = calloc(2 * lines, sizeof *straight->incident);
    straight->costed_bundles = calloc(lines, sizeof *straight->costed_bundles);
    if (straight->memory == NULL || straight->costed_bundles == NULL ||
        straight->bundles == NULL || straight->first_incident == NULL ||
        straight->incident == NULL)
        return STATUS_MEMORY;
    float **const arrays[] = {
        &straight->x,      &straight->y,           &straight->half_width, &straight->half_height,
        &straight->across, &straight->down,        &straight->node_costs, &straight->ax,
        &straight->ay,     &straight->bx,          &straight->by,         &straight->lines,
        &straight->aside,  &straight->bundle_costs};
    float *next = straight->memory;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = next;
        next += i < 7 ? nodes : lines;
    }
    return STATUS_OK;
}

struct straight_bundle *straight_find_bundle(const struct straight *straight, uint32_t from,
                                             uint32_t to)
{
    for (size_t i = 0; i < straight->bundle_count; i++) {
        struct straight_bundle *bundle = &straight->bundles[i];
        if ((bundle->from == from && bundle->to == to) ||
            (bundle->from == to && bundle->to == from))
            return bundle;
    }
    return NULL;
}

static void add_line(struct straight *straight, uint32_t line)
{
    const struct route *route = &straight->placement->routes[line];
    const struct placement_label *label = &straight->placement->labels[route->relation];
    if (route->from == route->to)
        return;
    struct straight_bundle *bundle = straight_find_bundle(straight, route->from, route->to);
    if (bundle == NULL) {
        bundle = &straight->bundles[straight->bundle_count++];
        *bundle = (struct straight_bundle){.from = route->from, .to = route->to};
    }
    bundle->lines++;
    bundle->least = greater(bundle->least, least_visible + route->heads[0] + route->heads[1]);
    if (label->line != line)
        return;
    bundle->label_width = greater(bundle->label_width, label->width);
    bundle->label_height += label->height;
}

/* Lists the bundles of each node, as placement.c does for lines. */
static void list_incident(struct straight *straight)
{
    uint32_t *first = straight->first_incident;
    for (size_t i = 0; i < straight->bundle_count; i++) {
        first[straight->bundles[i].from + 2]++;
        first[straight->bundles[i].to + 2]++;
    }
    for (size_t i = 1; i <= straight->node_count; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < straight->bundle_count; i++) {
        straight->incident[first[straight->bundles[i].from + 1]++] = i;
        straight->incident[first[straight->bundles[i].to + 1]++] = i;
    }
}

/* The room beside a node for its widest bundle. */
static float fan_at(const struct straight *straight, uint32_t node)
{
    float widest = 0;
    for (uint32_t i = straight->first_incident[node]; i < straight->first_incident[node + 1];
         i++) {
        float aside = straight->aside[straight->incident[i]];
        widest = aside > widest ? aside : widest;
    }
    return widest;
}

enum status straight_init(struct straight *straight, const struct placement *placement)
{
    const struct scene *scene = placement->scene;
    *straight = (struct straight){.placement = placement,
                                  .weights = usual_weights,
                                  .growth = 1,
                                  .costed_node = SCENE_NONE,
                                  .node_count = scene->node_count};
    TRY(allocate(straight));
    for (uint32_t i = 0; i < scene->line_count; i++)
        add_line(straight, i);
    list_incident(straight);
    for (size_t i = 0; i < straight->bundle_count; i++) {
        straight->lines[i] = (float)straight->bundles[i].lines;
        straight->aside[i] = (float)((straight->bundles[i].lines - 1) * PLACEMENT_SPACING / 2);
    }
    for (uint32_t i = 0; i < straight->node_count; i++) {
        float around = fan_at(straight, i) / 2;
        straight->half_width[i] = (float)(scene->nodes[i].width / 2) + around;
        straight->half_height[i] = (float)(scene->nodes[i].height / 2) + around;
        straight->across[i] = 1 / (straight->half_width[i] * straight->half_width[i]);
        straight->down[i] = 1 / (straight->half_height[i] * straight->half_height[i]);
    }
    return STATUS_OK;
}

void straight_clear(struct straight *straight)
{
    free(straight->memory);
    free(straight->costed_bundles);
    free(straight->meetings);
    free(straight->passings);
    free(straight->passed);
    free(straight->bundles);
    free(straight->first_incident);
    free(straight->incident);
    *straight = (struct straight){.growth = 1};
}

void straight_move(struct straight *straight, uint32_t node, struct point at)
{
    const struct placement *placement = straight->placement;
    at = placement_fit(placement, node, at);
    straight->costed_node = SCENE_NONE;
    straight->x[node] = (float)at.x;
    straight->y[node] = (float)at.y;
    for (uint32_t i = straight->first_incident[node]; i < straight->first_incident[node + 1];
         i++) {
        uint32_t bundle = straight->incident[i];
        bool from = straight->bundles[bundle].from == node;
        *(from ? &straight->ax[bundle] : &straight->bx[bundle]) = (float)at.x;
        *(from ? &straight->ay[bundle] : &straight->by[bundle]) = (float)at.y;
    }
}

/* --- costs, of LANES parts at a time */

/* As collision of cost.c. */
static lanes collide(lanes gap, float contact, float reach)
{
    lanes share = lanes_greater(1 - lanes_greater(gap, lanes_of(0)) / reach, lanes_of(0));
    lanes cost = near_part * share * share;
    return cost + lanes_where(gap < 0, contact * (1 - gap / depth));
}

/* Segments: two ends each. */
struct segments {
    lanes ax, ay, bx, by;
};

static struct segments segments_at(const struct straight *straight, size_t first)
{
    return (struct segments){lanes_at(straight->ax, first), lanes_at(straight->ay, first),
                             lanes_at(straight->bx, first), lanes_at(straight->by, first)};
}

/* LANES times the same one. */
static struct segments segments_of(const struct straight *straight, uint32_t bundle)
{
    return (struct segments){lanes_of(straight->ax[bundle]), lanes_of(straight->ay[bundle]),
                             lanes_of(straight->bx[bundle]), lanes_of(straight->by[bundle])};
}

/* Which segments of S and T cross. Those with a common end do not: one of the products is exactly
   0. */
static lane_masks cross(const struct segments *s, const struct segments *t)
{
    lanes sx = s->bx - s->ax, sy = s->by - s->ay, tx = t->bx - t->ax, ty = t->by - t->ay;
    lanes ux = t->ax - s->ax, uy = t->ay - s->ay, vx = t->bx - s->ax, vy = t->by - s->ay;
    lanes wx = s->bx - t->ax, wy = s->by - t->ay;
    lanes a = sx * uy - sy * ux, b = sx * vy - sy * vx;
    lanes c = ty * ux - tx * uy, d = tx * wy - ty * wx;
    return (((a < 0) & (b > 0)) | ((a > 0) & (b < 0))) &
           (((c < 0) & (d > 0)) | ((c > 0) & (d < 0)));
}

/* The sixth power of the cosine of the angle between S and T. */
static lanes sharpness(const struct segments *s, const struct segments *t)
{
    lanes sx = s->bx - s->ax, sy = s->by - s->ay, tx = t->bx - t->ax, ty = t->by - t->ay;
    lanes dot = sx * tx + sy * ty;
    lanes square = dot * dot / ((sx * sx + sy * sy) * (tx * tx + ty * ty) + 1e-9F);
    return square * square * square;
}

/* How much it matters that a bundle meets LANES others from FIRST on, but for the factor
   weight_of. */
static lanes weigh_meeting(const struct straight *straight, uint32_t bundle, size_t first)
{
    const float *row = straight->meetings != NULL
                           ? straight->meetings + bundle * straight->bundle_stride
                           : straight->lines;
    return lanes_at(row, first);
}

static float weight_of(const struct straight *straight, uint32_t bundle)
{
    return straight->meetings != NULL ? 1 : straight->lines[bundle];
}

/* The costs of the crossings of a bundle, whose segment is S, with LANES others from FIRST on,
   but for the factor weight_of. */
static lanes cross_with(const struct straight *straight, const struct segments *s,
                        uint32_t bundle, size_t first)
{
    const struct segments t = segments_at(straight, first);
    const lane_masks crossed = cross(s, &t);
    if (!lanes_any(crossed))
        return lanes_of(0);
    const lanes angles = 1 + sharp_crossing * sharpness(s, &t);
    return lanes_where(crossed, straight->weights.crossing * angles *
                                    weigh_meeting(straight, bundle, first));
}

static double cost_crossings(const struct straight *straight, uint32_t bundle)
{
    const struct segments s = segments_of(straight, bundle);
    lanes sum = lanes_of(0);
    for (size_t i = 0; i < straight->bundle_count; i += LANES)
        sum += cross_with(straight, &s, bundle, i);
    return lanes_sum(sum) * (double)weight_of(straight, bundle);
}

/* Nodes: centres, half sizes and weights of their axes. */
struct shapes {
    lanes x, y, half_width, half_height, across, down;
};

static struct shapes shapes_at(const struct straight *straight, size_t first)
{
    float growth = (float)straight->growth;
    return (struct shapes){lanes_at(straight->x, first),
                           lanes_at(straight->y, first),
                           lanes_at(straight->half_width, first) * growth,
                           lanes_at(straight->half_height, first) * growth,
                           lanes_at(straight->across, first),
                           lanes_at(straight->down, first)};
}

static struct shapes shapes_of(const struct straight *straight, uint32_t node)
{
    float growth = (float)straight->growth;
    return (struct shapes){lanes_of(straight->x[node]),
                           lanes_of(straight->y[node]),
                           lanes_of(straight->half_width[node] * growth),
                           lanes_of(straight->half_height[node] * growth),
                           lanes_of(straight->across[node]),
                           lanes_of(straight->down[node])};
}

/* The gaps between segments and the boxes of nodes, at the point of each segment that is nearest
   to the centre in units of the size of the box. */
static lanes gap_between(const struct segments *s, const struct shapes *n)
{
    lanes sx = s->bx - s->ax, sy = s->by - s->ay, ux = n->x - s->ax, uy = n->y - s->ay;
    lanes wx = sx * n->across, wy = sy * n->down;
    lanes along = (wx * ux + wy * uy) / (wx * sx + wy * sy + 1e-12F);
    along = lanes_greater(lanes_of(0), lanes_lesser(lanes_of(1), along));
    return lanes_greater(lanes_absolute(ux - along * sx) - n->half_width,
                         lanes_absolute(uy - along * sy) - n->half_height);
}

/* Which segments end at which nodes. */
static lane_masks end_at(const struct segments *s, const struct shapes *n)
{
    return ((s->ax == n->x) & (s->ay == n->y)) | ((s->bx == n->x) & (s->by == n->y));
}

/* WEIGHT: of a line through a node; ASIDE: how far the lines of each segment's bundle are from
   its middle. */
static lanes cost_passing(const struct segments *s, const struct shapes *n, float weight,
                          lanes aside)
{
    lanes gap = gap_between(s, n) - aside;
    lane_masks near = (gap < line_gap) & ~end_at(s, n);
    return lanes_any(near) ? lanes_where(near, collide(gap, weight, line_gap)) : lanes_of(0);
}

/* The costs of LANES bundles from FIRST on with a node. */
static lanes pass_node(const struct straight *straight, const struct shapes *n, uint32_t node,
                       size_t first)
{
    const struct segments s = segments_at(straight, first);
    const float *weights = straight->passed != NULL
                               ? straight->passed + node * straight->bundle_stride
                               : straight->lines;
    return cost_passing(&s, n, straight->weights.passing, lanes_at(straight->aside, first)) *
           lanes_at(weights, first);
}

/* The costs of LANES nodes from FIRST on with a bundle, whose segment is S. */
static lanes pass_bundle(const struct straight *straight, const struct segments *s,
                         uint32_t bundle, size_t first)
{
    const struct shapes n = shapes_at(straight, first);
    lanes cost =
        cost_passing(s, &n, straight->weights.passing, lanes_of(straight->aside[bundle]));
    cost *= straight->passings != NULL
                ? lanes_at(straight->passings + bundle * straight->node_stride, first)
                : lanes_of(straight->lines[bundle]);
    return lanes_where(lanes_below(first, straight->node_count), cost);
}

/* The costs of LANES nodes from FIRST on with a node. */
static lanes meet_node(const struct straight *straight, const struct shapes *n, uint32_t node,
                       size_t first)
{
    const struct shapes m = shapes_at(straight, first);
    lanes x = lanes_absolute(m.x - n->x) - m.half_width - n->half_width;
    lanes y = lanes_absolute(m.y - n->y) - m.half_height - n->half_height;
    lane_masks others = lanes_below(first, straight->node_count) & ~lanes_equal(first, node);
    return lanes_where(
        others, collide(lanes_greater(x, y), node_overlap, node_gap * (float)straight->growth));
}

/* Of a node by itself, with all bundles and other nodes. */
static double cost_node(const struct straight *straight, uint32_t node)
{
    const struct shapes n = shapes_of(straight, node);
    lanes sum = lanes_of(0);
    for (size_t i = 0; i < straight->bundle_count && !straight->passable; i += LANES)
        sum += pass_node(straight, &n, node, i);
    for (size_t i = 0; i < straight->node_count; i += LANES)
        sum += meet_node(straight, &n, node, i);
    return lanes_sum(sum);
}

static double cost_passed_nodes(const struct straight *straight, uint32_t bundle)
{
    const struct segments s = segments_of(straight, bundle);
    lanes sum = lanes_of(0);
    for (size_t i = 0; i < straight->node_count; i += LANES)
        sum += pass_bundle(straight, &s, bundle, i);
    return lanes_sum(sum);
}

/* --- a bundle by itself */

/* The part of a vector X,Y from the centre of a box that is in it, 0 to 1. */
static double inner_share(const struct straight *straight, uint32_t node, double x, double y)
{
    double width = (double)straight->half_width[node] * straight->growth;
    double height = (double)straight->half_height[node] * straight->growth;
    return lesser(1, lesser(width / greater(fabs(x), 1e-9), height / greater(fabs(y), 1e-9)));
}

/* The length of the largest label along a bundle that has the direction X,Y. */
static double label_chord(const struct straight_bundle *bundle, double x, double y, double length)
{
    x = greater(fabs(x) / length, 1e-9);
    y = greater(fabs(y) / length, 1e-9);
    return lesser(bundle->label_width / x, bundle->label_height / y);
}

static double cost_length(const struct straight *straight, uint32_t index)
{
    const struct straight_bundle *bundle = &straight->bundles[index];
    double x = (double)straight->bx[index] - (double)straight->ax[index];
    double y = (double)straight->by[index] - (double)straight->ay[index];
    double length = greater(sqrt(x * x + y * y), 1);
    double inner =
        inner_share(straight, bundle->from, x, y) + inner_share(straight, bundle->to, x, y);
    double visible = greater(length * (1 - inner), 0);
    double least =
        bundle->least + (double)straight->weights.label * label_chord(bundle, x, y, length);
    double missing = visible < least ? 1 - visible / least : 0;
    return (length * length_cost + short_line * missing) * bundle->lines;
}

static double cost_bundle(const struct straight *straight, uint32_t bundle)
{
    const double cost = cost_length(straight, bundle) + cost_crossings(straight, bundle);
    return straight->passable ? cost : cost + cost_passed_nodes(straight, bundle);
}

/* --- all */

void straight_recompute(struct straight *straight)
{
    for (uint32_t i = 0; i < straight->node_count; i++)
        straight->node_costs[i] = (float)cost_node(straight, i);
    for (uint32_t i = 0; i < straight->bundle_count; i++)
        straight->bundle_costs[i] = (float)cost_bundle(straight, i);
}

double straight_total(const struct straight *straight)
{
    double total = 0;
    for (size_t i = 0; i < straight->node_count; i++)
        total += (double)straight->node_costs[i];
    for (size_t i = 0; i < straight->bundle_count; i++)
        total += (double)straight->bundle_costs[i];
    return total;
}

/* If lines do not pass nodes, moves are accepted so often that it takes longer to keep their
   costs up to date than to compute them when they are needed. */
double straight_present_cost(struct straight *straight, uint32_t node)
{
    if (straight->passable)
        return straight_cost(straight, node, HUGE_VAL);
    double cost = (double)straight->node_costs[node];
    for (uint32_t i = straight->first_incident[node]; i < straight->first_incident[node + 1]; i++)
        cost += (double)straight->bundle_costs[straight->incident[i]];
    return cost;
}

/* Crossings come first, since they exceed the limit most often. */
double straight_cost(struct straight *straight, uint32_t node, double limit)
{
    double cost = 0;
    uint32_t begin = straight->first_incident[node], end = straight->first_incident[node + 1], i;
    for (i = begin; i < end && cost <= limit; i++) {
        double crossed = cost_length(straight, straight->incident[i]) +
                         cost_crossings(straight, straight->incident[i]);
        straight->costed_bundles[straight->incident[i]] = crossed;
        cost += crossed;
    }
    straight->costed_node = SCENE_NONE;
    if (cost > limit)
        return cost;
    straight->costed = cost_node(straight, node);
    cost += straight->costed;
    if (straight->passable)
        return cost;
    for (i = begin; i < end && cost <= limit; i++) {
        double passed = cost_passed_nodes(straight, straight->incident[i]);
        straight->costed_bundles[straight->incident[i]] += passed;
        cost += passed;
    }
    if (i == end)
        straight->costed_node = node;
    return cost;
}

static void add_at(float *array, size_t first, lanes values)
{
    *(lanes *)(array + first) += values;
}

/* Adds the costs of all parts with a node and its bundles, times SIGN. */
static void add_others(struct straight *straight, uint32_t node, float sign)
{
    const struct shapes n = shapes_of(straight, node);
    for (size_t i = 0; i < straight->node_count; i += LANES)
        add_at(straight->node_costs, i, sign * meet_node(straight, &n, node, i));
    for (size_t i = 0; i < straight->bundle_count; i += LANES)
        add_at(straight->bundle_costs, i, sign * pass_node(straight, &n, node, i));
    for (uint32_t k = straight->first_incident[node]; k < straight->first_incident[node + 1];
         k++) {
        uint32_t bundle = straight->incident[k];
        const struct segments s = segments_of(straight, bundle);
        for (size_t i = 0; i < straight->bundle_count; i += LANES)
            add_at(straight->bundle_costs, i,
                   sign * weight_of(straight, bundle) * cross_with(straight, &s, bundle, i));
        for (size_t i = 0; i < straight->node_count; i += LANES)
            add_at(straight->node_costs, i, sign * pass_bundle(straight, &s, bundle, i));
    }
}

void straight_update(struct straight *straight, uint32_t node, struct point from)
{
    if (straight->passable)
        return;
    const bool costed = straight->costed_node == node;
    struct point to = {(double)straight->x[node], (double)straight->y[node]};
    straight_move(straight, node, from);
    add_others(straight, node, -1);
    straight_move(straight, node, to);
    add_others(straight, node, 1);
    if (!costed)
        straight_cost(straight, node, HUGE_VAL);
    straight->node_costs[node] = (float)straight->costed;
    for (uint32_t i = straight->first_incident[node]; i < straight->first_incident[node + 1];
         i++) {
        const uint32_t bundle = straight->incident[i];
        straight->bundle_costs[bundle] = (float)straight->costed_bundles[bundle];
    }
}
