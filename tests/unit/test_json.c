/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "format/json/json.h"

static void assert_text(const char *text, const char *written)
{
    struct buffer out = BUFFER_EMPTY;
    struct json json = {.out = &out};
    json_text(&json, text);
    ck_assert_str_eq(buffer_string(&out), written);
    buffer_clear(&out);
}

START_TEST(values_are_separated_by_commas)
{
    struct buffer out = BUFFER_EMPTY;
    struct json json = {.out = &out};
    json_open(&json, '[');
    for (int i = 0; i < 2; i++) {
        json_open(&json, '{');
        json_key(&json, "id");
        json_text(&json, "a");
        json_key(&json, "to");
        json_open(&json, '[');
        json_number(&json, 1);
        json_number(&json, -2);
        json_close(&json, ']');
        json_key(&json, "form");
        json_text(&json, NULL);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_end(&json);
    ck_assert_str_eq(buffer_string(&out), "[\n"
                                          "  {\"id\": \"a\", \"to\": [1, -2], \"form\": null},\n"
                                          "  {\"id\": \"a\", \"to\": [1, -2], \"form\": null}\n"
                                          "]\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(empty_values_are_short)
{
    struct buffer out = BUFFER_EMPTY;
    struct json json = {.out = &out};
    json_open(&json, '[');
    json_close(&json, ']');
    json_end(&json);
    ck_assert_str_eq(buffer_string(&out), "[]\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(strings_are_escaped)
{
    assert_text("", "\"\"");
    assert_text("a \"b\" \\ c/d", "\"a \\\"b\\\" \\\\ c/d\"");
    assert_text("\xe2\x80\xae \xe2\x81\xa6",
                "\"\\u202e \\u2066\""); /* they change the direction of text */
    assert_text("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"");
    assert_text("\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"");
    assert_text("\xc2\x80\xc2\x9f\xc2\xa0", "\"\\u0080\\u009f\xc2\xa0\"");
    assert_text("ایران Иран 伊朗 🕊", "\"ایران Иран 伊朗 🕊\"");
}
END_TEST

START_TEST(invalid_utf8_is_replaced)
{
    assert_text("a\xff"
                "b",
                "\"a\xef\xbf\xbd"
                "b\"");
    assert_text("\xc3", "\"\xef\xbf\xbd\"");
    assert_text("\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    assert_text("\xef\xbf\xbd", "\"\xef\xbf\xbd\"");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {values_are_separated_by_commas, empty_values_are_short,
                                  strings_are_escaped, invalid_utf8_is_replaced};
    return fixture_run("json", tests, sizeof tests / sizeof *tests);
}
