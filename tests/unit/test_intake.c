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

static void assert_interval(const char *start, const char *end, bool ended, const char *expected)
{
    struct intake intake = {.input = NULL};
    uint32_t when;
    ck_assert_int_eq(intake_init(&intake, NULL), STATUS_OK);
    ck_assert_int_eq(intake_interval(&intake, start, end, ended, &when), STATUS_OK);
    ck_assert_str_eq(gathering_string(intake.gathering, when), expected);
    intake_clear(&intake);
}

START_TEST(timestamps_become_dates)
{
    assert_interval("2016-01-08T12:50:40.123Z", "2016-02-01T00:00:00Z", false,
                    "2016-01-08/2016-02-01");
    assert_interval("2016-01-08T12:50:40.123Z", "2016-01-08T13:00:00Z", false, "2016-01-08");
    assert_interval("2016", "", false, "2016/..");
    assert_interval("2016", "", true, "2016/");
    assert_interval("", "2016-05", false, "../2016-05");
    assert_interval("2017", "2016", false, "");
    assert_interval("soon", "later", false, "");
    assert_interval("2016-13-01", "", false, "");
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
                                  credibility_has_a_confidence};
    return fixture_run("intake", tests, sizeof tests / sizeof *tests);
}
