/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/text/suggestion.h"
#include "fixture.h"

static const char *nearest(const char *word, const char *const candidates[])
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; candidates[i] != NULL; i++)
        suggestion_offer(&suggestion, candidates[i]);
    return suggestion.best;
}

START_TEST(a_distance_counts_typing_errors)
{
    static const struct {
        const char *a, *b;
        size_t distance;
    } cases[] = {
        {"taliban", "taliban", 0},
        {"taliban", "taleban", 1},
        {"taliban", "talban", 1},
        {"taliban", "talibann", 1},
        {"taliban", "tailban", 1},
        {"taliban", "tlaeban", 2},
        {"", "abc", 3},
        {"abc", "", 3},
        {"", "", 0},
        {"PDF", "pdf", 0}, /* case doesn't count */
        {"TailBan", "taliban", 1},
        {"ca", "abc", 3}, /* restricted: swapped letters are not edited again */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(suggestion_distance(cases[i].a, cases[i].b, 9), cases[i].distance);
}
END_TEST

START_TEST(a_distance_stops_at_its_limit)
{
    ck_assert_uint_eq(suggestion_distance("abcdef", "uvwxyz", 3), 3);
    ck_assert_uint_eq(suggestion_distance("a", "abcdef", 2), 2);
    ck_assert_uint_eq(suggestion_distance("abcdef", "abcxyz", 3), 3);
}
END_TEST

START_TEST(the_nearest_word_is_suggested)
{
    static const char *const candidates[] = {"relation", "exclude", "form",
                                             "format",   "from",    NULL};
    ck_assert_str_eq(nearest("relatoin", candidates), "relation");
    ck_assert_str_eq(nearest("fromat", candidates), "format");
    ck_assert_str_eq(nearest("frm", candidates), "form"); /* of two, the one offered first */
    ck_assert_str_eq(nearest("from", candidates), "from");
    ck_assert_ptr_null(nearest("zzz", candidates));
    ck_assert_ptr_null(nearest("", candidates));
    static const char *const signs[] = {"+", "-", "bb", NULL};
    ck_assert_ptr_null(nearest("2", signs)); /* nothing is the same */
    ck_assert_str_eq(nearest("b", signs), "bb");
}
END_TEST

START_TEST(a_short_word_may_be_wrong_in_one_letter)
{
    static const char *const candidates[] = {"uk", "us", "un", NULL};
    ck_assert_str_eq(nearest("usa", candidates), "us");
    ck_assert_ptr_null(nearest("xy", candidates));
}
END_TEST

START_TEST(very_long_words_are_ignored)
{
    char word[100];
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    const char *const candidates[] = {word, NULL};
    ck_assert_ptr_null(nearest(word, candidates));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_distance_counts_typing_errors, a_distance_stops_at_its_limit,
        the_nearest_word_is_suggested,   a_short_word_may_be_wrong_in_one_letter,
        very_long_words_are_ignored,
    };
    return fixture_run("suggestion", tests, sizeof tests / sizeof *tests);
}
