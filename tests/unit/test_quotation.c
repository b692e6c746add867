/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/sentence.h"

static void assert_quoted(const char *text, enum wording wording, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    sentence_add_quotation(&out, text, &(struct sentence_style){wording, NULL, false, NULL});
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

START_TEST(each_language_has_its_marks)
{
    assert_quoted("never", WORDING_ENGLISH, "“never”");
    assert_quoted("هرگز", WORDING_PERSIAN, "«هرگز»");
    assert_quoted("никогда", WORDING_RUSSIAN, "«никогда»");
}
END_TEST

START_TEST(marks_within_become_inner_ones)
{
    assert_quoted("a \"proxy\" war", WORDING_ENGLISH, "“a ‘proxy’ war”");
    assert_quoted("“Hundreds” arrived", WORDING_ENGLISH, "“‘Hundreds’ arrived”");
    assert_quoted("«а» и «б»", WORDING_ENGLISH, "“‘а’ и ‘б’”");
    assert_quoted("„Ja“, sagte sie", WORDING_ENGLISH, "“‘Ja’, sagte sie”");
    assert_quoted("«а»", WORDING_RUSSIAN, "«„а“»");
    assert_quoted("«الف»", WORDING_PERSIAN, "«“الف”»");
    assert_quoted("isn't ‘so’", WORDING_ENGLISH, "“isn't ‘so’”");
    assert_quoted("a 5\" gun", WORDING_ENGLISH, "“a 5\" gun”");
    assert_quoted("A” and “B", WORDING_ENGLISH, "“A’ and ‘B”");
    assert_quoted("A\" and \"B", WORDING_ENGLISH, "“A’ and ‘B”");
    assert_quoted("A’’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’\xe2\x80\x8b’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’\xcc\x81’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’\xe2\x80\x89’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’ ’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’’’ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A’” (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A՚՚ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A՝՝ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A｀｀ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A゛ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("Aᐥ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A⁗ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A \xcc\x8b (AP)", WORDING_ENGLISH, "“A ’ (AP)”");
    assert_quoted("\"'Abd\" and 'A' 'B'", WORDING_ENGLISH, "“‘'Abd’ and 'A' 'B'”");
    assert_quoted("Aˮ (AP)", WORDING_ENGLISH, "“A’ (AP)”");
    assert_quoted("A 5\" (AP)", WORDING_ENGLISH, "“A 5’ (AP)”");
    assert_quoted("А» и «Б", WORDING_RUSSIAN, "«А“ и „Б»");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {each_language_has_its_marks, marks_within_become_inner_ones};
    return fixture_run("quotation", tests, sizeof tests / sizeof *tests);
}
