/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/port.h"

struct point port_draw(const struct scene_node *node, struct random *random)
{
    const double share = node->shape == SHAPE_DIAMOND   ? 0
                         : node->shape == SHAPE_ELLIPSE ? 0.55
                                                        : 0.75;
    const double x = (random_unit(random) - 0.5) * share * node->width;
    const double y = (random_unit(random) - 0.5) * share * 0.7 * node->height;
    return (struct point){x, y};
}
