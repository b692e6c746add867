/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdint.h>

#include "base/text/prose.h"
#include "fixture.h"

static void assert_paragraph(size_t width, size_t indent, const char *text, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    const struct prose prose = {&out, width};
    prose_paragraph(&prose, indent, text);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

START_TEST(lines_are_broken_between_words)
{
    assert_paragraph(12, 2, "one two three four", "  one two\n  three four\n");
    assert_paragraph(12, 2, "one two three four five", "  one two\n  three four\n  five\n");
    assert_paragraph(12, 2, " one two ", "  one two\n");
    assert_paragraph(12, 2, "", "  \n");
    assert_paragraph(SIZE_MAX, 0, "one two", "one two\n");
}
END_TEST

START_TEST(a_word_that_is_too_wide_stays_whole)
{
    assert_paragraph(6, 2, "an-id-to-copy and more", "  an-id-to-copy\n  and\n  more\n");
    assert_paragraph(1, 2, "one two", "  one\n  two\n");
}
END_TEST

/* Otherwise they would begin a line of their own, like a field. */
START_TEST(no_break_spaces_join_few_words)
{
    assert_paragraph(20, 2, "it is some 12\u00a0km wide", "  it is some 12\u00a0km\n  wide\n");
    assert_paragraph(20, 2, "it is some 12345\u00a0km wide",
                     "  it is some\n  12345\u00a0km wide\n");
    assert_paragraph(20, 2, "A denies evidence\u00a0asserted:\u202fby\u00a0all",
                     "  A denies evidence\n  asserted:\u202fby\u00a0all\n");
    assert_paragraph(20, 2, "A evidence\u00a0of\u00a0 all of",
                     "  A evidence\u00a0of\u00a0 all\n  of\n");
    assert_paragraph(4, 0, "\u00a0 \u00a0", "\n");
}
END_TEST

START_TEST(width_is_counted_in_columns)
{
    assert_paragraph(7, 0, "été été été", "été été\nété\n");
    assert_paragraph(7, 0, "北京 北京 北京", "北京\n北京\n北京\n");
}
END_TEST

START_TEST(controls_do_not_reach_the_terminal)
{
    assert_paragraph(80, 0, "a\033[31mb\nc\xc2\x9b\x7f", "a?[31mb?c??\n");
}
END_TEST

START_TEST(a_field_is_beside_its_label)
{
    struct buffer out = BUFFER_EMPTY;
    const struct prose prose = {&out, 24};
    prose_field(&prose, "name", "one two three");
    prose_field(&prose, "", "four");
    prose_field(&prose, "note", "");
    ck_assert_str_eq(buffer_string(&out), "  name          one two\n"
                                          "                three\n"
                                          "                four\n");
    buffer_clear(&out);
}
END_TEST

static void add_row(struct prose_table *table, const char *a, const char *b, const char *c)
{
    prose_table_cell(table, a);
    prose_table_cell(table, b);
    prose_table_cell(table, c);
}

static void assert_table(struct prose_table *table, size_t width, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    const struct prose prose = {&out, width};
    ck_assert_int_eq(prose_table_write(table, &prose, 4), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    prose_table_clear(table);
}

START_TEST(a_table_is_aligned)
{
    struct prose_table table = {.columns = 3, .right = 1 << 1};
    prose_table_heading(&table, "a heading that is wider than the first column");
    add_row(&table, "a", "1", "x");
    add_row(&table, "bbb", "100", "");
    assert_table(&table, 80,
                 "  a heading that is wider than the first column\n"
                 "    a      1  x\n"
                 "    bbb  100  -\n");
}
END_TEST

START_TEST(a_table_that_is_too_wide_is_wrapped_in_its_columns)
{
    struct prose_table table = {.columns = 3, .wrapped = 1 << 1};
    add_row(&table, "a", "one two three four", "an-id-to-copy");
    add_row(&table, "b", "five", "other");
    assert_table(&table, 35,
                 "    a  one two three  an-id-to-copy\n"
                 "       four\n"
                 "    b  five           other\n");
}
END_TEST

START_TEST(a_wrapped_column_keeps_some_room)
{
    struct prose_table table = {.columns = 3, .wrapped = 1 << 1};
    add_row(&table, "a", "one two three four", "an-id-to-copy");
    assert_table(&table, 10,
                 "    a  one two       an-id-to-copy\n"
                 "       three four\n");
}
END_TEST

START_TEST(a_wrapped_column_holds_its_widest_word)
{
    struct prose_table table = {.columns = 3, .wrapped = 1 | 1 << 1};
    add_row(&table, "self-declared leader", "one two three four", "an-id-to-copy");
    assert_table(&table, 47,
                 "    self-declared  one two three  an-id-to-copy\n"
                 "    leader         four\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        lines_are_broken_between_words,
        a_word_that_is_too_wide_stays_whole,
        no_break_spaces_join_few_words,
        width_is_counted_in_columns,
        controls_do_not_reach_the_terminal,
        a_field_is_beside_its_label,
        a_table_is_aligned,
        a_table_that_is_too_wide_is_wrapped_in_its_columns,
        a_wrapped_column_keeps_some_room,
        a_wrapped_column_holds_its_widest_word,
    };
    return fixture_run("prose", tests, sizeof tests / sizeof *tests);
}
