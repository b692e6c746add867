/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "scene/metrics.h"
#include "scene/wrap.h"

#define SIZE 10.0

static double width_of(const char *text)
{
    return metrics_width(text, strlen(text), SIZE, METRICS_REGULAR);
}

static void assert_wraps(const char *text, double aim, size_t max_lines, const char *expected[])
{
    struct wrap_line lines[WRAP_MAX_LINES];
    size_t count = wrap_text(text, SIZE, METRICS_REGULAR, aim, lines, max_lines);

    for (size_t i = 0; i < count; i++) {
        ck_assert_ptr_nonnull(expected[i]);
        ck_assert_uint_eq(lines[i].length, strlen(expected[i]));
        ck_assert_mem_eq(text + lines[i].start, expected[i], lines[i].length);
        ck_assert_double_eq(lines[i].width, width_of(expected[i]));
    }
    ck_assert_ptr_null(expected[count]);
}

#define LINES(...) ((const char *[]){__VA_ARGS__, NULL})

START_TEST(a_text_that_fits_stays_in_one_line)
{
    assert_wraps("Ismail Khan", 80.0, 3, LINES("Ismail Khan"));
    assert_wraps("  Ismail   Khan\n", 90.0, 3, LINES("Ismail   Khan"));
}
END_TEST

static void assert_fills(const char *text, double width, const char *expected[])
{
    struct wrap_lines lines = {NULL, 0, 0};
    ck_assert_int_eq(wrap_fill(text, 0, strlen(text), SIZE, METRICS_REGULAR, width, &lines),
                     STATUS_OK);
    for (size_t i = 0; i < lines.count; i++) {
        ck_assert_ptr_nonnull(expected[i]);
        ck_assert_uint_eq(lines.items[i].length, strlen(expected[i]));
        ck_assert_mem_eq(text + lines.items[i].start, expected[i], lines.items[i].length);
        ck_assert_double_le(lines.items[i].width, width);
    }
    ck_assert_ptr_null(expected[lines.count]);
    free(lines.items);
}

START_TEST(a_passage_fills_one_line_after_the_other)
{
    assert_fills("  Ministry of  Foreign Affairs\n", 80.0,
                 LINES("Ministry of", "Foreign Affairs"));
    assert_fills("aa bb cc dd ee ff", 55.0, LINES("aa bb cc", "dd ee ff"));
    assert_fills("a https://example.org/a/b", width_of("https://example.org/"),
                 LINES("a", "https://example.org/", "a/b"));
    assert_fills("x wwwwwwwwwwwwwwwwww", width_of("wwwwwww"),
                 LINES("x", "wwwwwww", "wwwwwww", "wwww"));
    assert_fills(" \n", 60.0, (const char *[]){NULL});
}
END_TEST

START_TEST(a_passage_has_as_many_lines_as_it_takes)
{
    struct buffer text = BUFFER_EMPTY;
    struct wrap_lines lines = {NULL, 0, 0};
    for (int i = 0; i < 5000; i++)
        buffer_text(&text, "word ");
    ck_assert_int_eq(wrap_fill(buffer_string(&text), 0, text.length, SIZE, METRICS_REGULAR,
                               width_of("word word"), &lines),
                     STATUS_OK);
    ck_assert_uint_eq(lines.count, 2500);
    free(lines.items);
    buffer_clear(&text);
}
END_TEST

START_TEST(the_widest_line_is_as_narrow_as_possible)
{
    assert_wraps("Ministry of Foreign Affairs of Iran", 120.0, 4,
                 LINES("Ministry of Foreign", "Affairs of Iran"));
    assert_wraps("Корпус стражей исламской революции", 130.0, 4,
                 LINES("Корпус стражей", "исламской революции"));
    assert_wraps("سپاه پاسداران انقلاب اسلامی", 80.0, 4, LINES("سپاه پاسداران", "انقلاب اسلامی"));
}
END_TEST

START_TEST(lines_are_even)
{
    assert_wraps("Afghanistan aa bb cc dd ee ff", 55.0, 3,
                 LINES("Afghanistan", "aa bb cc", "dd ee ff"));
    assert_wraps("aa bb cc dd ee ff Afghanistan", 55.0, 3,
                 LINES("aa bb cc", "dd ee ff", "Afghanistan"));
}
END_TEST

START_TEST(more_text_than_lines_makes_wider_lines)
{
    assert_wraps("one two three four five six", 20.0, 2, LINES("one two three", "four five six"));
    ck_assert_uint_eq(wrap_text("one two", SIZE, METRICS_REGULAR, 20.0, NULL, 0), 0);
}
END_TEST

START_TEST(lines_break_after_hyphens_and_slashes_within_words)
{
    assert_wraps("non-recognition", 60.0, 3, LINES("non-", "recognition"));
    assert_wraps("Pakistan/Tajikistan", 60.0, 3, LINES("Pakistan/", "Tajikistan"));
    assert_wraps("from -5 to", 20.0, 4, LINES("from", "-5", "to"));
    assert_wraps("non\u2010recognition", 60.0, 3, LINES("non\u2010", "recognition"));
    assert_wraps("Norland\u2013Southland", 60.0, 3, LINES("Norland\u2013", "Southland"));
    assert_wraps("Norland\u2014Southland", 60.0, 3, LINES("Norland\u2014", "Southland"));
    assert_wraps("non\u2011recognition", 60.0, 3, LINES("non\u2011recognition"));
    assert_wraps("Norland\u2015Southland", 60.0, 3, LINES("Norland\u2015Southland"));
}
END_TEST

/* A no-break space, U+00A0, U+2007 and U+202F, keeps words together. */
START_TEST(lines_break_at_spaces_of_every_script)
{
    static const char *const spaces[] = {" ",      "\t",     "\n",     "\u1680",
                                         "\u2000", "\u200a", "\u200b", "\u2028",
                                         "\u2029", "\u205f", "\u3000"};
    static const char *const joined[] = {"\u00a0", "\u2007", "\u202f"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        char text[32];
        sprintf(text, "Ismail%sKhan", spaces[i]);
        assert_wraps(text, 40.0, 3, LINES("Ismail", "Khan"));
    }
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        char text[32];
        sprintf(text, "Ismail%sKhan", joined[i]);
        assert_wraps(text, 40.0, 3, LINES(text));
    }
}
END_TEST

START_TEST(lines_break_between_ideographs)
{
    static const char *const pairs[] = {"\u2e80\u2fdf", "\u3041\u30ff", "\u3400\u4dbf",
                                        "\u4e00\u9fff", "\uf900\ufaff", "\U00020000\U0003ffff"};
    static const char *const others[] = {"\u2e7f\u2e7f", "\u3040\u3040", "\ufb00\ufb00"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct wrap_line lines[3];
        ck_assert_uint_eq(wrap_text(pairs[i], SIZE, METRICS_REGULAR, 9.0, lines, 3), 2);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct wrap_line lines[3];
        ck_assert_uint_eq(wrap_text(others[i], SIZE, METRICS_REGULAR, 11.0, lines, 3), 1);
    }
}
END_TEST

/* A line has at least one character, however narrow it is. */
START_TEST(a_character_wider_than_the_line_is_alone)
{
    assert_wraps("WWW", 1.0, 3, LINES("W", "W", "W"));
    assert_fills("WW", 1.0 * 20, LINES("WW"));
}
END_TEST

START_TEST(a_word_is_broken_only_beyond_twice_the_aim)
{
    assert_wraps("recognition", 40.0, 3, LINES("recognition"));
    assert_wraps("recognition", 25.0, 3, LINES("reco", "gniti", "on"));
    assert_wraps("国民抵抗戦線", 30.0, 3, LINES("国民抵", "抗戦線"));
}
END_TEST

START_TEST(a_blank_text_has_no_lines)
{
    struct wrap_line lines[2];

    ck_assert_uint_eq(wrap_text("", SIZE, METRICS_REGULAR, 50.0, lines, 2), 0);
    ck_assert_uint_eq(wrap_text(" \n\t ", SIZE, METRICS_REGULAR, 50.0, lines, 2), 0);
}
END_TEST

START_TEST(a_huge_text_is_wrapped)
{
    enum { HUGE_LENGTH = 4000000 };
    static const char *const patterns[] = {"a", "ab ", "\xFF", "a-", "ا", " "};
    size_t step = strlen(patterns[_i]);
    struct wrap_line lines[3];
    char *text = malloc(HUGE_LENGTH + 1);
    size_t length = HUGE_LENGTH / step * step;
    size_t count;

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < length; i += step)
        memcpy(text + i, patterns[_i], step);
    text[length] = '\0';
    count = wrap_text(text, SIZE, METRICS_REGULAR, 80.0, lines, 3);
    if (patterns[_i][0] == ' ') {
        ck_assert_uint_eq(count, 0);
    } else { /* the lines are the whole text */
        ck_assert(count > 1 && count <= 3);
        ck_assert_uint_eq(lines[0].start, 0);
        for (size_t i = 1; i < count; i++) {
            size_t end = lines[i - 1].start + lines[i - 1].length;
            ck_assert(lines[i].start == end + (text[end] == ' '));
        }
        size_t end = lines[count - 1].start + lines[count - 1].length;
        ck_assert(end + (text[length - 1] == ' ') == length);
    }
    free(text);
}
END_TEST

/* A text of COUNT words, with a word wider than the lines in the middle. */
static char *make_text(size_t count)
{
    char *text = calloc(count + 1, 16);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0, at = 0; i < count; i++)
        at += (size_t)sprintf(text + at, "%s", i == count / 2 ? "Donaudampfschiff " : "od nad ");
    return text;
}

/* No line is wider than asked, and no letter is lost. */
START_TEST(a_text_of_any_length_is_wrapped_whole)
{
    static const size_t counts[] = {0, 1, 3, 40, 300, 5000};
    char *text = make_text(counts[_i]);
    struct wrap_lines lines = {.items = NULL};
    size_t next = 0;
    ck_assert_int_eq(wrap_whole(text, SIZE, METRICS_REGULAR, 60, &lines), STATUS_OK);
    for (size_t i = 0; i < lines.count; i++) {
        const struct wrap_line *line = &lines.items[i];
        ck_assert_double_le(line->width, 60);
        ck_assert_uint_eq(strspn(text + next, " ") + next, line->start);
        next = line->start + line->length;
    }
    ck_assert_uint_eq(strspn(text + next, " ") + next, strlen(text));
    wrap_clear(&lines);
    free(text);
}
END_TEST

static Suite *wrap_suite(void)
{
    Suite *suite = suite_create("wrap");
    TCase *wrapping = tcase_create("wrapping");
    tcase_add_test(wrapping, a_text_that_fits_stays_in_one_line);
    tcase_add_test(wrapping, the_widest_line_is_as_narrow_as_possible);
    tcase_add_test(wrapping, a_passage_fills_one_line_after_the_other);
    tcase_add_test(wrapping, a_passage_has_as_many_lines_as_it_takes);
    tcase_add_test(wrapping, lines_are_even);
    tcase_add_test(wrapping, more_text_than_lines_makes_wider_lines);
    tcase_add_test(wrapping, lines_break_after_hyphens_and_slashes_within_words);
    tcase_add_test(wrapping, lines_break_at_spaces_of_every_script);
    tcase_add_test(wrapping, lines_break_between_ideographs);
    tcase_add_test(wrapping, a_character_wider_than_the_line_is_alone);
    tcase_add_test(wrapping, a_word_is_broken_only_beyond_twice_the_aim);
    tcase_add_test(wrapping, a_blank_text_has_no_lines);
    tcase_set_timeout(wrapping, 600);
    tcase_add_loop_test(wrapping, a_huge_text_is_wrapped, 0, 6);
    tcase_add_loop_test(wrapping, a_text_of_any_length_is_wrapped_whole, 0, 6);
    suite_add_tcase(suite, wrapping);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(wrap_suite());
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
