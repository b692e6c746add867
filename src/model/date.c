/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/date.h"

#include <stddef.h>
#include <string.h>

/* The days_from_civil algorithm (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"):
   years begin in March, so that a leap day is the last day of its year. */
date_day date_make_day(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era;
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[month - 1];
}

/* The value of COUNT decimal digits; -1 if any of them is not a digit. */
static int read_digits(const char *text, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* The first year of YYYY, YYYX or YYXX, or -1; *SPAN is the number of years. */
static int read_year(const char *text, int *span)
{
    size_t digits = 4;
    while (digits > 2 && text[digits - 1] == 'X')
        digits--;
    int year = read_digits(text, digits);
    *span = digits == 4 ? 1 : digits == 3 ? 10 : 100;
    return year < 0 ? -1 : year * *span;
}

static enum date_error set_days(struct date_end *end, int year, int month, int day)
{
    if (month < 1 || month > 12 || day == 0 || (day > 0 && day > month_length(year, month)))
        return DATE_NO_SUCH_DAY;
    end->first = date_make_day(year, month, day < 0 ? 1 : day);
    end->last = date_make_day(year, month, day < 0 ? month_length(year, month) : day);
    return DATE_VALID;
}

/* Parses the part of a date before its qualifier: LENGTH bytes of TEXT. */
static enum date_error read_calendar(const char *text, size_t length, struct date_end *end)
{
    if (length != 4 && length != 7 && length != 10)
        return DATE_MALFORMED;
    int span = 1;
    int year = read_year(text, &span);
    if (year < 0 || (span > 1 && length > 4))
        return DATE_MALFORMED;
    if (length == 4) {
        end->first = date_make_day(year, 1, 1);
        end->last = date_make_day(year + span - 1, 12, 31);
        return DATE_VALID;
    }
    int month = text[4] == '-' ? read_digits(text + 5, 2) : -1;
    int day = length == 10 ? (text[7] == '-' ? read_digits(text + 8, 2) : -1) : 0;
    if (month < 0 || day < 0)
        return DATE_MALFORMED;
    return set_days(end, year, month, length == 10 ? day : -1);
}

static enum date_error read_end(const char *text, size_t length, struct date_end *end)
{
    *end = (struct date_end){.bound = DATE_KNOWN};
    if (length > 0 && strchr("?~%", text[length - 1]) != NULL) {
        length--;
        end->uncertain = text[length] != '~';
        end->approximate = text[length] != '?';
    }
    return read_calendar(text, length, end);
}

/* One end of an interval, which may be open or unknown. */
static enum date_error read_interval_end(const char *text, size_t length, struct date_end *end)
{
    *end = (struct date_end){.bound = length == 0 ? DATE_UNKNOWN : DATE_OPEN};
    if (length == 0 || (length == 2 && memcmp(text, "..", 2) == 0))
        return DATE_VALID;
    return read_end(text, length, end);
}

static enum date_error read_interval(const char *text, const char *slash, struct date *date)
{
    size_t end_length = strlen(slash + 1);
    enum date_error error = read_interval_end(text, (size_t)(slash - text), &date->start);
    if (error == DATE_VALID)
        error = read_interval_end(slash + 1, end_length, &date->end);
    if (error != DATE_VALID)
        return error;
    if (date->start.bound != DATE_KNOWN && date->end.bound != DATE_KNOWN)
        return DATE_MALFORMED;
    if (date->start.bound == DATE_KNOWN && date->end.bound == DATE_KNOWN &&
        date->end.last < date->start.first)
        return DATE_REVERSED;
    return DATE_VALID;
}

enum date_error date_parse(const char *text, struct date *date)
{
    *date = (struct date){.interval = false};
    const char *slash = strchr(text, '/');
    date->interval = slash != NULL;
    if (slash != NULL)
        return read_interval(text, slash, date);
    enum date_error error = read_end(text, strlen(text), &date->start);
    date->end = date->start;
    return error;
}

const char *date_error_text(enum date_error error)
{
    switch (error) {
    case DATE_VALID: break;
    case DATE_MALFORMED:
        return "write a date such as 2021, 2021-08, 2021-08-15, 199X, 2021?, 2021~, 2021-09/.., "
               "/2022-01 or 1990/1999";
    case DATE_NO_SUCH_DAY: return "no such month or day";
    case DATE_REVERSED: return "the end is before the start";
    }
    return "a valid date";
}

struct date_span date_known_span(const struct date *date)
{
    const struct date_end *start = &date->start, *end = &date->end;
    if (start->bound == DATE_UNKNOWN)
        return (struct date_span){end->first, end->last};
    if (end->bound == DATE_UNKNOWN)
        return (struct date_span){start->first, start->last};
    return (struct date_span){start->bound == DATE_OPEN ? DATE_FIRST_DAY : start->first,
                              end->bound == DATE_OPEN ? DATE_LAST_DAY : end->last};
}

bool date_is_in_one_year(struct date_span span)
{
    enum { LONGEST = 366, CYCLE = 146097, YEARS = 400 }; /* days of a year, and of 400 years */
    if ((int64_t)span.last - span.first >= LONGEST)
        return false;
    int year = (int)((int64_t)span.last * YEARS / CYCLE) + 1;
    while (date_make_day(year, 1, 1) > span.last)
        year--;
    return date_make_day(year, 1, 1) <= span.first;
}

bool date_holds(const struct date *date, struct date_span span)
{
    struct date_span known = date_known_span(date);
    return known.first <= span.last && known.last >= span.first;
}

bool date_is_uncertain(const struct date *date)
{
    return date->start.uncertain || date->end.uncertain;
}

bool date_is_approximate(const struct date *date)
{
    return date->start.approximate || date->end.approximate;
}

bool date_ended_before(const struct date *date, const struct date *other)
{
    return date->end.bound == DATE_KNOWN && other->start.bound == DATE_KNOWN &&
           date->end.last < other->start.first;
}
