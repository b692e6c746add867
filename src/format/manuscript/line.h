/* SPDX-License-Identifier: MIT */
/* Lines of a dataset in canonical form, which are being written. */
#ifndef FORMAT_MANUSCRIPT_LINE_H
#define FORMAT_MANUSCRIPT_LINE_H

#include "base/memory/buffer.h"
#include "format/manuscript/manuscript.h"

enum {
    LINE_WIDTH = 110, /* columns that a line has at most, unless a single word is longer */
    LINE_INDENT = 2   /* columns for each element around */
};

/* Initialize OUT, and zero the rest. */
struct line {
    struct buffer *out; /* not owned */
    size_t column;      /* those of the current line */
};

/* The columns of a text in one line. */
size_t line_columns(struct manuscript_span text);

/* Appends bytes, in which there may be line breaks. */
void line_add(struct line *line, struct manuscript_span text);
void line_text(struct line *line, const char *text);

/* Begins a line with so many spaces. */
void line_break(struct line *line, size_t indent);

#endif
