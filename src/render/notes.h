/* SPDX-License-Identifier: MIT */
/* The key under a figure with numbers: for each relation who asserts it, who denies it, and the
   grade; or only what the labels that are numbers stand for. In columns. Each label links to its
   first note, and each note to its line. */
#ifndef RENDER_NOTES_H
#define RENDER_NOTES_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/metrics.h"
#include "scene/scene.h"

/* A note in its place: X and Y from the key's upper left corner. */
struct note {
    const char *text;
    const char *id;  /* of the relation that it tells of */
    const char *tie; /* of what that is drawn as, to which the note leads */
    double x, y;
    size_t line_count;
    struct metrics_line lines[METRICS_MAX_LINES];
};

struct notes {
    struct note *items; /* owned */
    size_t count;
    double unit; /* the size of a point of print on the page, in points */
    double page_width, width, height;
    bool rtl;
};

/* Arranges the notes of SCENE, if it has any, in columns of a page of PAGE_WIDTH points. */
enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit);
void notes_clear(struct notes *notes);

/* Draws them with their upper edge at Y. */
void notes_draw(struct buffer *out, const struct notes *notes, double y);

#endif
