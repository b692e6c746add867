/* SPDX-License-Identifier: MIT */
/* Builds a scene from selected relations: their ends become nodes, and each relation, or group of
   merged relations, becomes a tie of one or more lines. */
#ifndef SCENE_BUILDER_H
#define SCENE_BUILDER_H

#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"
#include "query/selection.h"
#include "scene/options.h"
#include "scene/scene.h"

/* Initializes SCENE with the relations of SELECTION, which must not be empty unless its top is
   not. CRITERIA are the criteria of the selection; DATASET is the name of the dataset's file,
   without its folder. NETWORK, DATASET and the strings of OPTIONS must outlive SCENE. The caller
   clears SCENE with scene_clear. */
enum status builder_build(struct scene *scene, const struct network *network, const char *dataset,
                          const struct selection *selection, const struct criteria *criteria,
                          const struct scene_options *options);

#endif
