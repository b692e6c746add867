/* SPDX-License-Identifier: MIT */
/* Dates in the part of EDTF (Library of Congress, Extended Date/Time Format, levels 0 and 1; ISO
   8601-2) that datasets use: YYYY, YYYY-MM, YYYY-MM-DD, a year whose last one or two digits are
   X, each with an optional ?, ~ or %, and intervals of these, either end of which may be ".."
   (open) or empty (unknown). */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 0000-03-01 of the proleptic Gregorian calendar, so that they can be compared. */
typedef int32_t date_day;

enum date_bound {
    DATE_KNOWN,
    DATE_OPEN,    /* "..": none, or none yet */
    DATE_UNKNOWN, /* empty: there is one, but it is not known */
};

/* One end of a date: the days from FIRST to LAST, of which a partial date names several. */
struct date_end {
    enum date_bound bound;
    date_day first, last; /* if DATE_KNOWN */
    bool uncertain;       /* "?" or "%" */
    bool approximate;     /* "~" or "%" */
};

struct date {
    bool interval;
    struct date_end start, end; /* equal unless it is an interval */
};

/* Why a text is not a date. */
enum date_error {
    DATE_FINE,
    DATE_FORM,     /* not of the forms above */
    DATE_CALENDAR, /* no such month or day */
    DATE_ORDER,    /* an interval that ends before it starts */
};

/* Parses TEXT, the whole of it. *DATE is defined only after DATE_FINE. */
enum date_error date_parse(const char *text, struct date *date);

/* ERROR in words, for the end of a message: "no such month or day". */
const char *date_error_text(enum date_error error);

/* The day of a calendar date, which must exist. */
date_day date_make_day(int year, int month, int day);

/* The days on which something with this date is known to hold. An open end extends it without
   limit; if one end is unknown, only the days of the other count. */
struct date_span {
    date_day first, last;
};

#define DATE_FIRST_DAY INT32_MIN
#define DATE_LAST_DAY INT32_MAX

struct date_span date_known(const struct date *date);

/* Whether DATE is known to hold on some day of SPAN. */
bool date_holds(const struct date *date, struct date_span span);

/* Whether DATE, or one of its ends, is uncertain; is approximate. */
bool date_is_uncertain(const struct date *date);
bool date_is_approximate(const struct date *date);

/* Whether the end of DATE is known and entirely before the first day of OTHER. */
bool date_ended_before(const struct date *date, const struct date *other);

#endif
