/* SPDX-License-Identifier: MIT */
/* The notes below a figure with numbered labels, which are its key, arranged in columns: who
   asserts and who denies each relation, its grade, and the list of sources; or only the words
   that the numbers replace. */
#ifndef SCENE_NOTES_H
#define SCENE_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "scene/scene.h"
#include "scene/wrap.h"

enum notes_kind { NOTES_RELATION, NOTES_HEADING, NOTES_SOURCE };

/* A note, a source, or the heading of the sources. The strings belong to the scene. */
struct notes_item {
    enum notes_kind kind;
    const char *text; /* paragraphs, separated by newlines */
    const char *id;   /* of its relation or source */
    const char *tie;  /* id of the tie that shows the relation, to which a note links */
    const char *href; /* the address of the relation or source; "" for none */
    struct scene_note_links links; /* of parts of a note to other addresses */
    size_t first_line, line_count; /* into lines */
};

/* The place of a line, from the key's upper left corner, in points of the page; in a
   right-to-left key X counts from the right. */
struct notes_place {
    double x, y;
};

struct notes {
    struct notes_item *items;   /* owned */
    size_t count;               /* 0: no key */
    struct wrap_lines lines;    /* of all items; owned */
    struct notes_place *places; /* of the lines; owned */
    double unit;                /* points of the page per point of print */
    double text_size, pitch; /* font size and distance between baselines, in points of the page */
    double page_width, width, height;
    size_t columns; /* side by side */
    double step;    /* from one column to the next */
    bool rtl;
};

/* Arranges the notes of SCENE, if it has any, in columns on a page PAGE_WIDTH points wide with a
   margin of MARGIN points on either side. No line is wider than its column; a long note continues
   in the next one. UNIT is the number of points of the page per point of print. SCENE must
   outlive NOTES. Fails only with STATUS_MEMORY; then NOTES is empty. */
enum status notes_init(struct notes *notes, const struct scene *scene, double page_width,
                       double margin, double unit);
void notes_clear(struct notes *notes);

/* Arranges NOTES again, on as many sheets as they take: on each, the columns are filled up to
   HEIGHT; the next sheet is PITCH points lower. Returns the number of sheets. */
size_t notes_spread(struct notes *notes, double height, double pitch);

#endif
