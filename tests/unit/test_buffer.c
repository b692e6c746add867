/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/text/escape.h"
#include "fixture.h"

static void assert_number(double number, int decimals, const char *text)
{
    struct buffer buffer = BUFFER_EMPTY;
    buffer_number(&buffer, number, decimals);
    ck_assert_str_eq(buffer_string(&buffer), text);
    buffer_clear(&buffer);
}

START_TEST(an_empty_buffer_is_an_empty_text)
{
    struct buffer buffer = BUFFER_EMPTY;
    ck_assert_str_eq(buffer_string(&buffer), "");
    ck_assert_int_eq(buffer_status(&buffer), STATUS_OK);
    buffer_clear(&buffer);
}
END_TEST

START_TEST(appended_text_is_in_order)
{
    struct buffer buffer = BUFFER_EMPTY;
    buffer_text(&buffer, "iran");
    buffer_char(&buffer, ' ');
    buffer_format(&buffer, "%s: %d", "nrf", 3);
    buffer_add(&buffer, "xyz", 1);
    ck_assert_str_eq(buffer_string(&buffer), "iran nrf: 3x");
    ck_assert_uint_eq(buffer.length, 12);
    buffer_clear(&buffer);
}
END_TEST

START_TEST(a_long_text_is_kept_whole)
{
    struct buffer buffer = BUFFER_EMPTY;
    for (int i = 0; i < 100000; i++)
        buffer_char(&buffer, (char)('a' + i % 26));
    ck_assert_uint_eq(buffer.length, 100000);
    ck_assert_int_eq(buffer.bytes[99999], 'a' + 99999 % 26);
    ck_assert_int_eq(buffer.bytes[100000], '\0');
    buffer_clear(&buffer);
}
END_TEST

START_TEST(allocation_failure_is_sticky)
{
    struct buffer buffer = BUFFER_EMPTY;
    buffer_text(&buffer, "a");
    ck_assert_ptr_null(buffer_reserve(&buffer, SIZE_MAX / 2));
    buffer_text(&buffer, "b");
    ck_assert_int_eq(buffer_status(&buffer), STATUS_MEMORY);
    ck_assert_str_eq(buffer_string(&buffer), "a");
    buffer_clear(&buffer);
}
END_TEST

START_TEST(a_limit_is_kept)
{
    struct buffer buffer = BUFFER_EMPTY;
    buffer.most = 1000;
    for (int i = 0; i < 999; i++)
        buffer_char(&buffer, 'x');
    ck_assert_int_eq(buffer_status(&buffer), STATUS_OK);
    ck_assert(!buffer.exceeded);
    for (int i = 0; i < 100000; i++)
        buffer_char(&buffer, 'x');
    ck_assert_int_eq(buffer_status(&buffer), STATUS_MEMORY);
    ck_assert(buffer.exceeded);
    ck_assert_uint_lt(buffer.length, 5000);
    buffer_clear(&buffer);
    ck_assert_uint_eq(buffer.most, 0);
}
END_TEST

START_TEST(numbers_are_short_and_rounded)
{
    assert_number(0, 2, "0");
    assert_number(12, 2, "12");
    assert_number(12.5, 2, "12.5");
    assert_number(12.345678, 3, "12.346");
    assert_number(0.05, 2, "0.05");
    assert_number(1.5, 0, "2");
    assert_number(-1.5, 0, "-2");
    assert_number(100, 0, "100");
    assert_number(0.000001, 6, "0.000001");
}
END_TEST

START_TEST(there_is_no_minus_zero)
{
    assert_number(-0.0, 2, "0");
    assert_number(-0.001, 2, "0");
    assert_number(-0.5, 2, "-0.5");
}
END_TEST

START_TEST(a_value_that_is_not_finite_is_zero)
{
    assert_number(NAN, 2, "0");
    assert_number(INFINITY, 2, "0");
    assert_number(1e300, 2, "0");
}
END_TEST

START_TEST(unsafe_characters_are_replaced)
{
    const char text[] = "\tplain\n\x1b \x7f \u202e \xff \xc2\x9b \xc2\xa0 \u200b\u200c \ufffd";
    struct buffer buffer = BUFFER_EMPTY;
    escape_for_file(&buffer, text, sizeof text - 2);
    ck_assert_str_eq(buffer_string(&buffer),
                     "\tplain\n\ufffd \ufffd \ufffd \ufffd \ufffd \xc2\xa0 \u200b\u200c \ufffd");
    buffer_clear(&buffer);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        an_empty_buffer_is_an_empty_text,
        appended_text_is_in_order,
        a_long_text_is_kept_whole,
        allocation_failure_is_sticky,
        numbers_are_short_and_rounded,
        there_is_no_minus_zero,
        a_value_that_is_not_finite_is_zero,
        unsafe_characters_are_replaced,
        a_limit_is_kept,
    };
    return fixture_run("buffer", tests, sizeof tests / sizeof *tests);
}
