/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/label_index.h"

#include <stdint.h>

enum status label_index_init(struct grid *grid, const struct layout *layout,
                             const struct scene *scene)
{
    struct box all;
    TRY(layout_box(layout, scene, &all));
    TRY(grid_init(grid, &all, scene->tie_count));
    for (uint32_t i = 0; i < scene->tie_count; i++) {
        const struct box box = layout_box_of_label(layout, scene, i);
        if (scene->ties[i].label.count > 0)
            TRY(grid_put(grid, &box, i, i));
    }
    return STATUS_OK;
}
