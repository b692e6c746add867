/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/times.h"

/* The relation r with these attributes and this content. */
static struct network *related(const char *attributes, const char *content)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "<support id='r' from='a' to='b' %s>%s</support>", attributes, content);
    struct network *network = fixture_network(buffer_string(&text));
    buffer_clear(&text);
    return network;
}

static void assert_times(const struct network *network, const struct date_span *span,
                         const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    struct times times;
    times_find(&times, network, 0, span);
    times_add(&out, &times, WORDING_ENGLISH);
    ck_assert_str_eq(buffer_string(&out), expected);
    times_clear(&times);
    buffer_clear(&out);
}

#define PERIOD(when) "<period when='" when "'/>"
#define CLAIMED(when, by, stance)                                                                \
    "<period when='" when "'><claim by='" by "' stance='" stance "'/></period>"

START_TEST(times_are_periods_without_what_is_between_them)
{
    static const char *const cases[][3] = {
        {"", "", ""},
        {"when='1998'", "", "in 1998"},
        {"when='1990/2010'", PERIOD("2001/2003"), "from 2001 to 2003"},
        {"", PERIOD("2005") PERIOD("2001/2003"), "from 2001 to 2003 and in 2005"},
        {"", PERIOD("2001") PERIOD("2005") PERIOD("2003"), "in 2001, in 2003 and in 2005"},
        {"", PERIOD("2001") PERIOD("2001"), "in 2001"},
        {"", PERIOD("2001") PERIOD("2002-01-01/2003"), "from 2001 to 2003"},
        {"", PERIOD("2001") PERIOD("2002-01-02/2003"), "in 2001 and from 2 January 2002 to 2003"},
        {"", PERIOD("2001/2009") PERIOD("2003") PERIOD("2008/2010"), "from 2001 to 2010"},
        {"", PERIOD("../1990") PERIOD("2000/.."), "until 1990 and since 2000"},
        {"", PERIOD("../1990") PERIOD("1980/.."), ""},
        {"", PERIOD("2000/..") PERIOD("2001"), "since 2000"},
        {"", PERIOD("1980") PERIOD("1990") PERIOD("2000") PERIOD("2010/2011"),
         "from 1980 to 2011, in 4 periods"},
        {"", PERIOD("../1980") PERIOD("1990") PERIOD("2000") PERIOD("2010/"), "in 4 periods"},
        {"", CLAIMED("2001", "paper", "asserts") CLAIMED("2003", "paper", "denies"), "in 2001"},
        {"", CLAIMED("2001", "paper", "denies") CLAIMED("2003", "paper", "denies"),
         "in 2001 and in 2003"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct network *network = related(cases[i][0], cases[i][1]);
        assert_times(network, NULL, cases[i][2]);
        network_free(network);
    }
}
END_TEST

START_TEST(times_in_a_span_are_the_periods_with_days_in_it)
{
    struct network *network =
        related("", PERIOD("2001") PERIOD("2003") CLAIMED("2005", "paper", "denies"));
    const struct date_span first = {date_make_day(2001, 12, 31), date_make_day(2002, 1, 1)};
    const struct date_span none = {date_make_day(2002, 1, 1), date_make_day(2002, 12, 31)};
    const struct date_span denied = {date_make_day(2005, 1, 1), date_make_day(2010, 1, 1)};
    assert_times(network, &first, "in 2001");
    assert_times(network, &none, "in 2001 and in 2003");
    assert_times(network, &denied, "in 2005");
    network_free(network);
}
END_TEST

static void assert_claimed(const char *content, const char *source, const char *expected)
{
    struct network *network = related("", content);
    const struct times_voice voice = {network_find_source(network, source), STANCE_ASSERTS,
                                      false};
    struct buffer out = BUFFER_EMPTY;
    struct times all;
    times_find(&all, network, 0, NULL);
    times_add_claimed(&out, &all, network, 0, NULL, voice, WORDING_ENGLISH);
    ck_assert_str_eq(buffer_string(&out), expected);
    times_clear(&all);
    buffer_clear(&out);
    network_free(network);
}

START_TEST(a_source_speaks_of_some_of_the_times)
{
    static const char some[] =
        CLAIMED("2001/2003", "paper", "asserts") CLAIMED("2005", "diary", "asserts")
            CLAIMED("2007", "paper", "denies") CLAIMED("2009", "paper", "asserts");
    assert_claimed(some, "paper", "periods: from 2001 to 2003, 2009");
    assert_claimed(some, "diary", "period: 2005");
    assert_claimed(some, "rumour", "");
    assert_claimed(CLAIMED("2001", "paper", "asserts"), "paper", "");
    assert_claimed(CLAIMED("2001", "paper", "asserts") PERIOD("2003")
                       CLAIMED("2003", "paper", "asserts"),
                   "paper", "");
    assert_claimed(CLAIMED("2001", "paper", "asserts")
                       PERIOD("2003") "<claim by='paper' stance='asserts'/>",
                   "paper", "");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        times_are_periods_without_what_is_between_them,
        times_in_a_span_are_the_periods_with_days_in_it,
        a_source_speaks_of_some_of_the_times,
    };
    return fixture_run("times", tests, sizeof tests / sizeof *tests);
}
