/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/extent.h"

#include <math.h>

#include "scene/page.h"

enum { CROWD_NODES = 130, CROWD_RELATIONS = 240 };

/* What share of a canvas nodes and labels take, with some room around them. */
static const double filled = 0.5;

bool extent_is_crowded(const struct scene *scene)
{
    return scene->node_count > CROWD_NODES || scene->relation_count > CROWD_RELATIONS;
}

double extent_density(const struct scene *scene)
{
    return (double)scene->line_count / (double)(scene->node_count + 1);
}

static double area_of_parts(const struct scene *scene)
{
    double area = 0, around = 16 * scene->scale;
    for (size_t i = 0; i < scene->node_count; i++)
        area += (scene->nodes[i].width + around) * (scene->nodes[i].height + around);
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct text_block *label = &scene->relations[i].label;
        area += label->count > 0 ? (label->width + around / 2) * (label->height + around / 2)
                                 : 1.5 * around * around;
    }
    /* Where there are many lines for each node, they take room as well. */
    return area / filled * (1 + 0.8 * fmax(0, extent_density(scene) - 1.7));
}

/* In a crowd a node must find a place between lines, and a line one between nodes. How many lines
   run through a node that is placed at random is in proportion to the lines' number and length,
   to the node's size, and to the canvas's area; lines are as long as the canvas lets them. Hence
   its sides are in proportion to the number of lines and to the size of nodes. Measured on
   networks of 150 to 400 nodes: with less room, not all collisions are mended. */
static double area_between_lines(const struct scene *scene)
{
    static const double room = 0.11;
    double size = 0;
    for (size_t i = 0; i < scene->node_count; i++)
        size += (scene->nodes[i].width + scene->nodes[i].height) / (double)scene->node_count;
    double side = room * size * (double)scene->line_count;
    return side * side;
}

double extent_area(const struct scene *scene)
{
    double area = area_of_parts(scene);
    return extent_is_crowded(scene) ? fmax(area, area_between_lines(scene)) : area;
}

static double widest(const struct scene *scene)
{
    double width = 0;
    for (size_t i = 0; i < scene->node_count; i++)
        width = fmax(width, scene->nodes[i].width + 4);
    return width;
}

enum status extent_choose(const struct scene *scene, double enlargement, struct point *extent)
{
    struct page_size room;
    double area = extent_area(scene), flattest = 0.5;
    TRY(page_room(scene, &room));
    extent->x = fmin(room.width, sqrt(area / flattest));
    extent->y = fmin(room.height, area / extent->x);
    if (scene->paper.whole) {
        double share = fmin(1, sqrt(1.3 * area / (room.width * room.height)));
        *extent = (struct point){room.width * share, room.height * share};
    }
    *extent =
        (struct point){fmax(extent->x * enlargement, widest(scene)), extent->y * enlargement};
    return STATUS_OK;
}

void extent_turn_paper(struct scene *scene)
{
    double width = scene->paper.width;
    scene->paper.width = scene->paper.height;
    scene->paper.height = width;
}
