/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/loop.h"

#include <math.h>

/* The point of a loop that is OUT points beyond a side and ALONG points from its middle; DEPTH is
   the distance of the side from the centre of the node. */
static struct point place(struct point centre, enum loop_side side, double depth, double out,
                          double along)
{
    switch (side) {
    case LOOP_RIGHT: return (struct point){centre.x + depth + out, centre.y + along};
    case LOOP_LEFT: return (struct point){centre.x - depth - out, centre.y + along};
    case LOOP_ABOVE: return (struct point){centre.x + along, centre.y - depth - out};
    case LOOP_BELOW: break;
    }
    return (struct point){centre.x + along, centre.y + depth + out};
}

struct cubic loop_curve(const struct scene_node *node, struct point centre, enum loop_side side,
                        const struct loop_form *form)
{
    const bool upright = side == LOOP_RIGHT || side == LOOP_LEFT;
    const double depth = (upright ? node->width : node->height) / 2;
    const double end = form->ends * (upright ? node->height : node->width) / 2;
    /* The border of an ellipse recedes from its box. */
    const double border =
        node->shape == SHAPE_ELLIPSE ? depth * (sqrt(1 - form->ends * form->ends) - 1) : 0;
    const double wide = end + form->spread;
    return (struct cubic){
        {place(centre, side, depth, border, -end), place(centre, side, depth, form->reach, -wide),
         place(centre, side, depth, form->reach, wide), place(centre, side, depth, border, end)}};
}
