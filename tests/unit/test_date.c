/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "model/date_guess.h"

static struct date parse(const char *text)
{
    struct date date;
    ck_assert_msg(date_parse(text, &date) == DATE_VALID, "\"%s\" is a date", text);
    return date;
}

static void assert_span(const char *text, date_day first, date_day last)
{
    struct date date = parse(text);
    ck_assert_int_eq(date.start.first, first);
    ck_assert_int_eq(date.end.last, last);
}

static void assert_date_error(const char *text, enum date_error error)
{
    struct date date;
    ck_assert_msg(date_parse(text, &date) == error, "\"%s\" is a date", text);
}

START_TEST(each_error_has_a_text_of_its_own)
{
    static const enum date_error errors[] = {DATE_MALFORMED, DATE_NO_SUCH_DAY, DATE_REVERSED};
    for (int i = 0; i < 3; i++) {
        ck_assert_uint_gt(strlen(date_error_text(errors[i])), 10);
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(date_error_text(errors[i]), date_error_text(errors[j]));
    }
}
END_TEST

START_TEST(days_follow_the_calendar)
{
    ck_assert_int_eq(date_make_day(0, 3, 1), 0);
    ck_assert_int_eq(date_make_day(1970, 1, 1) - date_make_day(1969, 12, 31), 1);
    ck_assert_int_eq(date_make_day(2000, 3, 1) - date_make_day(2000, 2, 28), 2);
    ck_assert_int_eq(date_make_day(1900, 3, 1) - date_make_day(1900, 2, 28), 1);
    ck_assert_int_eq(date_make_day(2022, 1, 1) - date_make_day(1970, 1, 1), 18993);
    ck_assert_int_eq(date_make_day(0, 1, 1), -60);
}
END_TEST

START_TEST(a_partial_date_is_a_span_of_days)
{
    assert_span("2021", date_make_day(2021, 1, 1), date_make_day(2021, 12, 31));
    assert_span("2021-08", date_make_day(2021, 8, 1), date_make_day(2021, 8, 31));
    assert_span("2021-08-15", date_make_day(2021, 8, 15), date_make_day(2021, 8, 15));
    assert_span("2020-02", date_make_day(2020, 2, 1), date_make_day(2020, 2, 29));
    assert_span("199X", date_make_day(1990, 1, 1), date_make_day(1999, 12, 31));
    assert_span("19XX", date_make_day(1900, 1, 1), date_make_day(1999, 12, 31));
    assert_span("1990/1999-06", date_make_day(1990, 1, 1), date_make_day(1999, 6, 30));
}
END_TEST

START_TEST(qualifiers_say_how_sure_a_date_is)
{
    ck_assert(parse("2021?").start.uncertain && !parse("2021?").start.approximate);
    ck_assert(!parse("2021-08~").start.uncertain && parse("2021-08~").start.approximate);
    ck_assert(parse("2021-08-15%").start.uncertain && parse("2021-08-15%").start.approximate);
    struct date interval = parse("1990?/1999");
    ck_assert(interval.start.uncertain && !interval.end.uncertain);
}
END_TEST

START_TEST(an_end_may_be_open_or_unknown)
{
    ck_assert_int_eq(parse("2021-09/..").end.bound, DATE_OPEN);
    ck_assert_int_eq(parse("2021-09/").end.bound, DATE_UNKNOWN);
    ck_assert_int_eq(parse("/2022-01").start.bound, DATE_UNKNOWN);
    ck_assert_int_eq(parse("../2022-01").start.bound, DATE_OPEN);
    ck_assert(parse("2021/2021").interval);
    ck_assert(!parse("2021").interval);
}
END_TEST

START_TEST(other_forms_are_rejected)
{
    static const char *const texts[] = {
        "",         "yesterday", "21",         "202",
        "2021-8",   "2021-08-1", "2021/08/15", "2021-08-15T10:00",
        "2021 ",    " 2021",     "2021??",     "X021",
        "1XXX",     "199X-05",   "/",          "../..",
        "..",       "../",       "-2021",      "2021-",
        "2021-08-", "20210815",  "2021—08",    "+2021",
        "2021/.",   "2021/...",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_date_error(texts[i], DATE_MALFORMED);
}
END_TEST

START_TEST(nonexistent_days_are_rejected)
{
    assert_date_error("2021-13", DATE_NO_SUCH_DAY);
    assert_date_error("2021-00", DATE_NO_SUCH_DAY);
    assert_date_error("2021-02-29", DATE_NO_SUCH_DAY);
    assert_date_error("2021-04-31", DATE_NO_SUCH_DAY);
    assert_date_error("2021-04-00", DATE_NO_SUCH_DAY);
    assert_date_error("1990/2021-02-30", DATE_NO_SUCH_DAY);
    parse("2020-02-29");
}
END_TEST

START_TEST(an_interval_must_not_end_before_it_starts)
{
    assert_date_error("2022/2021", DATE_REVERSED);
    assert_date_error("2021-08-15/2021-08-14", DATE_REVERSED);
    parse("2021-08/2021-08-01");
}
END_TEST

START_TEST(what_was_meant_is_guessed)
{
    static const struct {
        const char *text, *guess; /* NULL: none */
    } rows[] = {
        {"2019\u20132021", "2019/2021"},
        {"2019 \u2014 2021", "2019/2021"},
        {"1990-1995", "1990/1995"},
        {"2019\u201321", "2019/2021"},
        {"2019-21", "2019/2021"},
        {"2021\u201308", "2021-08"},
        {"2021\u221208\u221215", "2021-08-15"},
        {"2019-04-2020-05", "2019-04/2020-05"},
        {"2019 / 2021", "2019/2021"},
        {"soon", NULL},
        {"2021-13", NULL},
        {"2021\u20131990", NULL},
        {"2021 and for many years after that day", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char guess[DATE_GUESS_SIZE];
        bool found = date_guess(rows[i].text, guess);
        ck_assert_msg(found == (rows[i].guess != NULL), "%s", rows[i].text);
        if (found)
            ck_assert_str_eq(guess, rows[i].guess);
    }
}
END_TEST

START_TEST(ended_dates_are_distinguished)
{
    const struct date as_of = parse("2022-01");
    static const struct {
        const char *text;
        bool ended;
    } cases[] = {
        {"2021", true},       {"2021-12-31", true},  {"1990/1999", true},   {"/2021-08", true},
        {"2022-01", false},   {"2022-01-01", false}, {"2021-09/..", false}, {"2021-09/", false},
        {"2021/2022", false}, {"2023", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date = parse(cases[i].text);
        ck_assert_msg(date_ended_before(&date, &as_of) == cases[i].ended, "%s", cases[i].text);
    }
}
END_TEST

static date_day first_day(const char *text)
{
    return parse(text).start.first;
}

/* Each form holds on its first and on its last day, but not on the days before and after them. */
START_TEST(a_date_is_known_to_hold_from_its_first_day_to_its_last)
{
    static const struct {
        const char *text, *first, *last; /* "": open */
    } cases[] = {
        {"2021", "2021-01-01", "2021-12-31"},
        {"2021-08", "2021-08-01", "2021-08-31"},
        {"2020-02", "2020-02-01", "2020-02-29"},
        {"2021-08-15", "2021-08-15", "2021-08-15"},
        {"199X", "1990-01-01", "1999-12-31"},
        {"19XX", "1900-01-01", "1999-12-31"},
        {"2021?", "2021-01-01", "2021-12-31"},
        {"2021-08~", "2021-08-01", "2021-08-31"},
        {"2021-08-15%", "2021-08-15", "2021-08-15"},
        {"1990/1999", "1990-01-01", "1999-12-31"},
        {"2021-08/2022-01-02", "2021-08-01", "2022-01-02"},
        {"2021-09/..", "2021-09-01", ""},
        {"../2021-09", "", "2021-09-30"},
        {"2021-09/", "2021-09-01", "2021-09-30"},
        {"/2022-01", "2022-01-01", "2022-01-31"},
        {"2021-08-15~/", "2021-08-15", "2021-08-15"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date date = parse(cases[i].text);
        bool first = cases[i].first[0] != '\0', last = cases[i].last[0] != '\0';
        date_day low = first ? first_day(cases[i].first) : date_make_day(1, 1, 1);
        date_day high = last ? first_day(cases[i].last) : date_make_day(9999, 12, 31);
        ck_assert_msg(date_holds(&date, (struct date_span){low, low}), "%s", cases[i].text);
        ck_assert_msg(date_holds(&date, (struct date_span){high, high}), "%s", cases[i].text);
        ck_assert_msg(date_holds(&date, (struct date_span){low - 1, low - 1}) == !first, "%s",
                      cases[i].text);
        ck_assert_msg(date_holds(&date, (struct date_span){high + 1, high + 1}) == !last, "%s",
                      cases[i].text);
    }
}
END_TEST

START_TEST(uncertain_and_approximate_dates_are_distinguished)
{
    const struct date uncertain = parse("2021?"), approximate = parse("2020/2021~");
    const struct date both = parse("2021%"), neither = parse("2021");
    ck_assert(date_is_uncertain(&uncertain) && !date_is_approximate(&uncertain));
    ck_assert(!date_is_uncertain(&approximate) && date_is_approximate(&approximate));
    ck_assert(date_is_uncertain(&both) && date_is_approximate(&both));
    ck_assert(!date_is_uncertain(&neither) && !date_is_approximate(&neither));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_error_has_a_text_of_its_own,
        days_follow_the_calendar,
        a_partial_date_is_a_span_of_days,
        qualifiers_say_how_sure_a_date_is,
        an_end_may_be_open_or_unknown,
        other_forms_are_rejected,
        nonexistent_days_are_rejected,
        an_interval_must_not_end_before_it_starts,
        what_was_meant_is_guessed,
        ended_dates_are_distinguished,
        a_date_is_known_to_hold_from_its_first_day_to_its_last,
        uncertain_and_approximate_dates_are_distinguished,
    };
    return fixture_run("date", tests, sizeof tests / sizeof *tests);
}
