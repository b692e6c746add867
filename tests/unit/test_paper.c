/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "scene/length.h"
#include "scene/paper.h"

static double length_of(const char *text)
{
    struct fixture_messages caught;
    double points = 0;
    fixture_messages_begin(&caught);
    enum status status = length_read("width", text, &caught.messages, &points);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_int_eq(status == STATUS_OK, printed[0] == '\0');
    return status == STATUS_OK ? points : -1;
}

START_TEST(a_length_has_a_unit)
{
    ck_assert_double_eq_tol(length_of("72pt"), 72, 1e-9);
    ck_assert_double_eq_tol(length_of("2in"), 144, 1e-9);
    ck_assert_double_eq_tol(length_of("25.4mm"), 72, 1e-9);
    ck_assert_double_eq_tol(length_of("2.54cm"), 72, 1e-9);
    ck_assert_double_eq_tol(length_of("127"), 360, 1e-9); /* millimetres */
}
END_TEST

START_TEST(an_invalid_length_is_reported)
{
    static const char *const wrong[] = {"",       "mm",         "-3cm",  "17 cm", "1e3",
                                        "170px",  "19mm",       "6m",    "0",     "5001",
                                        "170mm ", "9999999999", "1,5in", ".5in",  "nan"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(length_of(wrong[i]) == -1, "%s", wrong[i]);
}
END_TEST

START_TEST(sheets_have_the_sizes_of_print)
{
    struct paper full = paper_of(PAPER_FULL);
    ck_assert_str_eq(vocabulary_papers.words[PAPER_FULL], "full");
    ck_assert_double_eq_tol(full.width * 25.4 / 72, 170, 1e-9);
    ck_assert_double_eq_tol(full.height * 25.4 / 72, 240, 1e-9);
    for (unsigned i = 0; i < vocabulary_papers.count; i++)
        ck_assert(paper_of(i).width > 0 && paper_of(i).height > 0 && paper_of(i).scale >= 1);
}
END_TEST

START_TEST(a_custom_size_is_not_rotated)
{
    struct paper paper = paper_of(PAPER_A4);
    ck_assert(paper.turns);
    paper_fit(&paper, 0, 0);
    ck_assert(paper.turns);
    paper_fit(&paper, 300, 0);
    ck_assert(!paper.turns && paper.width == 300);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_length_has_a_unit, an_invalid_length_is_reported,
                                  sheets_have_the_sizes_of_print, a_custom_size_is_not_rotated};
    return fixture_run("paper", tests, sizeof tests / sizeof *tests);
}
