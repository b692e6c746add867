/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "format/intake/intake.h"

static void assert_places(const char *text, const struct gathered_place *expected, size_t count)
{
    struct gathered_place places[4];
    intake_places(text, strlen(text), "list", places, 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(places[i].line, i < count ? expected[i].line : 0);
        ck_assert_uint_eq(places[i].column, i < count ? expected[i].column : 0);
    }
}

#define ASSERT_PLACES(text, ...)                                                                 \
    assert_places(text, (const struct gathered_place[]){__VA_ARGS__},                            \
                  sizeof((const struct gathered_place[]){__VA_ARGS__}) /                         \
                      sizeof(struct gathered_place))

START_TEST(objects_have_places)
{
    ASSERT_PLACES("{\"list\": [{\"a\": {}}, {\"b\": [{}]}]}", {1, 11}, {1, 22});
    ASSERT_PLACES("{\"other\": [{}],\n \"list\": [\n  {}]}", {3, 3});
    ASSERT_PLACES("{\"a\": \"[{\\\"{\", \"é\": 1, \"list\": [{}]}", {1, 33});
    assert_places("{\"x\": {\"list\": [{}]}}", NULL, 0);
    assert_places("{\"list", NULL, 0);
}
END_TEST

/* Reads an interval that is at 2:3; NULL: it is expected to be wrong. */
static void assert_interval(const char *start, const char *end, bool ended, const char *expected,
                            const char *printed)
{
    struct fixture_messages caught;
    struct losses losses = {.count = 0};
    const struct settings settings = {.count = 0};
    fixture_messages_begin(&caught);
    const struct exchange_input input = {
        .name = "in", .settings = &settings, .losses = &losses, .messages = &caught.messages};
    struct intake intake = {.input = NULL};
    uint32_t when;
    ck_assert_int_eq(intake_init(&intake, &input), STATUS_OK);
    ck_assert_int_eq(
        intake_interval(&intake, start, end, ended, (struct gathered_place){2, 3}, &when),
        STATUS_OK);
    if (expected == NULL)
        ck_assert_uint_eq(when, INTAKE_FAULT);
    else
        ck_assert_str_eq(gathering_string(intake.gathering, when), expected);
    ck_assert_str_eq(fixture_messages_end(&caught), printed);
    intake_clear(&intake);
}

START_TEST(timestamps_become_dates)
{
    assert_interval("2016-01-08T12:50:40.123Z", "2016-02-01T00:00:00Z", false,
                    "2016-01-08/2016-02-01", "");
    assert_interval("2016-01-08T12:50:40.123Z", "2016-01-08T13:00:00Z", false, "2016-01-08", "");
    assert_interval("2016", "", false, "2016/..", "");
    assert_interval("2016", "", true, "2016/", "");
    assert_interval("", "2016-05", false, "/2016-05", "");
    assert_interval("", "", false, "", "");
}
END_TEST

START_TEST(timestamps_that_are_no_dates_are_reported)
{
    assert_interval("2017", "2016", false, NULL,
                    "in:2:3: error: \"2017\" is not before \"2016\"; correct the dates\n");
    assert_interval("soon", "later", false, NULL,
                    "in:2:3: error: \"soon\" is no date; write it like 2020-06-15\n");
    assert_interval("2016", "later", false, NULL,
                    "in:2:3: error: \"later\" is no date; write it like 2020-06-15\n");
    assert_interval("2016-13-01", "", false, NULL,
                    "in:2:3: error: \"2016-13-01\" is no date; write it like 2020-06-15\n");
}
END_TEST

START_TEST(credibility_has_a_confidence)
{
    const int confidences[] = {-1, 90, 70, 50, 30, 10, -1};
    for (int i = 0; i < 7; i++)
        ck_assert_int_eq(intake_confidence(i), confidences[i]);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {objects_have_places, timestamps_become_dates,
                                  timestamps_that_are_no_dates_are_reported,
                                  credibility_has_a_confidence};
    return fixture_run("intake", tests, sizeof tests / sizeof *tests);
}
