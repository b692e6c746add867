/* SPDX-License-Identifier: MIT */
/* Finds out what separates the cells of a table. */
#ifndef FORMAT_TABLE_DELIMITER_H
#define FORMAT_TABLE_DELIMITER_H

#include <stddef.h>

/* Sets *DELIMITER to a comma, a semicolon, a tab or a bar, whichever the first lines of TEXT have
   most consistently outside quotes; a comma if they have none. A first line such as "sep=;", as
   some spreadsheet programs write it, names any. Returns the length of that name, or 0. */
size_t delimiter_find(const char *text, char *delimiter);

#endif
