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

/* Widths measured by Chromium at 10 points: the larger of those in Liberation Sans and DejaVu
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

START_TEST(marks_and_bidirectional_controls_have_no_width)
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
    ck_assert_double_le(width_of("한국"), 2.4 * SIZE);
    ck_assert_double_ge(width_of("🔥"), 1.2 * SIZE);
    ck_assert_double_le(width_of("🔥"), 1.5 * SIZE);
}
END_TEST

/* Decoding, on which everything else depends. */

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
    {"\xE2\x82\xAC", 2, UTF8_REPLACEMENT, 2},     /* truncated */
    {"\xE2\x82z", 3, UTF8_REPLACEMENT, 2},        /* interrupted */
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

/* Shortening. */

static size_t fit(const char *text, double width)
{
    return metrics_fit(text, strlen(text), SIZE, METRICS_REGULAR, width);
}

START_TEST(fitting_text_is_as_long_as_possible)
{
    const char *text = "جبهه مقاومت ملی افغانستان";

    for (double width = 0.0; width < width_of(text); width += 0.7) {
        size_t length = fit(text, width);

        ck_assert_double_le(metrics_width(text, length, SIZE, METRICS_REGULAR), width);
        ck_assert_uint_ne((unsigned char)text[length] & 0xC0, 0x80);
        const char *next = text + length;
        utf8_next(&next, text + strlen(text));
        ck_assert_double_gt(metrics_width(text, (size_t)(next - text), SIZE, METRICS_REGULAR),
                            width);
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

START_TEST(a_huge_text_is_measured)
{
    enum { HUGE_LENGTH = 4000000 };
    static const char *const patterns[] = {"a", "ab ", "\xFF", "a-", "ا", " "};
    size_t step = strlen(patterns[_i]);
    char *text = malloc(HUGE_LENGTH + 1);
    size_t length = HUGE_LENGTH / step * step;

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < length; i += step)
        memcpy(text + i, patterns[_i], step);
    text[length] = '\0';
    ck_assert_double_ge(metrics_width(text, length, SIZE, METRICS_BOLD), (double)length);
    ck_assert_double_le(metrics_width(text, length, SIZE, METRICS_BOLD),
                        2 * SIZE * (double)length);
    ck_assert_uint_gt(fit(text, 100.0), 0);
    ck_assert_uint_le(fit(text, 100.0), 100);
    free(text);
}
END_TEST

static Suite *metrics_suite(void)
{
    Suite *suite = suite_create("metrics");
    TCase *widths = tcase_create("widths");
    TCase *shortening = tcase_create("shortening");

    tcase_add_loop_test(widths, widths_are_those_of_real_fonts, 0,
                        sizeof measured / sizeof *measured);
    tcase_add_test(widths, widths_grow_with_the_size);
    tcase_add_test(widths, an_empty_text_has_no_width);
    tcase_add_test(widths, marks_and_bidirectional_controls_have_no_width);
    tcase_add_test(widths, joined_letters_are_narrower);
    tcase_add_test(widths, bytes_that_are_not_utf8_count_as_replacements);
    tcase_add_test(widths, a_wide_script_without_a_font_is_not_too_narrow);
    tcase_add_loop_test(widths, decodes_a_code_point, 0, sizeof decoded / sizeof *decoded);
    suite_add_tcase(suite, widths);

    tcase_add_test(shortening, fitting_text_is_as_long_as_possible);
    tcase_add_test(shortening, marks_stay_with_their_letter);
    tcase_add_loop_test(shortening, a_huge_text_is_measured, 0, 6);
    tcase_set_timeout(shortening, 600);
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
