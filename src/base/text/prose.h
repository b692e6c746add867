/* SPDX-License-Identifier: MIT */
/* Text for a terminal: paragraphs, labelled fields and tables, wrapped between words. A word that
   is too wide is not broken, so that it can be copied. Texts are UTF-8; characters that must not
   reach a terminal (utf8_is_shown) become question marks. */
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

/* An empty line. */
void prose_gap(const struct prose *prose);

/* TEXT, each line indented by INDENT columns. */
void prose_paragraph(const struct prose *prose, size_t indent, const char *text);

/* A label, and TEXT in the column beside it. A field without a label continues the one before;
   one without a text is not written. */
void prose_field(const struct prose *prose, const char *label, const char *text);

/* The same, but TEXT is cleared, and its allocation failure is passed on to the output. */
void prose_take_paragraph(const struct prose *prose, size_t indent, struct buffer *text);
void prose_take_field(const struct prose *prose, const char *label, struct buffer *text);

enum { PROSE_MOST_COLUMNS = 8 };

/* Rows of cells in aligned columns. Allocation failure is sticky: prose_table_write
   returns it. */
struct prose_table {
    size_t columns;   /* at most PROSE_MOST_COLUMNS */
    unsigned wrapped; /* bit N: column N is wrapped if the line is too long, the first such
                         column first */
    unsigned right;   /* bit N: column N is aligned to the right */
    struct arena texts;
    struct {
        const char **items; /* row by row; those of a heading are NULL, except the first */
        size_t count, capacity;
    } cells;
    bool failed;
};

/* Adds a cell: a copy of TEXT, or "-" if it is "". */
void prose_table_cell(struct prose_table *table, const char *text);

/* The same; clears TEXT, and passes its allocation failure on to TABLE. */
void prose_table_take(struct prose_table *table, struct buffer *text);

/* Adds a row of one line, two columns to the left of the others. */
void prose_table_heading(struct prose_table *table, const char *text);

/* Writes the rows, indented by INDENT columns; does not change the table. */
enum status prose_table_write(const struct prose_table *table, const struct prose *prose,
                              size_t indent);
void prose_table_clear(struct prose_table *table);

#endif
