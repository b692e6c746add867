/* SPDX-License-Identifier: MIT */
/* Dates as people write them, "3 March 2021", "03.03.2021", "since 2019", "Q1 2020", as dates of
   a dataset. Names of months are English, German, French or Spanish. */
#ifndef FORMAT_TABLE_TIME_TEXT_H
#define FORMAT_TABLE_TIME_TEXT_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* Which of the numbers in 03/04/2021 is the day; a column has one order, or
   it makes nothing certain. */
enum time_order { TIME_ORDER_UNKNOWN, TIME_DAY_FIRST, TIME_MONTH_FIRST, TIME_ORDERS_DIFFER };

enum time_result {
    TIME_VALID,
    TIME_NONE,              /* empty, "unknown", "n/a" */
    TIME_AMBIGUOUS,         /* needs the order */
    TIME_MONTH_OR_YEARS,    /* 2009/10 */
    TIME_DECADE_OR_CENTURY, /* 1800s */
    TIME_SEVERAL,           /* "2020 and 2022", which is no period */
    TIME_BOUND, /* "before 2020", which says neither when it was nor that it went on */
    TIME_SHORT_YEAR,
    TIME_MALFORMED,
    TIME_RESULTS
};

/* Appends TEXT to OUT as a date of a dataset. */
enum time_result time_text_read(const char *text, enum time_order order, struct buffer *out);

/* Whether TEXT, the end of a period, says that it goes on: "present", "ongoing". */
bool time_text_is_now(const char *text);

/* The order that TEXT, a cell of the column, makes certain. */
enum time_order time_text_order(const char *text);

/* What is behind the dash of 2011-12, 2011–12 and 2011/12: a month, or the year in which a season
   ends. 2019-20 and 2013-05 can only be one of them. */
enum time_dash { TIME_DASH_NONE, TIME_DASH_MONTH, TIME_DASH_YEAR, TIME_DASH_EITHER };
enum time_dash time_text_dash(const char *text);
/* Whether that dash is a hyphen, as before the months of ISO 8601. */
bool time_text_hyphenated(const char *text);

/* Appends the month, or else the two years, of TEXT, which has a dash. */
void time_text_add_dashed(const char *text, enum time_dash dash, struct buffer *out);

/* Whether TEXT is a year, such as 2020, and nothing else; sets *YEAR. */
bool time_text_year(const char *text, int *year);

#endif
