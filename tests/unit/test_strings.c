/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "network/strings.h"

static struct strings strings;

static uint32_t intern(const char *text)
{
    uint32_t number;
    ck_assert_int_eq(strings_intern(&strings, text, strlen(text), &number), STATUS_OK);
    return number;
}

START_TEST(the_same_text_has_the_same_number)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    uint32_t iran = intern("iran"), irgc = intern("irgc");
    ck_assert_uint_ne(iran, irgc);
    ck_assert_uint_eq(intern("iran"), iran);
    ck_assert_str_eq(strings_text(&strings, iran), "iran");
    ck_assert_uint_eq(strings_find(&strings, "irgc"), irgc);
    ck_assert_uint_eq(strings_find(&strings, "ira"), 0);
    strings_clear(&strings);
}
END_TEST

START_TEST(the_empty_text_is_absent)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_uint_eq(intern(""), 0);
    ck_assert_uint_eq(strings_find(&strings, ""), 0);
    ck_assert_str_eq(strings_text(&strings, 0), "");
    strings_clear(&strings);
}
END_TEST

START_TEST(only_so_many_bytes_count)
{
    uint32_t number;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_intern(&strings, "taliban nrf", 7, &number), STATUS_OK);
    ck_assert_str_eq(strings_text(&strings, number), "taliban");
    ck_assert_uint_eq(intern("taliban"), number);
    strings_clear(&strings);
}
END_TEST

START_TEST(an_added_text_is_not_looked_up)
{
    uint32_t number;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_add(&strings, "a note", 6, &number), STATUS_OK);
    ck_assert_str_eq(strings_text(&strings, number), "a note");
    ck_assert_uint_eq(strings_find(&strings, "a note"), 0);
    ck_assert_uint_ne(intern("a note"), number);
    strings_clear(&strings);
}
END_TEST

START_TEST(many_texts_are_all_found_again)
{
    enum { MANY = 20000 };
    static uint32_t numbers[MANY];
    char text[32];
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "actor-%d", i);
        numbers[i] = intern(text);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "actor-%d", i);
        ck_assert_uint_eq(strings_find(&strings, text), numbers[i]);
        ck_assert_str_eq(strings_text(&strings, numbers[i]), text);
    }
    strings_clear(&strings);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        the_same_text_has_the_same_number, the_empty_text_is_absent,
        only_so_many_bytes_count,          an_added_text_is_not_looked_up,
        many_texts_are_all_found_again,
    };
    return fixture_run("strings", tests, sizeof tests / sizeof *tests);
}
