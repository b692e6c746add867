/* SPDX-License-Identifier: MIT */
/* A Graphviz context with as few plugins as a layout needs, and with our text metrics in place of
   a font library: no configuration file is read, and no fonts are loaded. */
#ifndef LAYOUT_GRAPHVIZ_CONTEXT_H
#define LAYOUT_GRAPHVIZ_CONTEXT_H

#include <gvc.h>

#include "scene/options.h"

/* Loads the plugins of ENGINE into the process, so that children inherit them: a confined child
   cannot open files. A failure shows up when the engine is run. */
void context_load(enum scene_engine engine);

/* A context for ENGINE; NULL if allocation fails. It lives until the process ends. */
GVC_t *context_open(enum scene_engine engine);

#endif
