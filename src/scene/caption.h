/* SPDX-License-Identifier: MIT */
/* The text on the page around a drawing: title, description, selection criteria, and the number
   of sources. */
#ifndef SCENE_CAPTION_H
#define SCENE_CAPTION_H

#include "base/status.h"
#include "query/criteria.h"
#include "query/selection.h"
#include "scene/options.h"
#include "scene/scene.h"

/* Sets these texts of SCENE, whose network, language, members and isolated actors are set
   already. OPTIONS
   may replace the title of the dataset. Fails only with STATUS_MEMORY. */
enum status caption_write(struct scene *scene, const struct selection *selection,
                          const struct criteria *criteria, const struct scene_options *options);

#endif
