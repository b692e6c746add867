/* SPDX-License-Identifier: MIT */
/* Layouts by the engines of Graphviz (libgvc). */
#ifndef LAYOUT_GRAPHVIZ_GRAPHVIZ_H
#define LAYOUT_GRAPHVIZ_GRAPHVIZ_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/options.h"
#include "scene/scene.h"

/* The version of the library that the program is built with: "2.43.0". */
const char *graphviz_version(void);

/* Graphviz's name for ENGINE, which is not ENGINE_AUTO: "dot". */
const char *graphviz_engine_name(enum engine engine);

/* Loads the plugins of ENGINE; for ENGINE_AUTO there are none. Call it before the child of a
   layout starts, which may open no file; before several children start, so that they share the
   plugins. Failure shows as that of the layout. */
void graphviz_load(enum engine engine);

/* Fills LAYOUT, initialized by layout_init, by SCENE's engine, which is not ENGINE_AUTO; it still
   needs layout_normalize. Call it in a child process: libgvc may crash, exit or leak memory.
   STATUS_MEMORY, or STATUS_FAILURE if the engine gives up, with its message, or NULL, in
   *ERROR. */
enum status graphviz_layout(const struct scene *scene, struct layout *layout, const char **error);

#endif
