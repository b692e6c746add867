/* SPDX-License-Identifier: MIT */
/* Writes the rows of a list to standard output, piece by piece, so that a long list needs little
   memory. */
#ifndef CLI_LIST_LISTING_H
#define CLI_LIST_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/list/column.h"

/* A list to be written. Initialize OUT and CELL to BUFFER_EMPTY; the writer clears them. */
struct listing {
    const struct column_context *context;
    struct messages *messages;
    const struct column_row *rows;
    size_t count;
    const struct column *columns[COLUMN_MOST];
    size_t column_count;
    bool raw;           /* CSV: see csv.h */
    struct buffer out;  /* text that has not been written yet */
    struct buffer cell; /* scratch for column_text */
};

/* Fail with STATUS_MEMORY, or as output_write does. */
typedef enum status listing_write(struct listing *listing);
listing_write listing_write_text, listing_write_csv, listing_write_json;
listing_write listing_write_ids; /* the first column */

void listing_clear(struct listing *listing);

#endif
