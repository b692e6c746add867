/* SPDX-License-Identifier: MIT */
/* Layouts by the engines of Graphviz (libgvc). */
#ifndef LAYOUT_GRAPHVIZ_GRAPHVIZ_H
#define LAYOUT_GRAPHVIZ_GRAPHVIZ_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/options.h"
#include "scene/scene.h"

/* The version of libgvc that the program is built with: "2.43.0". */
const char *graphviz_version(void);

/* Graphviz's name for ENGINE, which is not ENGINE_AUTO: "dot". */
const char *graphviz_engine_name(enum scene_engine engine);

/* Loads the plugins of ENGINE; ENGINE_AUTO has none. Call this before starting the child that
   computes a layout, since the child may not open files; if there are several, they share the
   plugins. A failure shows up when the layout is computed. */
void graphviz_load(enum scene_engine engine);

/* Computes a layout with SCENE's engine, which is not ENGINE_AUTO. LAYOUT was initialized by
   layout_init; the result still needs layout_normalize. Call this in a child process: libgvc may
   crash, exit or leak memory. Returns STATUS_MEMORY, or STATUS_FAILURE if the engine gives up;
   then *ERROR is its message, owned by Graphviz, or NULL. */
enum status graphviz_layout(const struct scene *scene, struct layout *layout, const char **error);

#endif
