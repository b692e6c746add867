/* SPDX-License-Identifier: MIT */
/* A text set in lines: a node's name, or a label. */
#ifndef SCENE_TEXT_BLOCK_H
#define SCENE_TEXT_BLOCK_H

#include <stddef.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "scene/metrics.h"

struct text_block {
    const char **lines; /* in an arena */
    size_t count;       /* 0: nothing to show */
    double size;        /* of the font, in points */
    enum metrics_face face;
    double width, height; /* in points */
};

/* Sets TEXT in at most MOST lines of about AIM points each, in the size and face of BLOCK, which
   has no lines yet. What doesn't fit is cut off and replaced by "…". The lines are in ARENA. */
enum status text_block_set(struct text_block *block, struct arena *arena, const char *text,
                           double aim, size_t most);

#endif
