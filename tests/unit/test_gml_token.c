/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "fixture.h"
#include "format/gml/gml_token.h"

struct expected {
    enum gml_kind kind;
    const char *text;
    unsigned line, column;
};

static void assert_tokens(const char *text, const struct expected *expected, size_t count)
{
    struct buffer copy = BUFFER_EMPTY;
    struct gml_token token = {.text = BUFFER_EMPTY};
    buffer_text(&copy, text);
    struct diagram_cursor cursor = diagram_cursor_at(&copy);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(gml_token_next(&cursor, &token), STATUS_OK);
        ck_assert_int_eq(token.kind, expected[i].kind);
        ck_assert_str_eq(buffer_string(&token.text), expected[i].text);
        ck_assert_uint_eq(token.place.line, expected[i].line);
        ck_assert_uint_eq(token.place.column, expected[i].column);
    }
    buffer_clear(&token.text);
    buffer_clear(&copy);
}

#define ASSERT_TOKENS(text, ...)                                                                 \
    assert_tokens(text, (const struct expected[]){__VA_ARGS__},                                  \
                  sizeof((const struct expected[]){__VA_ARGS__}) / sizeof(struct expected))

START_TEST(tokens_have_places)
{
    ASSERT_TOKENS("graph [\n  id -1.5e3 ]", {GML_WORD, "graph", 1, 1}, {GML_OPEN, "", 1, 7},
                  {GML_WORD, "id", 2, 3}, {GML_WORD, "-1.5e3", 2, 6}, {GML_CLOSE, "", 2, 13},
                  {GML_END, "", 2, 14});
    ASSERT_TOKENS("é a", {GML_WORD, "é", 1, 1}, {GML_WORD, "a", 1, 3});
}
END_TEST

START_TEST(brackets_need_no_space)
{
    ASSERT_TOKENS("node[id 1]", {GML_WORD, "node", 1, 1}, {GML_OPEN, "", 1, 5},
                  {GML_WORD, "id", 1, 6}, {GML_WORD, "1", 1, 9}, {GML_CLOSE, "", 1, 10});
}
END_TEST

START_TEST(strings_are_decoded)
{
    ASSERT_TOKENS("\"a &quot;b&quot; &#233; &#xe9; &eacute; &bad; &\"",
                  {GML_STRING, "a \"b\" é é é &bad; &", 1, 1});
    ASSERT_TOKENS("\"two\nlines\" x", {GML_STRING, "two\nlines", 1, 1}, {GML_WORD, "x", 2, 8});
    ASSERT_TOKENS("\"\"", {GML_STRING, "", 1, 1}, {GML_END, "", 1, 3});
    ASSERT_TOKENS("\"a", {GML_BROKEN, "", 1, 1});
}
END_TEST

START_TEST(comments_begin_lines)
{
    ASSERT_TOKENS("# one\n  # two\na #b\n#", {GML_WORD, "a", 3, 1}, {GML_WORD, "#b", 3, 3},
                  {GML_END, "", 4, 2});
}
END_TEST

START_TEST(references_to_no_character_are_not_utf8)
{
    ASSERT_TOKENS("\"&#0; &#1; &#xd800; &#x110000; &#x202e; &#-1;\"",
                  {GML_STRING, "&#0; \x01 \xff \xff \xe2\x80\xae &#-1;", 1, 1});
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {tokens_have_places, brackets_need_no_space, strings_are_decoded,
                                  comments_begin_lines, references_to_no_character_are_not_utf8};
    return fixture_run("gml_token", tests, sizeof tests / sizeof *tests);
}
