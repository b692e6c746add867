/* SPDX-License-Identifier: MIT */
/* A merged text that is being written, with conflicts between markers on lines of their own. */
#ifndef FORMAT_MERGE_RENDERING_H
#define FORMAT_MERGE_RENDERING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "format/manuscript/manuscript.h"

/* Initialize MARKER and LINE_END, and zero the rest. */
struct rendering {
    struct buffer out;    /* owned */
    unsigned marker;      /* characters of a marker */
    const char *line_end; /* after markers */
    bool marked;          /* the last line is a marker, without its end */
    bool inner;           /* it begins in the middle of a line */
};

/* An empty one with the same markers, for what follows something on its line. */
struct rendering rendering_like(const struct rendering *rendering);

void rendering_add(struct rendering *rendering, struct manuscript_span text);
void rendering_text(struct rendering *rendering, const char *text);

/* Ends the line of a marker. */
void rendering_flush(struct rendering *rendering);

/* Appends PART. */
void rendering_continue(struct rendering *rendering, const struct rendering *part);

/* Writes both sides between markers; a side with a NULL text has nothing. LEAD is the white space
   before what they are, whose last line they keep. */
void rendering_conflict(struct rendering *rendering, struct manuscript_span lead,
                        struct manuscript_span ours, struct manuscript_span theirs);

/* The columns that LEAD indents what follows it. */
size_t rendering_indent(struct manuscript_span lead);

#endif
