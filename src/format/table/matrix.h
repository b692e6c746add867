/* SPDX-License-Identifier: MIT */
/* Adjacency matrices: the headings are the names in the first column, and a cell that is neither
   empty nor 0 is a tie from the actor of its row to that of its column. A negative number gives
   the tie the sign -, a positive one in a matrix with negative ones the sign +; others are
   weights. A matrix that is its own transpose has mutual ties, each once. A row that is shorter
   than others has empty cells at its end. */
#ifndef FORMAT_TABLE_MATRIX_H
#define FORMAT_TABLE_MATRIX_H

#include "format/table/table.h"

/* Reads the file up to its end, and sets *MATRIX to whether it is a matrix, and the corner of
   TABLE; the current row is
   that of the headings, at the start. */
enum status matrix_detect(struct table *table, bool *matrix);

/* Gathers the ties of a matrix, whose cells are behind the headings. Cells that are no numbers
   are reported. */
enum status matrix_gather(struct table *table);

#endif
