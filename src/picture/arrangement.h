/* SPDX-License-Identifier: MIT */
/* A scene's nodes, lines and labels with their places, as a search moves them about. Whatever is
   placed is an item: first all nodes, then all lines, then the labels. In points, y downwards. */
#ifndef PICTURE_ARRANGEMENT_H
#define PICTURE_ARRANGEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "picture/geometry.h"
#include "picture/layout.h"
#include "picture/scene.h"
#include "system/status.h"

/* Into how many pieces a curve is cut to be measured. */
enum { ARRANGEMENT_STEPS = 6 };

struct placed_node {
    struct point at;
    double width, height; /* half of the shape's, at the present scale */
    double full_width, full_height;
    enum shape shape;
    uint32_t first, count; /* its lines, in arrangement.incident */
};

/* A quadratic curve between two centres, drawn from border to border; or a loop. */
struct placed_line {
    uint32_t from, to, relation;
    double bend; /* how far its middle is off the chord; of a loop: 0 to 3, its side */
    double pull; /* how much a point of its length costs, of what the lightest costs */
    bool tail, head;
    uint32_t label; /* that of its relation, or SCENE_NONE */
    struct cubic curve;
    unsigned steps;
    struct point course[ARRANGEMENT_STEPS + 1];
    double length;
};

/* At a share of its line's length, on it or beside it. */
struct placed_label {
    uint32_t relation, line;
    double share, side; /* side: -1, 0 or 1 */
    struct point at;
    double width, height; /* half */
};

struct arrangement {
    const struct scene *scene;
    double width, height; /* of the page's part that is to be filled */
    struct placed_node *nodes;
    struct placed_line *lines;
    struct placed_label *labels;
    struct box *boxes;  /* around each item */
    uint32_t *incident; /* lines, node by node */
    size_t node_count, line_count, label_count, item_count;
    bool straight; /* lines are chords from centre to centre, and there are no labels yet */
};

/* Nodes are at 0,0, lines without bends, labels amid their lines. */
enum status arrangement_init(struct arrangement *arrangement, const struct scene *scene,
                             double width, double height);
void arrangement_clear(struct arrangement *arrangement);

/* Puts a node as near to AT as it is whole within the page. */
void arrangement_place(struct arrangement *arrangement, uint32_t node, struct point at);

/* Shapes at SCALE (0 to 1) of their size. */
void arrangement_scale(struct arrangement *arrangement, double scale);

/* Bends the lines that two nodes share apart, APART points at their middle. */
void arrangement_fan(struct arrangement *arrangement, double apart);

/* Finds the course of a line, the place of a label, the box of any item, from what it hangs on.
 */
void arrangement_refresh(struct arrangement *arrangement, uint32_t item);
void arrangement_refresh_all(struct arrangement *arrangement);

/* Writes the places into LAYOUT, settled. */
enum status arrangement_layout(const struct arrangement *arrangement, struct layout *layout);

#endif
