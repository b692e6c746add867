/* SPDX-License-Identifier: MIT */
/* The key as SVG: <g class="notes" id="figure-notes"> with a <g class="note" id="note-RELATION">
   for each note. Each label links to its first note, and each note to its line or, in parts, to
   the addresses of claims. After it, the sources: <g class="sources" id="figure-sources"> with a
   <g class="source" id="source-SOURCE"> for each, which links to its address. */
#ifndef RENDER_NOTES_H
#define RENDER_NOTES_H

#include "base/memory/buffer.h"
#include "scene/notes.h"

/* Where the notes are, with their upper edge at Y; only lines from LOW to HIGH are drawn. */
struct notes_window {
    double y, low, high;
};

/* Appends NOTES of SCENE to OUT; nothing if there are none. Allocation failure is sticky in OUT.
 */
void notes_draw(struct buffer *out, const struct scene *scene, const struct notes *notes,
                const struct notes_window *window);

#endif
