/* SPDX-License-Identifier: MIT */
/* Splits a table into rows and cells, as in RFC 4180: cells between quotes may hold the
   delimiter, line breaks, and quotes written twice. The delimiter is a comma, a semicolon, a tab
   or a bar, whichever the first lines have most consistently; a first line "sep=;" names it.
   Lines end with LF, CR LF or CR. */
#ifndef FORMAT_TABLE_CELLS_H
#define FORMAT_TABLE_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/table/decoding.h"

/* A cell, without white space of any kind and invisible characters at its ends; ends with a NUL.
   It may be changed. */
struct cell {
    char *text;
    size_t length, offset; /* OFFSET is for cells.c */
    uint32_t line, column; /* where it begins */
};

enum { CELLS_MAX = 10000, CELL_LENGTH = 1 << 20, ROW_LENGTH = 1 << 24 };

struct cells {
    struct decoding decoding;
    struct buffer text; /* what has been decoded; the current row begins at START */
    size_t start, at;
    char delimiter;
    unsigned char bytes[256]; /* what each byte is in a cell: see cells.c */
    bool ended;
    uint32_t line, column; /* of the character at AT */
    struct {
        struct cell *items;
        size_t count, capacity;
    } row;
};

/* Opens the file of INPUT, and finds its delimiter. CELLS must be cleared whatever the result. */
enum status cells_open(struct cells *cells, const struct exchange_input *input);
void cells_clear(struct cells *cells);
enum status cells_rewind(struct cells *cells);

/* Reads the next row that is not empty, whose cells are valid until the next one; *MORE is false
   at the end. Reports an encoding, a quote or a size that makes it impossible to go on, and
   returns STATUS_INVALID. */
enum status cells_next(struct cells *cells, bool *more);

#endif
