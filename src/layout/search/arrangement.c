/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/arrangement.h"

#include <math.h>

#include "base/process/child.h"
#include "layout/search/budget.h"
#include "layout/search/extent.h"
#include "layout/search/sketching.h"
#include "scene/engine_choice.h"

/* Places are found once, and then kept: it pays to search longer than for one figure. */
enum { TRIES = 2, THOROUGHNESS = 4 };

/* The proportions of the sheet. */
static const double aspect = 1.4;

struct arrangement {
    struct scene *scene;
    const struct straight_figure *figures;
    size_t figure_count;
};

/* Puts the nodes that have a place there, for good, and others in the middle. Returns whether
   there are any with a place. */
static bool take_places(struct placement *placement)
{
    const struct scene *scene = placement->scene;
    bool any = false;
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct scene_place *place = &scene->nodes[i].place;
        placement->nodes[i] = (struct point){placement->width / 2, placement->height / 2};
        if (!place->given)
            continue;
        placement_move_node(
            placement, i,
            (struct point){place->x * placement->width, place->y * placement->height});
        placement->fixed[i] = true;
        any = true;
    }
    return any;
}

static struct point middle_of_neighbours(const struct placement *placement, uint32_t node)
{
    struct point sum = {0, 0};
    uint32_t first = placement->first_incident[node], end = placement->first_incident[node + 1];
    for (uint32_t i = first; i < end; i++) {
        const struct route *route = &placement->routes[placement->incident[i]];
        struct point at = placement->nodes[route->from == node ? route->to : route->from];
        sum.x += at.x / (end - first);
        sum.y += at.y / (end - first);
    }
    return end > first ? sum : placement->nodes[node];
}

/* Puts the nodes that are not fixed between their neighbours; a few rounds suffice for a start.
 */
static void put_between(struct placement *placement)
{
    enum { ROUNDS = 10 };
    for (int round = 0; round < ROUNDS; round++)
        for (uint32_t i = 0; i < placement->scene->node_count; i++)
            placement_move_node(placement, i, middle_of_neighbours(placement, i));
}

static void report(const struct placement *placement, struct buffer *out)
{
    for (size_t i = 0; i < placement->scene->node_count; i++) {
        const struct point share = {placement->nodes[i].x / placement->width,
                                    placement->nodes[i].y / placement->height};
        buffer_add(out, &share, sizeof share);
    }
}

/* Tries from several seeds, and appends the best places of all nodes. */
static enum status try_all(const struct arrangement *a, struct placement *placement,
                           struct buffer *out)
{
    const unsigned long steps = budget_for(a->scene).sketch_steps;
    const bool begun = take_places(placement);
    const unsigned tries = begun || engine_choice_is_crowd(a->scene) ? 1 : TRIES;
    double least = HUGE_VAL;
    for (unsigned i = 0; i < tries; i++) {
        struct random random = {(i + 1) * 0xd1342543de82ef95u};
        double cost;
        if (begun)
            put_between(placement);
        TRY(sketching_arrange(placement, a->figures, a->figure_count, begun,
                              steps * (begun ? 1 : THOROUGHNESS), &random, &cost));
        if (cost >= least)
            continue;
        least = cost;
        out->length = 0;
        report(placement, out);
    }
    return buffer_status(out);
}

/* Runs in the child. */
static enum status arrange(void *context, struct buffer *out)
{
    const struct arrangement *arrangement = context;
    const double side = sqrt(extent_area(arrangement->scene) / aspect);
    struct placement placement;
    TRY(placement_init(&placement, arrangement->scene, side * aspect, side));
    enum status status = try_all(arrangement, &placement, out);
    placement_clear(&placement);
    return status;
}

static enum status take(struct scene *scene, const struct buffer *places)
{
    size_t at = 0;
    for (size_t i = 0; i < scene->node_count; i++) {
        struct scene_node *node = &scene->nodes[i];
        struct point share;
        if (!buffer_read(places, &at, &share, sizeof share) || !(share.x >= 0 && share.x <= 1) ||
            !(share.y >= 0 && share.y <= 1))
            return STATUS_FAILURE;
        if (node->vertex != SCENE_NONE && !node->place.given)
            node->place = (struct scene_place){share.x, share.y, true, false};
    }
    return STATUS_OK;
}

enum status arrangement_find(struct scene *scene, const struct straight_figure *figures,
                             size_t figure_count, const struct layout_limits *limits,
                             struct messages *messages)
{
    struct arrangement arrangement = {scene, figures, figure_count};
    const struct child_limits child = {.seconds = layout_seconds(limits),
                                       .output = scene->node_count * sizeof(struct point),
                                       .confined = true};
    struct buffer places = BUFFER_EMPTY;
    enum status status =
        child_run(arrange, &arrangement, "search for places", &child, &places, messages);
    if (status == STATUS_OK && take(scene, &places) != STATUS_OK) {
        messages_error(messages, NULL, MESSAGE_LAYOUT_FAILED,
                       "the search for places returned no usable places");
        status = STATUS_FAILURE;
    }
    buffer_clear(&places);
    return status;
}
