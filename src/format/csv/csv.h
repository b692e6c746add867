/* SPDX-License-Identifier: MIT */
/* Comma-separated values (RFC 4180, but for lines that end in a line feed alone). A field that
   holds a comma, a quote, a line end, or white space at its edge is quoted. What a file should
   not bear (utf8_is_clean) becomes U+FFFD. Start with zeroes. */
#ifndef FORMAT_CSV_CSV_H
#define FORMAT_CSV_CSV_H

#include <stdbool.h>

#include "base/memory/buffer.h"

struct csv {
    struct buffer *out; /* lent */
    bool inside;        /* of a row, behind its first field */
};

void csv_field(struct csv *csv, const char *text);
void csv_end_row(struct csv *csv);

#endif
