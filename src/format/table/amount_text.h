/* SPDX-License-Identifier: MIT */
/* Amounts as people write them: "1,5 million USD", "$3.2bn", "1.500.000 EUR", "300 rifles". They
   are exact: no digit is rounded. */
#ifndef FORMAT_TABLE_AMOUNT_TEXT_H
#define FORMAT_TABLE_AMOUNT_TEXT_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* What separates the fraction; a column has one sign, or it makes nothing certain. */
enum amount_mark { AMOUNT_MARK_UNKNOWN, AMOUNT_POINT, AMOUNT_COMMA, AMOUNT_MARKS_DIFFER };

enum amount_result {
    AMOUNT_VALID,
    AMOUNT_NONE,
    AMOUNT_AMBIGUOUS,
    AMOUNT_UNCLEAR,
    AMOUNT_MALFORMED
};

/* Zero-initialize. */
struct amount_text {
    struct buffer value; /* digits with a point before the fraction */
    struct buffer unit;  /* the code of a currency, or the words of the text; empty: none */
    bool rough;          /* "about 5", "~5" */
    bool negative;       /* the value begins with a minus sign */
};

/* Reads TEXT. What makes another number of it, "up to 5", "not 5", "<5", "(5)", is malformed;
   what can be a number of two things, "72 155mm howitzers", "500 m of cable", is unclear. */
enum amount_result amount_text_read(const char *text, enum amount_mark mark,
                                    struct amount_text *amount);

void amount_text_clear(struct amount_text *amount);

/* The mark that TEXT, a cell of the column, makes certain. */
enum amount_mark amount_text_mark(const char *text);

/* Reads a number such as -0.25 or 1,5, which has nothing behind it. False for 1,500, too, which
   can be two numbers. */
bool amount_text_number(const char *text, double *number);

#endif
