/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/stroke.h"
#include "render/svg.h"

static const struct {
    const char *text, *escaped;
} cases[] = {
    {"plain", "plain"},
    {"<script>alert('x')</script>", "&lt;script&gt;alert('x')&lt;/script&gt;"},
    {"a \"b\" & c", "a &quot;b&quot; &amp; c"},
    {"&#1;", "&amp;#1;"},
    {"bell \a end", "bell \xef\xbf\xbd end"},
    {"bad \xff byte", "bad \xef\xbf\xbd byte"},
    {"half \xd8", "half \xef\xbf\xbd"},
    {"ایران", "ایران"},
    {"safe\u202egpj.exe", "safe\xef\xbf\xbdgpj.exe"},
    {"\u2066a\u2069", "\xef\xbf\xbd"
                      "a\xef\xbf\xbd"},
    {"\u2068a & b\u2069", "\u2068a &amp; b\u2069"},
    {"a\u2069 & \u2068", "a\xef\xbf\xbd &amp; \xef\xbf\xbd"},
    {"C1 \xc2\x9b", "C1 \xef\xbf\xbd"},
    {"marks \u200e\u200f\u200c stay", "marks \u200e\u200f\u200c stay"},
};

START_TEST(text_is_escaped)
{
    struct buffer out = BUFFER_EMPTY;
    svg_escape(&out, cases[_i].text);
    ck_assert_str_eq(buffer_string(&out), cases[_i].escaped);
    buffer_clear(&out);
}
END_TEST

/* Class names are separated by white space, and style sheets must be able to refer to them. */
static const struct {
    const char *word, *written;
} words[] = {
    {"", ""},
    {"support", " support"},
    {"arms-and funds_2, more", " arms-and-funds-2--more"},
    {"x\" onload=\"y", " x--onload--y"},
    {"наёмники-ایران\u200cها-\U0001f54a", " наёмники-ایران\u200cها-\U0001f54a"},
    {"C1 \xc2\x9b\xc2\x85 DEL \x7f", " C1----DEL--"},
    {"blank \u00a0\u2003\u3000\u2028", " blank-----"},
    {"none \u200b\ufeff\u180e\U000e0041\u202e", " none------"},
    {"no character \uffff\U0001fffe\xff", " no-character--\U0001fffe-"},
};

START_TEST(a_class_is_a_word)
{
    struct buffer out = BUFFER_EMPTY;
    svg_class(&out, words[_i].word);
    ck_assert_str_eq(buffer_string(&out), words[_i].written);
    buffer_clear(&out);
}
END_TEST

START_TEST(numbers_are_short_and_the_same_in_every_locale)
{
    static const struct {
        double number;
        const char *text;
    } numbers[] = {{0, "0"},
                   {-0.001, "0"},
                   {1.5, "1.5"},
                   {-12.345, "-12.35"},
                   {100, "100"},
                   {0.07, "0.07"},
                   {1234567.891, "1234567.89"}};
    setlocale(LC_ALL, "de_DE.UTF-8");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct buffer out = BUFFER_EMPTY;
        svg_number(&out, numbers[i].number);
        ck_assert_str_eq(buffer_string(&out), numbers[i].text);
        buffer_clear(&out);
    }
    setlocale(LC_ALL, "C");
}
END_TEST

/* The first dash of a line, and the sum of its dashes and gaps; both 0 if it is solid. */
struct dashes {
    double first, period;
};

static struct dashes draw_dashed(enum evidence evidence, unsigned weight, double length,
                                 const struct box *gap)
{
    struct buffer out = BUFFER_EMPTY;
    struct cubic line = {{{0, 0}, {length / 3, 0}, {2 * length / 3, 0}, {length, 0}}};
    const struct stroke stroke = {.type = TYPE_SUPPORT, .evidence = evidence, .weight = weight};
    struct dashes dashes = {0, 0};
    stroke_draw(&out, &stroke, &line, 1,
                &(struct stroke_gaps){.boxes = gap, .count = gap != NULL});
    char *at = strstr(buffer_string(&out), "dasharray=\"");
    for (at = at != NULL ? at + strlen("dasharray=\"") : NULL; at != NULL && *at != '"';) {
        double value = strtod(at, &at);
        dashes.first = dashes.period == 0 ? value : dashes.first;
        dashes.period += value;
    }
    buffer_clear(&out);
    return dashes;
}

/* Also where a label leaves only a part of the line. */
START_TEST(a_dashed_line_has_three_periods_and_ends_with_a_dash)
{
    static const double lengths[] = {3, 12, 30, 77, 500};
    enum evidence evidence = (enum evidence)_i;
    for (unsigned weight = 1; weight <= 5; weight++)
        for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
            double length = lengths[i];
            const struct box gap = {{length * 0.6, -5}, {length * 2, 5}};
            struct dashes whole = draw_dashed(evidence, weight, length, NULL);
            struct dashes part = draw_dashed(evidence, weight, length, &gap);
            if (evidence == EVIDENCE_ASSERTED) {
                ck_assert_double_eq(whole.period, 0);
                continue;
            }
            double periods = (length - whole.first) / whole.period;
            ck_assert_double_ge(periods, 2.9);
            /* Numbers are rounded to hundredths. */
            ck_assert_double_le(fabs(periods - round(periods)),
                                0.02 + periods * 0.02 / whole.period);
            ck_assert_double_ge((length * 0.6 - part.first) / part.period, 2.8);
        }
}
END_TEST

/* A wider line has a longer period; suspected and disputed lines have different patterns. */
START_TEST(patterns_follow_the_width_and_differ)
{
    for (int i = 0; i < EVIDENCES; i++) {
        struct dashes thin = draw_dashed((enum evidence)i, 1, 600, NULL);
        struct dashes wide = draw_dashed((enum evidence)i, 5, 600, NULL);
        if (i != EVIDENCE_ASSERTED)
            ck_assert_double_eq_tol(wide.period / thin.period, style_width(5) / style_width(1),
                                    0.3);
        for (int j = 0; j < i; j++)
            ck_assert_double_ge(fabs(draw_dashed((enum evidence)j, 3, 600, NULL).period -
                                     draw_dashed((enum evidence)i, 3, 600, NULL).period),
                                0.5);
    }
}
END_TEST

/* A line shorter than its heads is still a line, and nothing is drawn at "nan". */
START_TEST(a_very_short_line_can_be_drawn)
{
    struct buffer out = BUFFER_EMPTY;
    struct cubic curves[] = {{{{0, 0}, {0.1, 0}, {0.2, 0}, {0.3, 0}}},
                             {{{0.3, 0}, {0.3, 0}, {0.3, 0}, {0.3, 0}}}};
    const struct stroke stroke = {TYPE_HOSTILITY, EVIDENCE_DISPUTED, 5, HEAD_TEE, HEAD_TEE, NULL};
    stroke_draw(&out, &stroke, curves, 2, &(struct stroke_gaps){.count = 0});
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "<path"));
    ck_assert_ptr_null(strstr(buffer_string(&out), "nan"));
    buffer_clear(&out);
}
END_TEST

/* A line with a label on it is one path with a gap for the label. */
START_TEST(a_line_stops_at_its_label)
{
    struct buffer out = BUFFER_EMPTY;
    struct cubic line = {{{0, 0}, {30, 0}, {60, 0}, {90, 0}}};
    const struct box gap = {{30, -5}, {60, 5}}, all = {{-10, -5}, {100, 5}};
    const struct stroke stroke = {.type = TYPE_SUPPORT, .weight = 1};
    stroke_draw(&out, &stroke, &line, 1, &(struct stroke_gaps){.boxes = &gap, .count = 1});
    ck_assert_ptr_nonnull(
        strstr(buffer_string(&out), "d=\"M0,0C10,0 20,0 30,0M60,0C70,0 80,0 90,0\""));
    buffer_clear(&out);
    stroke_draw(&out, &stroke, &line, 1,
                &(struct stroke_gaps){.boxes = &all, .count = 1}); /* which would leave nothing */
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "d=\"M0,0C30,0 60,0 90,0\""));
    buffer_clear(&out);
}
END_TEST

/* A node hides what the gap leaves. */
START_TEST(a_line_does_not_vanish_between_a_gap_and_a_node)
{
    struct buffer out = BUFFER_EMPTY;
    struct cubic line = {{{0, 0}, {30, 0}, {60, 0}, {90, 0}}};
    const struct box gap = {{20, -5}, {100, 5}}, node = {{-10, -5}, {18, 5}};
    const struct stroke stroke = {.type = TYPE_SUPPORT, .weight = 1};
    struct stroke_gaps gaps = {.boxes = &gap, .count = 1, .covers = &node};
    stroke_draw(&out, &stroke, &line, 1, &gaps);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), " 20,0\""));
    buffer_clear(&out);
    gaps.cover_count = 1;
    stroke_draw(&out, &stroke, &line, 1, &gaps);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "d=\"M0,0C30,0 60,0 90,0\""));
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("svg");
    TCase *markup = tcase_create("markup");
    tcase_add_loop_test(markup, text_is_escaped, 0, sizeof cases / sizeof *cases);
    tcase_add_loop_test(markup, a_class_is_a_word, 0, sizeof words / sizeof *words);
    tcase_add_test(markup, numbers_are_short_and_the_same_in_every_locale);
    tcase_add_loop_test(markup, a_dashed_line_has_three_periods_and_ends_with_a_dash, 0,
                        EVIDENCES);
    tcase_add_test(markup, patterns_follow_the_width_and_differ);
    tcase_add_test(markup, a_very_short_line_can_be_drawn);
    tcase_add_test(markup, a_line_stops_at_its_label);
    tcase_add_test(markup, a_line_does_not_vanish_between_a_gap_and_a_node);
    suite_add_tcase(suite, markup);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
