/* SPDX-License-Identifier: MIT */
/* Amounts as people write them: "1,5 million USD", "$3.2bn", "1.500.000 EUR", "300 rifles". They
   are exact: no digit is rounded. */
#ifndef FORMAT_TABLE_AMOUNT_TEXT_H
#define FORMAT_TABLE_AMOUNT_TEXT_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* What separates the fraction; a column has one sign. */
enum amount_mark { AMOUNT_MARK_UNKNOWN, AMOUNT_POINT, AMOUNT_COMMA };

enum amount_result { AMOUNT_VALID, AMOUNT_NONE, AMOUNT_AMBIGUOUS, AMOUNT_MALFORMED };

/* Appends the number of TEXT to VALUE, as digits with a point before the fraction, and what it is
   a number of to UNIT: the code of a currency, or the words that TEXT has. */
enum amount_result amount_text_read(const char *text, enum amount_mark mark, struct buffer *value,
                                    struct buffer *unit);

/* The mark that TEXT, a cell of the column, makes certain. */
enum amount_mark amount_text_mark(const char *text);

/* Reads a number such as -0.25 or 1,5, which has nothing behind it. */
bool amount_text_number(const char *text, double *number);

#endif
