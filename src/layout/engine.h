/* SPDX-License-Identifier: MIT */
/* Lays out a scene: by the Graphviz engine that it names, or by our own search. Everything is
   computed in child processes, since Graphviz may crash, hang or leak memory. */
#ifndef LAYOUT_ENGINE_H
#define LAYOUT_ENGINE_H

#include "base/message.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/limits.h"
#include "scene/scene.h"

/* Initializes LAYOUT with a layout of SCENE, computed by the engine that SCENE names. The search
   (ENGINE_AUTO, see search.h) changes SCENE: its text size, the orientation of its paper, and
   labels that it replaces with numbers. Sets the
   places of its nodes to where they are. Reports an error and returns STATUS_FAILURE if the
   engine fails or takes longer than LIMITS allow. The caller clears LAYOUT if the result is
   STATUS_OK. */
enum status engine_run(struct layout *layout, struct scene *scene,
                       const struct layout_limits *limits, struct messages *messages);

#endif
