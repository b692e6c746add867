/* SPDX-License-Identifier: MIT */
/* The only user of libgvc: a scene as a cgraph graph, laid out or written as DOT. Sizes come from
   our own text metrics, so that nothing depends on the machine's fonts. */
#ifndef LAYOUT_GRAPHVIZ_GRAPHVIZ_H
#define LAYOUT_GRAPHVIZ_GRAPHVIZ_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Of the library that the program is built with: "2.43.0". */
const char *graphviz_version(void);

/* Graphviz's name for an engine. */
const char *graphviz_engine_name(enum engine engine);

/* Loads what ENGINE needs. To be called before a layout's child is begun, which may open no file;
   and before several are begun, so that they share what is loaded. Nothing fails here: a layout
   whose engine could not be loaded does. */
void graphviz_load(enum engine engine);

/* Fills LAYOUT, which layout_init prepared. To be called in a child: libgvc may crash, end the
   process or leave memory behind. STATUS_FAILURE with Graphviz's own WORDS if it gives up. */
enum status graphviz_layout(const struct scene *scene, struct layout *layout, const char **words);

/* Writes SCENE, which is finished, as DOT with all its shapes and colours, for any Graphviz
   program. COMMENT becomes the graph's comment. */
enum status graphviz_dot(const struct scene *scene, const char *comment, struct buffer *out);

#endif
