/* SPDX-License-Identifier: MIT */
/* A sheet of panels: the drawing of a scene once for each of its tellings, in rows, with a
   caption above each. Without several tellings there is one panel, without a caption. */
#ifndef SCENE_PANELS_H
#define SCENE_PANELS_H

#include <stddef.h>

#include "scene/scene.h"
#include "scene/wrap.h"

/* The font size of captions, in points of print. */
#define PANELS_CAPTION_SIZE 9.0

/* In points of the page; a caption's height includes the gap below it. */
struct panels {
    size_t count, columns, rows;
    double caption, gap;
    double aim;   /* captions are broken into lines of about this width */
    double width; /* that all their lines need */
    size_t lines; /* of the longest caption */
};

/* The panels of SCENE on its paper: as many columns as make the smaller side of a panel's share
   of the paper largest. UNIT is the number of points of the page per point of print; they share
   WIDTH. */
struct panels panels_of(const struct scene *scene, double unit, double width);

/* The lines of a caption, set in SIZE points and bold, of which there are at most
   PANELS_CAPTION_LINES; returns their number. */
enum { PANELS_CAPTION_LINES = 6 };
size_t panels_break(const struct panels *panels, const char *caption, double size,
                    struct wrap_line lines[PANELS_CAPTION_LINES]);

/* The width of a panel around a drawing of WIDTH, which its caption may need more than. */
double panels_width_around(const struct panels *panels, double width);

/* The width and the height of all panels, if those of the drawing in each are WIDTH and HEIGHT.
 */
double panels_width(const struct panels *panels, double width);
double panels_height(const struct panels *panels, double height);

/* The share of each drawing in the WIDTH and HEIGHT of all panels. */
double panels_share_of_width(const struct panels *panels, double width);
double panels_share_of_height(const struct panels *panels, double height);

#endif
