/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness.h"

#include <math.h>
#include <stdint.h>

#include "layout/score/grid.h"

/* In points. Engines end lines at the outline of a node, up to a point beside its border. */
static const double end_distance = 4, break_distance = 0.5;

enum { STEPS = 32 }; /* along a curve */

/* The distance of a point from a box; 0 inside. */
static double box_distance(const struct box *box, struct point point)
{
    const struct point nearest = {clamp(point.x, box->low.x, box->high.x),
                                  clamp(point.y, box->low.y, box->high.y)};
    return point_distance(point, nearest);
}

static struct box box_of_node(const struct layout *layout, const struct scene *scene,
                              uint32_t node)
{
    return box_around(layout->nodes[node], scene->nodes[node].width, scene->nodes[node].height);
}

/* The middle of a node, half as wide and high. */
static struct box core_of_node(const struct layout *layout, const struct scene *scene,
                               uint32_t node)
{
    return box_around(layout->nodes[node], scene->nodes[node].width / 2,
                      scene->nodes[node].height / 2);
}

static bool is_at(const struct layout *layout, const struct scene *scene, uint32_t node,
                  struct point point)
{
    const struct box box = box_of_node(layout, scene, node);
    return box_distance(&box, point) <= end_distance;
}

static bool is_unbroken(const struct layout *layout, const struct layout_path *path)
{
    const struct cubic *curves = layout->curves + path->first;
    for (uint32_t i = 1; i < path->count; i++)
        if (point_distance(curves[i - 1].p[3], curves[i].p[0]) > break_distance)
            return false;
    return true;
}

static bool are_lines_sound(const struct layout *layout, const struct scene *scene)
{
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct layout_path *path = &layout->paths[i];
        const struct cubic *curves = layout->curves + path->first;
        const struct scene_line *line = &scene->lines[i];
        if (!is_at(layout, scene, line->from, curves[0].p[0]) ||
            !is_at(layout, scene, line->to, curves[path->count - 1].p[3]) ||
            !is_unbroken(layout, path))
            return false;
    }
    return true;
}

static double path_distance(const struct layout *layout, const struct layout_path *path,
                            const struct box *box)
{
    double distance = INFINITY;
    for (uint32_t i = 0; i < path->count; i++)
        for (int step = 0; step <= STEPS; step++)
            distance =
                lesser(distance, box_distance(box, cubic_at(&layout->curves[path->first + i],
                                                            (double)step / STEPS)));
    return distance;
}

double soundness_label_distance(const struct layout *layout, const struct scene *scene,
                                size_t tie)
{
    const struct scene_tie *r = &scene->ties[tie];
    const struct box box = box_around(layout->labels[tie], r->label.width, r->label.height);
    double distance = INFINITY;
    for (uint32_t i = r->first_line; i < r->first_line + r->line_count; i++)
        distance = lesser(distance, path_distance(layout, &layout->paths[i], &box));
    return distance;
}

void soundness_put_back_labels(struct layout *layout, const struct scene *scene, double most)
{
    bool moved = false;
    for (size_t i = 0; i < scene->tie_count; i++) {
        if (scene->ties[i].label.count == 0 || soundness_label_distance(layout, scene, i) <= most)
            continue;
        layout->labels[i] = layout_middle(layout, scene->ties[i].first_line);
        moved = true;
    }
    if (moved)
        layout_normalize(layout, scene);
}

/* Whether a node of the grid overlaps with BOX. */
static bool is_taken(const struct grid *grid, const struct layout *layout,
                     const struct scene *scene, const struct box *box)
{
    struct grid_walk walk = grid_walk(grid, box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box other = core_of_node(layout, scene, entry->item);
        if (box->low.x < other.high.x && other.low.x < box->high.x && box->low.y < other.high.y &&
            other.low.y < box->high.y)
            return true;
    }
    return false;
}

static enum status find_stack(const struct layout *layout, const struct scene *scene,
                              struct grid *grid, bool *stacked)
{
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box = core_of_node(layout, scene, i);
        *stacked = is_taken(grid, layout, scene, &box);
        if (*stacked)
            return STATUS_OK;
        TRY(grid_put(grid, &box, i, i));
    }
    return STATUS_OK;
}

static enum status are_stacked(const struct layout *layout, const struct scene *scene,
                               bool *stacked)
{
    const struct box page = {{0, 0}, {layout->width, layout->height}};
    struct grid grid;
    *stacked = false;
    TRY(grid_init(&grid, &page, scene->node_count));
    enum status status = find_stack(layout, scene, &grid, stacked);
    grid_clear(&grid);
    return status;
}

/* Whether the page is just as large as what is on it: see layout_normalize. */
static bool is_page_sound(const struct layout *layout, const struct scene *scene)
{
    const struct box box = layout_box(layout, scene);
    const double spare[] = {box.low.x, box.low.y, layout->width - box.high.x,
                            layout->height - box.high.y};
    for (int i = 0; i < 4; i++)
        if (!(spare[i] >= 0 && spare[i] <= 2 * LAYOUT_MARGIN))
            return false;
    return true;
}

/* Whether the sides of the page are not longer than all nodes and labels in a row would be, with
   wide gaps. */
static bool is_size_sane(const struct layout *layout, const struct scene *scene)
{
    enum { TIMES = 4, GAP = 200 };
    double row = GAP;
    for (size_t i = 0; i < scene->node_count; i++)
        row += scene->nodes[i].width + scene->nodes[i].height + GAP;
    for (size_t i = 0; i < scene->tie_count; i++)
        row += scene->ties[i].label.width + scene->ties[i].label.height;
    return layout->width <= TIMES * row && layout->height <= TIMES * row;
}

enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault)
{
    bool stacked = false;
    *fault = NULL;
    if (!is_page_sound(layout, scene))
        *fault = "something is off the page";
    else if (!is_size_sane(layout, scene))
        *fault = "the page is too large";
    else if (!are_lines_sound(layout, scene))
        *fault = "a line does not end at its actors";
    else
        TRY(are_stacked(layout, scene, &stacked));
    if (stacked)
        *fault = "two actors are in the same place";
    return STATUS_OK;
}
