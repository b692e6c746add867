/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/width.h"
#include "fixture.h"

START_TEST(columns_are_counted_as_by_a_terminal)
{
    ck_assert_uint_eq(width_of(""), 0);
    ck_assert_uint_eq(width_of("taliban"), 7);
    ck_assert_uint_eq(width_of("Тегеран"), 7);
    ck_assert_uint_eq(width_of("ایران"), 5);
    ck_assert_uint_eq(width_of("طَالِبَان"), 6);  /* vowel marks */
    ck_assert_uint_eq(width_of("e\u0301"), 1); /* a combining accent */
    ck_assert_uint_eq(width_of("\u2067a\u2069"), 1);
    ck_assert_uint_eq(width_of("伊朗"), 4);
    ck_assert_uint_eq(width_of("한국"), 4);
    ck_assert_uint_eq(width_of("\xff"), 1);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {columns_are_counted_as_by_a_terminal};
    return fixture_run("columns", tests, sizeof tests / sizeof *tests);
}
