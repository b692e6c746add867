/* SPDX-License-Identifier: MIT */
/* Text to be read on a terminal: paragraphs, labelled fields and tables, wrapped between words.
   A word that is wider than its room is left whole, so that it can be copied. Texts are UTF-8;
   controls in them, which may not reach a terminal, become question marks. */
#ifndef BASE_TEXT_PROSE_H
#define BASE_TEXT_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"
#include "base/status.h"

struct prose {
    struct buffer *out; /* lent */
    size_t width;       /* columns of a line */
};

/* An empty line. */
void prose_gap(const struct prose *prose);

/* TEXT, each line of it behind INDENT spaces. */
void prose_paragraph(const struct prose *prose, size_t indent, const char *text);

/* A label, and TEXT in the column beside it. Without a label it goes on with the one before;
   without a text there is no field. */
void prose_field(const struct prose *prose, const char *label, const char *text);

/* The same, but TEXT is cleared, and its allocation failure is passed on to the output. */
void prose_take_paragraph(const struct prose *prose, size_t indent, struct buffer *text);
void prose_take_field(const struct prose *prose, const char *label, struct buffer *text);

enum { PROSE_MOST_COLUMNS = 8 };

/* Rows of cells in aligned columns. Allocation failure is sticky: prose_table_write
   returns it. */
struct prose_table {
    size_t columns;   /* at most PROSE_MOST_COLUMNS */
    unsigned wrapped; /* bit N: column N is wrapped where the line is too long; the first of them
                         gives way first */
    unsigned right;   /* bit N: column N is aligned to the right */
    struct arena texts;
    struct {
        const char **items; /* row by row; of a heading all but the first are NULL */
        size_t count, capacity;
    } cells;
    bool failed;
};

/* The next cell: a copy of TEXT, "-" where there is none. */
void prose_table_cell(struct prose_table *table, const char *text);

/* The same; clears TEXT, and passes its allocation failure on to TABLE. */
void prose_table_take(struct prose_table *table, struct buffer *text);

/* A row that is but a line, two columns to the left of the others. */
void prose_table_heading(struct prose_table *table, const char *text);

/* Writes the rows, behind INDENT spaces; the table is as it was. */
enum status prose_table_write(const struct prose_table *table, const struct prose *prose,
                              size_t indent);
void prose_table_clear(struct prose_table *table);

#endif
