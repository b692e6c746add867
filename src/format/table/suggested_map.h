/* SPDX-License-Identifier: MIT */
/* A map for a table, with what has been guessed: for the user to correct. */
#ifndef FORMAT_TABLE_SUGGESTED_MAP_H
#define FORMAT_TABLE_SUGGESTED_MAP_H

#include "format/table/table.h"

/* Appends the map to OUT. Words without a meaning are comments. */
enum status suggested_map_write(struct table *table, struct buffer *out);

#endif
