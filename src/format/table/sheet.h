/* SPDX-License-Identifier: MIT */
/* A table that is being written of a network. */
#ifndef FORMAT_TABLE_SHEET_H
#define FORMAT_TABLE_SHEET_H

#include "base/memory/buffer.h"
#include "format/csv/csv.h"
#include "format/exchange/losses.h"
#include "model/network.h"

struct sheet {
    const struct network *network;
    struct losses *losses;
    struct csv csv;
    struct buffer cell; /* for one */
    size_t period;      /* the first of those that have not been written */
    size_t mark;        /* the bytes of the headings that each such table has */
    /* The level of what the rows are about, by its index, plus 1, or 0; NULL: none has one that
       a table can say. */
    unsigned char *levels;
};

/* Finds the markings of the elements of KIND, of which the network has COUNT. The caller frees
   the levels. */
enum status sheet_find_markings(struct sheet *sheet, enum trivia_kind kind, size_t count);

/* Writes the first row: the COUNT headings of each such table, and that of the markings if there
   are any. Other rows end with sheet_end_row. */
void sheet_headings(struct sheet *sheet, const char *const *headings, size_t count);
/* INDEX: of what the row is about. */
void sheet_end_row(struct sheet *sheet, size_t index);

/* Writes the actors and events: their identifiers as columns "id:SCHEME", their attributes as
   columns with their names, other languages as columns "name:LANGUAGE". */
void sheet_write_actors(struct sheet *sheet);

/* Counts what the tables have no place for. */
void sheet_count_losses(const struct network *network, struct losses *losses);

#endif
