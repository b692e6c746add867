/* SPDX-License-Identifier: MIT */
/* The words of the page around a drawing: title, description, what was selected, and from how
   many sources. */
#ifndef SCENE_CAPTION_H
#define SCENE_CAPTION_H

#include "base/status.h"
#include "query/criteria.h"
#include "query/selection.h"
#include "scene/scene.h"

/* Fills in these words of SCENE, whose network and language are known. TITLE may be NULL: then
   the dataset's title is taken. */
enum status caption_write(struct scene *scene, const struct selection *selection,
                          const struct criteria *criteria, const char *title);

#endif
