/* SPDX-License-Identifier: MIT */
/* The rows of a legend. */
#ifndef SCENE_LEGEND_ROWS_H
#define SCENE_LEGEND_ROWS_H

#include "scene/legend_entry.h"

/* The room for a legend: the width of the page, in points, with a margin of MARGIN points on
   either side; the points of the page per point of print; and whether it must be DENSE: in as few
   rows as possible, even if that splits groups and leaves out obvious headings. */
struct legend_room {
    double page_width, margin, unit;
    bool dense;
};

/* Sets the widths of the entries, the lines of their texts, their places and the height of the
   legend. Leaves out headings only in a dense room, and if that saves a row. */
void legend_rows_arrange(struct legend *legend, const struct legend_room *room);

/* Whether there is a sample before the words of ENTRY. */
bool legend_has_sample(const struct legend_entry *entry);

#endif
