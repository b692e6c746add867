/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/utf8.h"
#include "scene/metrics.h"

#define SIZE 10.0

/* What Chromium measured at 10 points: the larger of the widths in Liberation Sans and DejaVu
   Sans, regular and bold. */
static const struct measured {
    const char *text;
    double regular;
    double bold;
} measured[] = {
    {"Iran", 19.53, 22.52},
    {"Taliban", 34.95, 40.16},
    {"Islamic Revolutionary Guard Corps", 173.00, 195.30},
    {"ISI/MI6/CIA", 53.70, 61.38},
    {"Łódź, Đặng, İstanbul, Šumava", 149.58, 168.30},
    {"Соединённые Штаты Америки", 161.13, 176.76},
    {"Корпус стражей исламской революции", 207.86, 228.75},
    {"Εθνικό Μέτωπο Αντίστασης", 139.67, 157.42},
    {"طالبان", 27.46, 33.30},
    {"سپاه پاسداران انقلاب اسلامی", 123.22, 147.47},
    {"نمی\u200Cپذیرد", 37.69, 45.21},
    {"Kabul (کابل)", 57.12, 67.08},
    {"A ≠ B ✕ C", 50.16, 53.38},
};

static double width_of(const char *text)
{
    return metrics_width(text, strlen(text), SIZE, METRICS_REGULAR);
}

static void assert_near(double width, double truth)
{
    ck_assert_double_ge(width, 0.98 * truth);
    ck_assert_double_le(width, 1.12 * truth);
}

START_TEST(widths_are_those_of_real_fonts)
{
    const struct measured *m = &measured[_i];

    assert_near(metrics_width(m->text, strlen(m->text), SIZE, METRICS_REGULAR), m->regular);
    assert_near(metrics_width(m->text, strlen(m->text), SIZE, METRICS_BOLD), m->bold);
}
END_TEST

START_TEST(widths_grow_with_the_size)
{
    ck_assert_double_eq_tol(metrics_width("Kabul", 5, 20.0, METRICS_BOLD),
                            2.0 * metrics_width("Kabul", 5, 10.0, METRICS_BOLD), 1e-9);
}
END_TEST

START_TEST(an_empty_text_has_no_width)
{
    ck_assert_double_eq(width_of(""), 0.0);
}
END_TEST

START_TEST(marks_and_controls_of_direction_take_no_room)
{
    ck_assert_double_eq(width_of("e\u0301"), width_of("e"));
    ck_assert_double_eq(width_of("\u2067کابل\u2069"), width_of("کابل"));
    ck_assert_double_eq(width_of("طَالِبَان"), width_of("طالبان"));
}
END_TEST

START_TEST(joined_letters_are_narrower)
{
    ck_assert_double_lt(width_of("سس"), 2.0 * width_of("س"));
    ck_assert_double_eq(width_of("س\u200Cس"), 2.0 * width_of("س"));
    ck_assert_double_eq(width_of("دد"), 2.0 * width_of("د"));
}
END_TEST

START_TEST(bytes_that_are_not_utf8_count_as_replacements)
{
    ck_assert_double_eq(width_of("\xFF"), width_of("\uFFFD"));
    ck_assert_double_eq(width_of("a\xC3"), width_of("a\uFFFD"));
    ck_assert_double_eq(width_of("\xED\xA0\x80"), 3.0 * width_of("\uFFFD"));
}
END_TEST

START_TEST(a_wide_script_without_a_font_is_not_too_narrow)
{
    ck_assert_double_eq(width_of("抵抗"), 2.0 * SIZE);
    ck_assert_double_ge(width_of("한국"), 2.0 * SIZE);
    ck_assert_double_ge(width_of("🔥"), 1.2 * SIZE);
}
END_TEST

/* Decoding, on which all of this rests. */

static uint32_t first_of(const char *bytes, size_t length, size_t *taken)
{
    const char *next = bytes;
    uint32_t code = utf8_next(&next, bytes + length);

    *taken = (size_t)(next - bytes);
    return code;
}

static const struct decoded {
    const char *bytes;
    size_t length;
    uint32_t code;
    size_t taken;
} decoded[] = {
    {"a", 1, 'a', 1},
    {"", 1, 0, 1},
    {"\xC3\xA9", 2, 0xE9, 2},
    {"\xE2\x82\xAC", 3, 0x20AC, 3},
    {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4},
    {"\xE2\x82\xAC", 2, UTF8_REPLACEMENT, 2},     /* cut off */
    {"\xE2\x82z", 3, UTF8_REPLACEMENT, 2},        /* broken off */
    {"\x80", 1, UTF8_REPLACEMENT, 1},             /* stray */
    {"\xC0\x80", 2, UTF8_REPLACEMENT, 1},         /* overlong */
    {"\xED\xA0\x80", 3, UTF8_REPLACEMENT, 1},     /* surrogate */
    {"\xF4\x90\x80\x80", 4, UTF8_REPLACEMENT, 1}, /* above U+10FFFF */
};

START_TEST(decodes_a_code_point)
{
    const struct decoded *d = &decoded[_i];
    size_t taken;

    ck_assert_uint_eq(first_of(d->bytes, d->length, &taken), d->code);
    ck_assert_uint_eq(taken, d->taken);
}
END_TEST

/* Wrapping. */

static void assert_wraps(const char *text, double aim, size_t max_lines, const char *expected[])
{
    struct metrics_line lines[METRICS_MAX_LINES];
    size_t count = metrics_wrap(text, SIZE, METRICS_REGULAR, aim, lines, max_lines);

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

START_TEST(the_widest_line_is_as_narrow_as_can_be)
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
    ck_assert_uint_eq(metrics_wrap("one two", SIZE, METRICS_REGULAR, 20.0, NULL, 0), 0);
}
END_TEST

START_TEST(lines_break_after_hyphens_and_slashes_within_words)
{
    assert_wraps("non-recognition", 60.0, 3, LINES("non-", "recognition"));
    assert_wraps("Pakistan/Tajikistan", 60.0, 3, LINES("Pakistan/", "Tajikistan"));
    assert_wraps("from -5 to", 20.0, 4, LINES("from", "-5", "to"));
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
    struct metrics_line lines[2];

    ck_assert_uint_eq(metrics_wrap("", SIZE, METRICS_REGULAR, 50.0, lines, 2), 0);
    ck_assert_uint_eq(metrics_wrap(" \n\t ", SIZE, METRICS_REGULAR, 50.0, lines, 2), 0);
}
END_TEST

/* Shortening. */

static size_t fit(const char *text, double width)
{
    return metrics_fit(text, strlen(text), SIZE, METRICS_REGULAR, width);
}

START_TEST(what_fits_is_not_wider_and_one_more_would_be)
{
    const char *text = "جبهه مقاومت ملی افغانستان";

    for (double width = 0.0; width < width_of(text); width += 0.7) {
        size_t length = fit(text, width);

        ck_assert_double_le(metrics_width(text, length, SIZE, METRICS_REGULAR), width);
        ck_assert_uint_ne((unsigned char)text[length] & 0xC0, 0x80);
    }
    ck_assert_uint_eq(fit("Kabul", width_of("Kabul")), 5);
    ck_assert_uint_eq(fit("Kabul", width_of("Kabul") - 0.01), 4);
}
END_TEST

START_TEST(marks_stay_with_their_letter)
{
    ck_assert_uint_eq(fit("e\u0301e\u0301", width_of("e")), strlen("e\u0301"));
    ck_assert_uint_eq(fit("e\u0301", 1.0), 0);
    ck_assert_uint_eq(fit("👨\u200D👩 x", width_of("👨")), 0);
}
END_TEST

START_TEST(a_huge_text_is_measured_and_wrapped)
{
    enum { HUGE_LENGTH = 4000000 };
    static const char *const patterns[] = {"a", "ab ", "\xFF", "a-", "ا", " "};
    size_t step = strlen(patterns[_i]);
    struct metrics_line lines[3];
    char *text = malloc(HUGE_LENGTH + 1);
    size_t length = HUGE_LENGTH / step * step;
    size_t count;

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < length; i += step)
        memcpy(text + i, patterns[_i], step);
    text[length] = '\0';
    ck_assert_double_ge(metrics_width(text, length, SIZE, METRICS_BOLD), (double)length);
    ck_assert_uint_le(fit(text, 100.0), 100);
    count = metrics_wrap(text, SIZE, METRICS_REGULAR, 80.0, lines, 3);
    ck_assert_uint_le(count, 3);
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_le(lines[i].start + lines[i].length, length);
    free(text);
}
END_TEST

static Suite *metrics_suite(void)
{
    Suite *suite = suite_create("metrics");
    TCase *widths = tcase_create("widths");
    TCase *wrapping = tcase_create("wrapping");
    TCase *shortening = tcase_create("shortening");

    tcase_add_loop_test(widths, widths_are_those_of_real_fonts, 0,
                        sizeof measured / sizeof *measured);
    tcase_add_test(widths, widths_grow_with_the_size);
    tcase_add_test(widths, an_empty_text_has_no_width);
    tcase_add_test(widths, marks_and_controls_of_direction_take_no_room);
    tcase_add_test(widths, joined_letters_are_narrower);
    tcase_add_test(widths, bytes_that_are_not_utf8_count_as_replacements);
    tcase_add_test(widths, a_wide_script_without_a_font_is_not_too_narrow);
    tcase_add_loop_test(widths, decodes_a_code_point, 0, sizeof decoded / sizeof *decoded);
    suite_add_tcase(suite, widths);

    tcase_add_test(wrapping, a_text_that_fits_stays_in_one_line);
    tcase_add_test(wrapping, the_widest_line_is_as_narrow_as_can_be);
    tcase_add_test(wrapping, lines_are_even);
    tcase_add_test(wrapping, more_text_than_lines_makes_wider_lines);
    tcase_add_test(wrapping, lines_break_after_hyphens_and_slashes_within_words);
    tcase_add_test(wrapping, a_word_is_broken_only_beyond_twice_the_aim);
    tcase_add_test(wrapping, a_blank_text_has_no_lines);
    suite_add_tcase(suite, wrapping);

    tcase_add_test(shortening, what_fits_is_not_wider_and_one_more_would_be);
    tcase_add_test(shortening, marks_stay_with_their_letter);
    tcase_add_loop_test(shortening, a_huge_text_is_measured_and_wrapped, 0, 6);
    tcase_set_timeout(shortening, 60);
    suite_add_tcase(suite, shortening);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(metrics_suite());
    int failures;

    srunner_run_all(runner, CK_ENV);
    failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
