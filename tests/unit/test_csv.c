/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "format/csv/csv.h"

static void assert_field(const char *text, const char *written)
{
    struct buffer out = BUFFER_EMPTY;
    struct csv csv = {.out = &out};
    csv_field(&csv, text);
    ck_assert_str_eq(buffer_string(&out), written);
    buffer_clear(&out);
}

START_TEST(fields_are_separated_by_commas)
{
    struct buffer out = BUFFER_EMPTY;
    struct csv csv = {.out = &out};
    csv_field(&csv, "id");
    csv_field(&csv, "");
    csv_field(&csv, "form");
    csv_end_row(&csv);
    csv_field(&csv, "a");
    csv_end_row(&csv);
    ck_assert_str_eq(buffer_string(&out), "id,,form\na\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(only_what_needs_it_is_quoted)
{
    assert_field("Tehran", "Tehran");
    assert_field("a b", "a b");
    assert_field("Dubai, Tajikistan", "\"Dubai, Tajikistan\"");
    assert_field("the \"caretaker\"", "\"the \"\"caretaker\"\"\"");
    assert_field("\"", "\"\"\"\"");
    assert_field("two\nlines", "\"two\nlines\"");
    assert_field("a\rb", "\"a\rb\"");
    assert_field(" edge", "\" edge\"");
    assert_field("edge ", "\"edge \"");
    assert_field("+", "+");
    assert_field("тегеран", "тегеран");
}
END_TEST

START_TEST(controls_are_replaced)
{
    assert_field("a\xc2\x9b"
                 "b\x7f",
                 "a\xef\xbf\xbd"
                 "b\xef\xbf\xbd");
    assert_field("\xc2\x85, \"\xff\"", "\"\xef\xbf\xbd, \"\"\xef\xbf\xbd\"\"\"");
    assert_field("a\tb \xc2\xa0", "a\tb \xc2\xa0");
}
END_TEST

START_TEST(formulas_are_texts)
{
    assert_field("=1+1", "'=1+1");
    assert_field("\uff1d1", "'\uff1d1");
    /* What looks as if that had been done must not be undone. */
    assert_field("'=1", "''=1");
    assert_field("''@x", "'''@x");
    assert_field("@SUM(A1)", "'@SUM(A1)");
    assert_field("+49 30 1234", "'+49 30 1234");
    assert_field("-1+1", "'-1+1");
    assert_field("-x", "'-x");
    assert_field("\t=1", "\"'\t=1\"");
    assert_field("\r=1", "\"'\r=1\"");
    assert_field("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    assert_field("-5.", "-5.");
    assert_field("-.", "'-.");
    assert_field("-5e", "'-5e");
    assert_field("-e5", "'-e5");
    assert_field("--5", "'--5");
}
END_TEST

START_TEST(numbers_and_signs_stay)
{
    const char *const harmless[] = {"",  "-5", "+5", "-5.25", "-.5", "-1e6", "+1.5E-06",
                                    "+", "-",  "0",  "a=1",   "2-3", "'a"};
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        assert_field(harmless[i], harmless[i]);
}
END_TEST

START_TEST(raw_fields_stay)
{
    struct buffer out = BUFFER_EMPTY;
    struct csv csv = {.out = &out, .raw = true};
    csv_field(&csv, "=1+1");
    csv_field(&csv, "@a,b");
    ck_assert_str_eq(buffer_string(&out), "=1+1,\"@a,b\"");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {fields_are_separated_by_commas, only_what_needs_it_is_quoted,
                                  controls_are_replaced,          formulas_are_texts,
                                  numbers_and_signs_stay,         raw_fields_stay};
    return fixture_run("csv", tests, sizeof tests / sizeof *tests);
}
