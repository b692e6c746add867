/* SPDX-License-Identifier: MIT */
/* Writes comma-separated values as in RFC 4180, except that lines end with LF alone. Fields that
   contain a comma, a quote or a line break, or begin or end with white space, are quoted.
   Characters that must not be written to a file (utf8_is_clean), and invalid UTF-8, become
   U+FFFD. Initialize OUT and zero the rest.

   A spreadsheet runs a cell that begins with "=", "+", "-", "@", one of these in full width, a
   tab or a line break as a formula, and what it runs can send data away (OWASP, "CSV Injection").
   An apostrophe is put before such a text, which makes it one, unless the writer is RAW; and
   before a text that looks as if that had been done. A number and a lone sign are harmless. */
#ifndef FORMAT_CSV_CSV_H
#define FORMAT_CSV_CSV_H

#include <stdbool.h>

#include "base/memory/buffer.h"

struct csv {
    struct buffer *out; /* not owned */
    bool raw;           /* write texts that could be formulas as they are, for programs */
    char delimiter;     /* 0: a comma */
    bool in_row;        /* the current row has a field already */
};

/* Whether an apostrophe was put before TEXT, as above. */
bool csv_is_escaped(const char *text);

/* Appends a field to the current row. */
void csv_field(struct csv *csv, const char *text);
/* Ends the current row. */
void csv_end_row(struct csv *csv);

#endif
