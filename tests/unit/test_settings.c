/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/settings.h"
#include "fixture.h"

START_TEST(settings_are_kept_as_they_were_given)
{
    struct settings settings = {NULL, 0, 0};
    char name[] = "tier", value[] = "core";
    ck_assert_int_eq(settings_add(&settings, name, value), STATUS_OK);
    ck_assert_int_eq(settings_add(&settings, "no-legend", NULL), STATUS_OK);
    name[0] = value[0] = 'x'; /* they are copies */
    ck_assert_uint_eq(settings.count, 2);
    ck_assert_str_eq(settings.items[0].name, "tier");
    ck_assert_str_eq(settings.items[0].value, "core");
    ck_assert_str_eq(settings_find(&settings, "no-legend"), "");
    settings_clear(&settings);
    ck_assert_uint_eq(settings.count, 0);
}
END_TEST

START_TEST(the_last_of_a_name_counts)
{
    struct settings settings = {NULL, 0, 0};
    ck_assert_ptr_null(settings_find(&settings, "tier"));
    for (int i = 0; i < 20; i++)
        ck_assert_int_eq(settings_add(&settings, "tier", i < 19 ? "core" : "context"), STATUS_OK);
    ck_assert_str_eq(settings_find(&settings, "tier"), "context");
    ck_assert_ptr_null(settings_find(&settings, "form"));
    settings_clear(&settings);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {settings_are_kept_as_they_were_given,
                                  the_last_of_a_name_counts};
    return fixture_run("settings", tests, sizeof tests / sizeof *tests);
}
