/* SPDX-License-Identifier: MIT */
/* Dates in the part of EDTF (Library of Congress, Extended Date/Time Format, levels 0 and 1; ISO
   8601-2) that datasets use: YYYY, YYYY-MM, YYYY-MM-DD, a year whose last one or two digits are
   X; each with an optional qualifier ?, ~ or %; and intervals of these, one end of which may be
   ".." (open) or empty (unknown). */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 0000-03-01 of the proleptic Gregorian calendar, so that they can be compared. */
typedef int32_t date_day;

enum date_bound {
    DATE_KNOWN,
    DATE_OPEN,    /* "..": unbounded, so far */
    DATE_UNKNOWN, /* empty: bounded, but the date is not known */
};

/* One end of a date: the days from FIRST to LAST, several if the date is partial ("2021-08"). */
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

/* The reason why a text is not a date. */
enum date_error {
    DATE_VALID,
    DATE_MALFORMED,   /* none of the forms above */
    DATE_NO_SUCH_DAY, /* no such month or day */
    DATE_REVERSED,    /* the interval ends before it starts */
};

/* Parses TEXT, all of which must be a date. *DATE is meaningful only if the result is DATE_VALID.
 */
enum date_error date_parse(const char *text, struct date *date);

/* An explanation of ERROR, for the end of a message: "no such month or day". */
const char *date_error_text(enum date_error error);

/* The day of a calendar date, which must exist. */
date_day date_make_day(int year, int month, int day);

/* The days on which a relation with this date is known to hold. An open end is unbounded; if one
   end is unknown, only the days of the other count. */
struct date_span {
    date_day first, last;
};

#define DATE_FIRST_DAY INT32_MIN
#define DATE_LAST_DAY INT32_MAX

struct date_span date_known_span(const struct date *date);

/* Whether all days of SPAN are in one calendar year. */
bool date_is_in_one_year(struct date_span span);

/* Whether a relation with DATE is known to hold on some day of SPAN. */
bool date_holds(const struct date *date, struct date_span span);

/* Whether DATE, or either of its ends, is uncertain or approximate, respectively. */
bool date_is_uncertain(const struct date *date);
bool date_is_approximate(const struct date *date);

/* Whether the end of DATE is known and entirely before the first day of OTHER. */
bool date_ended_before(const struct date *date, const struct date *other);

#endif
