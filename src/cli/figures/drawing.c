/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/drawing.h"

#include "render/svg_check.h"

enum status drawing_make(struct order *order, enum picture_format format, unsigned jobs,
                         struct buffer *out, struct messages *messages)
{
    const struct layout_limits limits = {order->picture.time_limit, jobs};
    TRY(picture_draw(&order->scene, format, &limits, out, messages));
    TRY(buffer_status(out));
    return format == FORMAT_SVG ? svg_check(buffer_string(out), out->length, messages)
                                : STATUS_OK;
}
