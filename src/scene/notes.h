/* SPDX-License-Identifier: MIT */
/* The key under a figure with numbers, arranged in columns: for each relation who asserts it, who
   denies it, and its grade; or only the meaning of the labels that are numbers. */
#ifndef SCENE_NOTES_H
#define SCENE_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "scene/scene.h"
#include "scene/wrap.h"

/* A note and its place. X and Y are in points of the page, from the key's upper left corner; in a
   right-to-left key X counts from the right. Strings are the scene's. */
struct notes_item {
    const char *text;
    const char *id;  /* of its relation */
    const char *tie; /* id of the tie that the relation is drawn as, to which the note links */
    double x, y;
    size_t line_count;
    struct wrap_line lines[WRAP_MAX_LINES]; /* of TEXT */
};

struct notes {
    struct notes_item *items; /* owned */
    size_t count;             /* 0: no key */
    double unit;              /* the size of a point of print, in points of the page */
    double text_size, pitch;  /* of the font, and from one line to the next; points of the page */
    double page_width, width, height;
    bool rtl;
};

/* Arranges the notes of SCENE, if it has any, in columns on a page PAGE_WIDTH points wide with
   MARGIN points left blank on either side. SCENE must outlive NOTES. */
enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit);
void notes_clear(struct notes *notes);

#endif
