/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <string.h>

#include "fixture.h"
#include "scene/flow.h"

static const struct flow_measure dense = {100, 5, 10, true}, loose = {100, 5, 10, false};

/* Fails unless items of these widths, of which a negative one begins a group, are in these ROWS:
   a digit for each. */
static void assert_rows(const double widths[], const char *rows,
                        const struct flow_measure *measure)
{
    struct flow_item items[FLOW_MAX_ITEMS];
    unsigned count = (unsigned)strlen(rows);
    for (unsigned i = 0; i < count; i++)
        items[i] = (struct flow_item){widths[i] < 0 ? -widths[i] : widths[i], widths[i] < 0, 99};
    unsigned got = flow_break(items, count, measure);
    for (unsigned i = 0; i < count; i++)
        ck_assert_msg(items[i].row == (unsigned)(rows[i] - '0'), "%s: item %u is in row %u", rows,
                      i, items[i].row);
    ck_assert_uint_eq(got, count > 0 ? (unsigned)(rows[count - 1] - '0') + 1 : 0);
}

#define ROWS(rows, ...) assert_rows((const double[]){__VA_ARGS__}, rows, &dense)

START_TEST(items_that_fit_share_a_row)
{
    ROWS("", 0);
    ROWS("0", -40);
    ROWS("000", -30, 30, 30);
    ROWS("00", -45, -45); /* exactly */
    ROWS("01", -45, -46);
    ROWS("00", -45, 50);
    ROWS("01", -45, 51);
}
END_TEST

START_TEST(there_are_no_more_rows_than_needed)
{
    ROWS("0001", -45, 20, 20, -90);
    ROWS("000111", -30, 30, 30, 30, 30, 30);
}
END_TEST

START_TEST(nothing_is_alone_in_a_row_if_that_can_be_avoided)
{
    ROWS("0011", -30, 30, 30, 30);
    ROWS("0001", -30, 30, 30, -80);
}
END_TEST

START_TEST(groups_stay_together_if_they_can)
{
    ROWS("00111", -20, 20, -20, 20, 20);
    ROWS("00011", -20, 20, 20, -20, 20);
}
END_TEST

START_TEST(a_further_row_keeps_two_groups_whole)
{
    const double widths[] = {-18, 18, 18, -18, 18, 18, -18, 18, 18, -18, 18, 18};
    assert_rows(widths, "000011112222", &dense);
    assert_rows(widths, "000111222333", &loose);
}
END_TEST

START_TEST(a_single_group_is_split_to_save_a_row)
{
    const double widths[] = {-28, 28, -28, 28, -28, 28};
    assert_rows(widths, "000111", &dense);
    assert_rows(widths, "000111", &loose);
}
END_TEST

START_TEST(rows_are_even)
{
    ROWS("000111222", -25, 25, 25, 25, 25, 25, 25, 25, 25);
}
END_TEST

START_TEST(an_item_wider_than_a_row_has_one_to_itself)
{
    ROWS("012", -20, 120, 20);
    ROWS("0", -1000);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {items_that_fit_share_a_row,
                                  there_are_no_more_rows_than_needed,
                                  nothing_is_alone_in_a_row_if_that_can_be_avoided,
                                  groups_stay_together_if_they_can,
                                  a_further_row_keeps_two_groups_whole,
                                  a_single_group_is_split_to_save_a_row,
                                  rows_are_even,
                                  an_item_wider_than_a_row_has_one_to_itself};
    return fixture_run("flow", tests, sizeof tests / sizeof *tests);
}
