/* SPDX-License-Identifier: MIT */
/* Text for a terminal: paragraphs, labelled fields and tables, wrapped between words. A word that
   is too wide is not broken, so that it can be copied, except at no-break spaces. Texts are
   UTF-8; characters that must not reach a terminal (utf8_is_printable) become question marks, and
   commands for CI services are escaped (escape_for_log). Cells with right-to-left text at
   an end are isolated, so that they do not change places with others. */
#ifndef BASE_TEXT_PROSE_H
#define BASE_TEXT_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"
#include "base/status.h"

struct prose {
    struct buffer *out; /* not owned */
    size_t width;       /* of a line, in columns */
};

/* Appends LENGTH bytes of TEXT, safe for a terminal. */
void prose_add_printable(struct buffer *out, const char *text, size_t length);

/* The same, isolated if it begins or ends with right-to-left letters, as a cell of a table. */
void prose_add_cell(struct buffer *out, const char *text, size_t length);

/* Ends the line that OUT ends with. */
void prose_end_line(struct buffer *out);

/* Writes an empty line. */
void prose_blank_line(const struct prose *prose);

/* Writes TEXT, each line indented by INDENT columns. */
void prose_paragraph(const struct prose *prose, size_t indent, const char *text);

/* LABEL, and TEXT in the column to its right. If LABEL is "", the field continues the previous
   one; if TEXT is "", nothing is written. */
void prose_field(const struct prose *prose, const char *label, const char *text);

/* The same, but clear TEXT, and pass on an allocation failure in it to the output. */
void prose_take_paragraph(const struct prose *prose, size_t indent, struct buffer *text);
void prose_take_field(const struct prose *prose, const char *label, struct buffer *text);

enum { PROSE_MAX_COLUMNS = 12 };

/* Rows of cells in aligned columns. Initialize COLUMNS, WRAPPED and RIGHT, and zero the rest.
   Allocation failure is sticky: prose_table_write returns it. */
struct prose_table {
    size_t columns;   /* at most PROSE_MAX_COLUMNS */
    unsigned wrapped; /* bit N: column N may be narrowed and wrapped to make lines fit; leftmost
                         columns first */
    unsigned right;   /* bit N: column N is right-aligned */
    struct arena texts;
    struct {
        const char **items; /* row by row; in a heading, all but the first are NULL */
        size_t count, capacity;
    } cells;
    bool failed;
};

/* Adds a cell: a copy of TEXT, or "-" if it is "". */
void prose_table_cell(struct prose_table *table, const char *text);

/* The same, but clears TEXT, and passes an allocation failure in it on to TABLE. */
void prose_table_take(struct prose_table *table, struct buffer *text);

/* Adds a heading, which spans all columns and is outdented by two. */
void prose_table_heading(struct prose_table *table, const char *text);

/* Writes the rows, indented by INDENT columns. */
enum status prose_table_write(const struct prose_table *table, const struct prose *prose,
                              size_t indent);
void prose_table_clear(struct prose_table *table);

#endif
