/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/soundness.h"

#include <stdbool.h>
#include <stdint.h>

#include "layout/intersection.h"
#include "layout/score/grid.h"

/* How far nodes may overlap, in points, as in score.h. Whether a line between them can be seen is
   checked in visibility.h. */
static const double overlap = 1;

/* A node without the border that may touch others. */
static struct box place_of_node(const struct layout *layout, const struct scene *scene,
                                uint32_t node)
{
    const struct scene_node *n = &scene->nodes[node];
    return box_around(layout->nodes[node], greater(n->width - overlap, 1),
                      greater(n->height - overlap, 1));
}

/* Whether a node of the grid overlaps with BOX. */
static bool is_taken(const struct grid *grid, const struct layout *layout,
                     const struct scene *scene, const struct box *box)
{
    struct grid_walk walk = grid_walk(grid, box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct box other = place_of_node(layout, scene, entry->item);
        if (box_overlaps(box, &other, 0))
            return true;
    }
    return false;
}

static enum status find_stack(const struct layout *layout, const struct scene *scene,
                              struct grid *grid, bool *stacked)
{
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box = place_of_node(layout, scene, i);
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

/* Sets *SOUND to whether the page is just as large as what is on it: see layout_normalize. */
static enum status check_page(const struct layout *layout, const struct scene *scene, bool *sound)
{
    struct box box;
    *sound = false;
    TRY(layout_box(layout, scene, &box));
    const double spare[] = {box.low.x, box.low.y, layout->width - box.high.x,
                            layout->height - box.high.y};
    for (int i = 0; i < 4; i++)
        if (!(spare[i] >= 0 && spare[i] <= 2 * LAYOUT_MARGIN))
            return STATUS_OK;
    *sound = true;
    return STATUS_OK;
}

/* Whether the sides of the page are not longer than all nodes, labels and lines in a row would
   be, with wide gaps. */
static bool is_size_sane(const struct layout *layout, const struct scene *scene)
{
    enum { TIMES = 4, GAP = 200, BESIDE = 20 }; /* BESIDE: of a line in a fan from the next */
    double row = GAP;
    for (size_t i = 0; i < scene->node_count; i++)
        row += scene->nodes[i].width + scene->nodes[i].height + GAP;
    for (size_t i = 0; i < scene->tie_count; i++)
        row += scene->ties[i].label.width + scene->ties[i].label.height;
    row += (double)scene->line_count * BESIDE;
    return layout->width <= TIMES * row && layout->height <= TIMES * row;
}

enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault)
{
    bool stacked = false, fits;
    *fault = NULL;
    TRY(check_page(layout, scene, &fits));
    if (!fits)
        *fault = "something is off the page";
    else if (!is_size_sane(layout, scene))
        *fault = "the page is too large";
    else
        TRY(are_stacked(layout, scene, &stacked));
    if (stacked)
        *fault = "two actors overlap";
    return STATUS_OK;
}
