/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/border.h"

#include <math.h>

#include "scene/engine_choice.h"

/* The widths of a head and of a line without one, for a width of 1, with the gaps between them
   and their neighbours, in points. */
static const double head_room = 7.5, line_room = 3;

/* The share of the border where lines arrive: not at corners, and less where no neighbours are.
 */
static const double used = 0.9;

static double room_of(enum style_head head, unsigned weight)
{
    const double scale = 0.8 + 0.2 * style_width(weight);
    return head != HEAD_NONE ? head_room * scale : line_room;
}

void border_measure(struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        scene->nodes[i].border = 0;
    if (engine_choice_is_crowd(scene))
        return;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        const unsigned weight = scene->ties[line->tie].weight;
        scene->nodes[line->from].border += room_of(line->tail, weight);
        scene->nodes[line->to].border += room_of(line->head, weight);
    }
}

static void grow(struct scene_node *node, double by)
{
    node->width += by;
    node->height += by;
    node->enlargement += by;
}

void border_enlarge(struct scene_node *node)
{
    const double more = (node->border / used - 2 * (node->width + node->height)) / 4;
    node->enlargement = 0;
    if (more > 0)
        grow(node, fmin(more, BORDER_MOST));
}

void border_forget(struct scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        grow(&scene->nodes[i], -scene->nodes[i].enlargement);
}

void border_restore(struct scene *scene)
{
    border_forget(scene);
    for (size_t i = 0; i < scene->node_count; i++)
        border_enlarge(&scene->nodes[i]);
}
