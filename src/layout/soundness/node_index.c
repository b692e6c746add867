/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/node_index.h"

#include <stdint.h>

enum status node_index_init(struct grid *grid, const struct layout *layout,
                            const struct scene *scene)
{
    struct box all;
    TRY(layout_box(layout, scene, &all));
    TRY(grid_init(grid, &all, scene->node_count));
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box = layout_box_of_node(layout, scene, i);
        TRY(grid_put(grid, &box, i, i));
    }
    return STATUS_OK;
}
