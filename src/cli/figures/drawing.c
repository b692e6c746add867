/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/drawing.h"

enum status drawing_make(struct order *order, enum picture_format format, unsigned jobs,
                         struct buffer *out, struct messages *messages)
{
    const struct layout_limits limits = {order->picture.time_limit, jobs};
    return picture_draw(&order->scene, format, &limits, out, messages);
}
