/* SPDX-License-Identifier: MIT */
/* The text of a file of a graph format, in UTF-8, and places in it. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_TEXT_H
#define FORMAT_DIAGRAM_DIAGRAM_TEXT_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/exchange/exchange.h"
#include "format/exchange/gathered.h"

/* Appends the text of INPUT to OUT, without a byte order mark. What is not UTF-8 is taken for
   Windows-1252, which older programs write, and a note says so. A file with NUL characters is
   reported as not being of FORMAT, "a GML file". */
enum status diagram_text_read(const struct exchange_input *input, const char *format,
                              struct buffer *out);

/* Appends the character CODE to OUT in UTF-8; if there is no such character, a byte that is not
   UTF-8. What must not be in a dataset is replaced, with a warning, when it is written to one. */
void diagram_text_add(struct buffer *out, unsigned long code);

/* Appends TEXT, LENGTH bytes, to OUT, and replaces references to characters such as &amp;,
   &eacute;, &#233; and &#xe9; by what they refer to. Others are left as they are. */
void diagram_text_decode(struct buffer *out, const char *text, size_t length);

/* Where the reading of a text is, for places. */
struct diagram_cursor {
    const char *at, *end;
    const char *line_start;
    unsigned long line;  /* from 1 */
    const char *counted; /* up to here, the line has COLUMN characters */
    unsigned long column;
};

struct diagram_cursor diagram_cursor_at(const struct buffer *text);
/* The place of AT, which is on the current line. */
struct gathered_place diagram_cursor_place(struct diagram_cursor *cursor, const char *at);
/* A new line begins at START. */
void diagram_cursor_break(struct diagram_cursor *cursor, const char *start);

#endif
