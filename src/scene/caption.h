/* SPDX-License-Identifier: MIT */
/* The text on the page around a drawing: title, description, selection criteria, and the number
   of sources. */
#ifndef SCENE_CAPTION_H
#define SCENE_CAPTION_H

#include "base/status.h"
#include "query/criteria.h"
#include "query/selection.h"
#include "scene/scene.h"

/* Sets these texts of SCENE, whose network and language are set already. If TITLE is NULL, the
   title of the dataset is used. Fails only with STATUS_MEMORY. */
enum status caption_write(struct scene *scene, const struct selection *selection,
                          const struct criteria *criteria, const char *title);

#endif
