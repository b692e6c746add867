/* SPDX-License-Identifier: MIT */
/* Makes a scene of selected relations: their ends become nodes, and each relation, or several
   that are merged, a tie of one or more lines. */
#ifndef SCENE_BUILDER_H
#define SCENE_BUILDER_H

#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"
#include "query/selection.h"
#include "scene/options.h"
#include "scene/scene.h"

/* Initializes SCENE with the relations of SELECTION, one at least. CRITERIA are those it was
   selected by; DATASET is the name of the dataset's file, without a folder. NETWORK, DATASET and
   the strings of OPTIONS must outlive SCENE; free it with scene_clear. */
enum status builder_build(struct scene *scene, const struct network *network, const char *dataset,
                          const struct selection *selection, const struct criteria *criteria,
                          const struct scene_options *options);

#endif
