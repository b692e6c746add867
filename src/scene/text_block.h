/* SPDX-License-Identifier: MIT */
/* A text broken into lines: a node's name, or a label. */
#ifndef SCENE_TEXT_BLOCK_H
#define SCENE_TEXT_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "scene/metrics.h"

struct text_block {
    const char **lines; /* in an arena */
    size_t count;       /* of the lines; 0: nothing to show */
    double size;        /* of the font, in points */
    enum metrics_face face;
    double width, height; /* in points */
    bool cut;             /* its text did not fit and ends in "…" */
    bool trimmed;         /* marks, or very wide characters, were left out */
};

/* Breaks TEXT into at most MAX_LINES lines of about AIM points each, in the size and face of
   BLOCK, which has no lines yet. Text that doesn't fit is replaced by "…"; TEXT is trimmed
   (trim.h). The lines are allocated in ARENA. Fails only with STATUS_MEMORY. */
enum status text_block_set(struct text_block *block, struct arena *arena, const char *text,
                           double aim, size_t max_lines);

#endif
