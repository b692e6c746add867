/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/extent.h"

#include <math.h>

#include "layout/region.h"
#include "layout/search/density.h"
#include "scene/engine_choice.h"
#include "scene/page.h"

/* The fraction of an extent that nodes and labels take up, with some room around them. */
static const double filled = 0.5;

/* The room along the border of each bloc, about as long as that of a square around its nodes. */
static double area_of_blocs(const struct scene *scene)
{
    double area = 0;
    for (size_t i = 0; i < scene->bloc_count; i++) {
        const struct scene_bloc *bloc = &scene->blocs[i];
        double inner = 0;
        for (size_t j = 0; j < bloc->node_count; j++)
            inner += scene->nodes[bloc->nodes[j]].width * scene->nodes[bloc->nodes[j]].height;
        area += 4 * sqrt(inner / filled) * 2 * REGION_ROOM * scene->scale +
                bloc->caption.width * bloc->caption.height;
    }
    return area;
}

static double area_of_parts(const struct scene *scene)
{
    double area = area_of_blocs(scene) * filled, around = 16 * scene->scale;
    for (size_t i = 0; i < scene->node_count; i++)
        area += (scene->nodes[i].width + around) * (scene->nodes[i].height + around);
    for (size_t i = 0; i < scene->tie_count; i++) {
        const struct text_block *label = &scene->ties[i].label;
        area += label->count > 0 ? (label->width + around / 2) * (label->height + around / 2)
                                 : 1.5 * around * around;
    }
    /* Where there are many lines per node, they take up room as well. */
    return area / filled * (1 + 0.8 * fmax(0, density_of_lines(scene) - 1.7));
}

/* In a crowd, nodes must fit between lines, and lines between nodes. The number of lines through
   a node placed at random is proportional to the number and the length of the lines and to the
   size of the node, and inversely proportional to the area; and lines grow with the extent. So
   the sides must be proportional to the number of lines and to the size of nodes. The factor was
   measured on networks of 150 to 400 nodes: with less room, some collisions remain. */
static double area_between_lines(const struct scene *scene)
{
    static const double factor = 0.11;
    double size = 0;
    for (size_t i = 0; i < scene->node_count; i++)
        size += (scene->nodes[i].width + scene->nodes[i].height) / (double)scene->node_count;
    double side = factor * size * (double)scene->line_count;
    return side * side;
}

double extent_area(const struct scene *scene)
{
    double area = area_of_parts(scene);
    return engine_choice_is_crowd(scene) ? fmax(area, area_between_lines(scene)) : area;
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
    double area = extent_area(scene), least_height = 0.5; /* as a share of the width */
    TRY(page_room(scene, &room));
    extent->x = fmin(room.width, sqrt(area / least_height));
    extent->y = fmin(room.height, area / extent->x);
    if (scene->paper.filled) {
        double share = fmin(1, sqrt(1.3 * area / (room.width * room.height)));
        *extent = (struct point){room.width * share, room.height * share};
    }
    *extent =
        (struct point){fmax(extent->x * enlargement, widest(scene)), extent->y * enlargement};
    return STATUS_OK;
}
