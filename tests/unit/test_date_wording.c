/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "model/date.h"
#include "scene/date_wording.h"

static void check_date(const char *date)
{
    struct date parsed;
    ck_assert_int_eq(date_parse(date, &parsed), DATE_VALID);
}

static void assert_words(struct buffer *words, const char *expected)
{
    ck_assert_str_eq(buffer_string(words), expected);
    buffer_clear(words);
}

/* To be read by eye, in each language. */
START_TEST(a_date_follows_a_clause)
{
    static const struct {
        const char *date, *words[WORDINGS];
    } cases[] = {
        {"1998", {"in 1998", "در 1998", "в 1998 году"}},
        {"2021-09", {"in September 2021", "در سپتامبر 2021", "в сентябре 2021 года"}},
        {"2021-08-05", {"on 5 August 2021", "در 5 اوت 2021", "5 августа 2021 года"}},
        {"199X", {"in the 1990s", "در دههٔ 1990", "в 1990-е годы"}},
        {"19XX",
         {"in the years 1900 to 1999", "در سال‌های 1900 تا 1999",
          "в 1900–1999 годах"}},
        {"2021?", {"perhaps in 2021", "شاید در 2021", "возможно, в 2021 году"}},
        {"2021~", {"around 2021", "حدود 2021", "около 2021 года"}},
        {"2021-08-15~",
         {"around 15 August 2021", "حدود 15 اوت 2021", "около 15 августа 2021 года"}},
        {"199X~", {"around the 1990s", "حدود دههٔ 1990", "около 1990-х годов"}},
        {"2021-08%",
         {"perhaps around August 2021", "شاید حدود اوت 2021",
          "возможно, около августа 2021 года"}},
        {"1990/1999", {"from 1990 to 1999", "از 1990 تا 1999", "с 1990 года до 1999 года"}},
        {"2021-08-15/2021-09-06",
         {"from 15 August 2021 to 6 September 2021", "از 15 اوت 2021 تا 6 سپتامبر 2021",
          "с 15 августа 2021 года до 6 сентября 2021 года"}},
        {"2019-05/2019-05", {"in May 2019", "در مهٔ 2019", "в мае 2019 года"}},
        {"2014~/..", {"since about 2014", "از حدود 2014", "примерно с 2014 года"}},
        {"2021-09/..", {"since September 2021", "از سپتامبر 2021", "с сентября 2021 года"}},
        {"2021-09/", {"from September 2021", "از سپتامبر 2021", "с сентября 2021 года"}},
        {"/2022-01", {"until January 2022", "تا ژانویهٔ 2022", "до января 2022 года"}},
        {"../2022-01", {"until January 2022", "تا ژانویهٔ 2022", "до января 2022 года"}},
        {"2021?/..", {"perhaps since 2021", "شاید از 2021", "возможно, с 2021 года"}},
        {"1990~/2001%",
         {"from about 1990 to perhaps about 2001", "از حدود 1990 تا شاید حدود 2001",
          "примерно с 1990 года, возможно, примерно до 2001 года"}},
        {"/199X?", {"perhaps until the 1990s", "شاید تا دههٔ 1990", "возможно, до 1990-х годов"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int wording = 0; wording < WORDINGS; wording++) {
            struct buffer words = BUFFER_EMPTY;
            check_date(cases[i].date);
            date_wording_add(&words, cases[i].date, (enum wording)wording, DATE_BRIEF);
            assert_words(&words, cases[i].words[wording]);
        }
}
END_TEST

START_TEST(an_open_end_differs_from_an_unknown_one)
{
    static const struct {
        const char *date, *words;
    } cases[] = {
        {"2021-09/..", "since September 2021"},
        {"2021-09/", "from September 2021 (end unknown)"},
        {"/2022-01", "until January 2022 (start unknown)"},
        {"../2022-01", "from the outset until January 2022"},
        {"1998", "in 1998"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer words = BUFFER_EMPTY;
        date_wording_add(&words, cases[i].date, WORDING_ENGLISH, DATE_FULL);
        assert_words(&words, cases[i].words);
    }
}
END_TEST

START_TEST(a_date_stands_by_itself)
{
    static const struct {
        const char *date, *words[WORDINGS];
    } cases[] = {
        {"2022-01-05", {"5 January 2022", "5 ژانویهٔ 2022", "5 января 2022"}},
        {"2022-01", {"January 2022", "ژانویهٔ 2022", "январь 2022"}},
        {"2022", {"2022", "2022", "2022"}},
        {"199X", {"1990s", "دههٔ 1990", "1990-е"}},
        {"2022~", {"about 2022", "حدود 2022", "примерно 2022"}},
        {"1990/1999", {"from 1990 to 1999", "از 1990 تا 1999", "с 1990 года до 1999 года"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int wording = 0; wording < WORDINGS; wording++) {
            struct buffer words = BUFFER_EMPTY;
            check_date(cases[i].date);
            date_wording_add_plain(&words, cases[i].date, (enum wording)wording);
            assert_words(&words, cases[i].words[wording]);
        }
}
END_TEST

START_TEST(each_month_has_its_name)
{
    static const struct {
        const char *date, *english, *russian;
    } cases[] = {
        {"2021-01", "in January 2021", "в январе 2021 года"},
        {"2021-02", "in February 2021", "в феврале 2021 года"},
        {"2021-03", "in March 2021", "в марте 2021 года"},
        {"2021-04", "in April 2021", "в апреле 2021 года"},
        {"2021-05", "in May 2021", "в мае 2021 года"},
        {"2021-06", "in June 2021", "в июне 2021 года"},
        {"2021-07", "in July 2021", "в июле 2021 года"},
        {"2021-08", "in August 2021", "в августе 2021 года"},
        {"2021-09", "in September 2021", "в сентябре 2021 года"},
        {"2021-10", "in October 2021", "в октябре 2021 года"},
        {"2021-11", "in November 2021", "в ноябре 2021 года"},
        {"2021-12", "in December 2021", "в декабре 2021 года"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer words = BUFFER_EMPTY;
        date_wording_add(&words, cases[i].date, WORDING_ENGLISH, DATE_BRIEF);
        assert_words(&words, cases[i].english);
        date_wording_add(&words, cases[i].date, WORDING_RUSSIAN, DATE_BRIEF);
        assert_words(&words, cases[i].russian);
    }
}
END_TEST

START_TEST(a_label_has_the_year)
{
    static const struct {
        const char *date, *words;
    } cases[] = {
        {"2021-08-15", "2021"},
        {"2021~", "c. 2021"},
        {"2021-08?", "2021?"},
        {"199X", "1990s"},
        {"199X%", "c. 1990s?"},
        {"..", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer words = BUFFER_EMPTY;
        date_wording_add_year(&words, cases[i].date, strlen(cases[i].date), WORDING_ENGLISH);
        assert_words(&words, cases[i].words);
    }
}
END_TEST

START_TEST(a_label_has_the_day)
{
    static const struct {
        const char *date, *words[WORDINGS];
    } cases[] = {
        {"2022-01-05", {"5 January", "5 ژانویه", "5 января"}},
        {"2022-01", {"January", "ژانویه", "январь"}},
        {"2022", {"2022", "2022", "2022"}},
        {"202X", {"2020s", "دههٔ 2020", "2020-е"}},
        {"2021-01-05", {"5 January 2021", "5 ژانویهٔ 2021", "5 января 2021"}},
        {"2022-01-05?", {"5 January?", "5 ژانویه؟", "5 января?"}},
        {"2022-01-05/2022-01-07", {"5–7 January", "5–7 ژانویه", "5–7 января"}},
        {"2022-01-05/2022-01-05", {"5 January", "5 ژانویه", "5 января"}},
        {"2022-01-05~/2022-01-07",
         {"c. 5 January – 7 January", "حدود 5 ژانویه – 7 ژانویه", "ок. 5 января – 7 января"}},
        {"2022-01-05/2022-02-05",
         {"5 January – 5 February", "5 ژانویه – 5 فوریه", "5 января – 5 февраля"}},
        {"2021-12-31/2022-02",
         {"31 December 2021 – February", "31 دسامبر 2021 – فوریه", "31 декабря 2021 – февраль"}},
        {"1990/1999", {"1990–1999", "1990–1999", "1990–1999"}},
        {"2022-01-05/..", {"since 5 January", "از 5 ژانویه", "с 5 января"}},
        {"2022-01/..", {"since January 2022", "از ژانویهٔ 2022", "с января 2022 года"}},
        {"2022-01-05/", {"from 5 January", "از 5 ژانویه", "с 5 января"}},
        {"/2022-01-05", {"until 5 January", "تا 5 ژانویه", "до 5 января"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int wording = 0; wording < WORDINGS; wording++) {
            struct buffer words = BUFFER_EMPTY;
            check_date(cases[i].date);
            date_wording_add_label(&words, cases[i].date, "2022-03", (enum wording)wording);
            assert_words(&words, cases[i].words[wording]);
        }
}
END_TEST

START_TEST(a_label_has_the_year_of_its_day_unless_it_is_known)
{
    struct buffer words = BUFFER_EMPTY;
    date_wording_add_label(&words, "2022-01-05", NULL, WORDING_ENGLISH);
    assert_words(&words, "5 January 2022");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_date_follows_a_clause,
        an_open_end_differs_from_an_unknown_one,
        a_date_stands_by_itself,
        each_month_has_its_name,
        a_label_has_the_year,
        a_label_has_the_day,
        a_label_has_the_year_of_its_day_unless_it_is_known,
    };
    return fixture_run("date_wording", tests, sizeof tests / sizeof *tests);
}
