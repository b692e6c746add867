/* SPDX-License-Identifier: MIT */
/* Dates as ISO 8601-2 / EDTF level 1 writes them (Library of Congress, EDTF specification,
   level 0 and 1), as far as a dataset uses them: YYYY, YYYY-MM, YYYY-MM-DD, a year whose last one
   or two digits are X, each with ?, ~ or %, and intervals of these whose ends may be ".." (open)
   or empty (unknown). */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 0000-03-01 of the proleptic Gregorian calendar, so that they can be compared. */
typedef int32_t date_day;

enum date_bound {
    DATE_KNOWN,
    DATE_OPEN,    /* "..": no end, or none yet */
    DATE_UNKNOWN, /* nothing: there is one, but nobody says when */
};

/* One end of a date, and the span of days that its text names: a partial date is a span. */
struct date_end {
    enum date_bound bound;
    date_day first, last; /* where known */
    bool uncertain;       /* "?" or "%" */
    bool approximate;     /* "~" or "%" */
};

struct date {
    bool interval;
    struct date_end start, end; /* the same where there is no interval */
};

/* Why a text is no date. */
enum date_error {
    DATE_FINE,
    DATE_FORM,     /* not of the forms above */
    DATE_CALENDAR, /* no such month or day */
    DATE_ORDER,    /* an interval that ends before it starts */
};

enum date_error date_parse(const char *text, struct date *date);

/* What would be right, for messages: "no such month or day; …". */
const char *date_error_text(enum date_error fault);

/* The day of a calendar date, which must exist. */
date_day date_make_day(int year, int month, int day);

/* The days at which something dated DATE is known to hold: with an open end from its start on, or
   up to its end; with an unknown start or end only at the end that is known. */
struct date_span {
    date_day first, last;
};

#define DATE_FIRST_DAY INT32_MIN
#define DATE_LAST_DAY INT32_MAX

struct date_span date_known(const struct date *date);

/* Whether DATE is known to hold on some day of SPAN. */
bool date_holds(const struct date *date, struct date_span span);

/* Whether DATE, or an end of it, is uncertain; or approximate. */
bool date_is_uncertain(const struct date *date);
bool date_is_approximate(const struct date *date);

/* Whether DATE has an end that is known, and that end lies wholly before the first day of OTHER.
 */
bool date_ended_before(const struct date *date, const struct date *other);

#endif
