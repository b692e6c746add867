/* SPDX-License-Identifier: MIT */
/* The legend, arranged in rows: it explains what this drawing uses, and nothing else. What all
   ties have in common is one entry. */
#ifndef SCENE_LEGEND_H
#define SCENE_LEGEND_H

#include "scene/legend_entry.h"
#include "scene/legend_rows.h"
#include "scene/scene.h"

/* Arranges the entries that SCENE needs in rows. */
void legend_arrange(struct legend *legend, const struct scene *scene,
                    const struct legend_room *room);

#endif
