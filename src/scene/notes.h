/* SPDX-License-Identifier: MIT */
/* The notes below a figure with numbered labels, which are its key, arranged in columns: who
   asserts and who denies each relation, and its grade; or only the words that the numbers
   replace. */
#ifndef SCENE_NOTES_H
#define SCENE_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "scene/scene.h"
#include "scene/wrap.h"

/* A note and its place. X and Y are in points of the page, from the key's upper left corner; in a
   right-to-left key X counts from the right. The strings belong to the scene. */
struct notes_item {
    const char *text;
    const char *id;  /* of its relation */
    const char *tie; /* id of the tie that shows the relation, to which the note links */
    double x, y;
    size_t line_count;
    struct wrap_line lines[WRAP_MAX_LINES]; /* of TEXT */
};

struct notes {
    struct notes_item *items; /* owned */
    size_t count;             /* 0: no key */
    double unit;              /* points of the page per point of print */
    double text_size, pitch; /* font size and distance between baselines, in points of the page */
    double page_width, width, height;
    bool rtl;
};

/* Arranges the notes of SCENE, if it has any, in columns on a page PAGE_WIDTH points wide with a
   margin of MARGIN points on either side. UNIT is the number of points of the page per point of
   print. SCENE must outlive NOTES. Fails only with STATUS_MEMORY. */
enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit);
void notes_clear(struct notes *notes);

#endif
