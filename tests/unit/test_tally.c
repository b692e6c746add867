/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/lettering.h"
#include "scene/page.h"
#include "scene/tally.h"

/* Fails unless the counts of all relations in XML are EXPECTED. */
static void assert_tally(const char *xml, const char *options, const char *expected)
{
    struct fixture_picture picture;
    struct buffer out = BUFFER_EMPTY;
    fixture_picture_begin(&picture, xml, options);
    ck_assert_int_eq(tally_write(&out, &picture.request.scene), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
    fixture_picture_end(&picture);
}

#define SUPPORT(id, to, claims) "<support id='" id "' from='a' to='" to "'>" claims "</support>"
#define CLAIM(by, stance) "<claim by='" by "' stance='" stance "'/>"

/* Paper and letter are one: the letter is based on the paper. */
static const char many[] = SUPPORT("p", "b", CLAIM("paper", "asserts"))
    SUPPORT("q", "c", CLAIM("letter", "asserts") CLAIM("diary", "denies"))
        SUPPORT("r", "c", CLAIM("rumour", "asserts") CLAIM("diary", "denies"))
            SUPPORT("s", "d", CLAIM("rumour", "asserts"))
                SUPPORT("t", "d", "<claim by='paper' stance='asserts' hedged='yes'/>")
                    SUPPORT("u", "b", CLAIM("diary", "denies")) SUPPORT("v", "b", "")
                        SUPPORT("w", "b", CLAIM("paper", "qualifies"));

START_TEST(each_class_of_evidence_is_counted)
{
    assert_tally(many, "",
                 "8 relations from 4 sources, 3 of them independent; 1 suspected, 2 disputed, 1 "
                 "denied, 2 unsourced, 2 rest on anonymous sources only");
    assert_tally(SUPPORT("p", "b", CLAIM("paper", "asserts")), "", "1 relation from 1 source");
    assert_tally(SUPPORT("p", "b", CLAIM("rumour", "asserts")), "",
                 "1 relation from 1 source; 1 rests on anonymous sources only");
    assert_tally(SUPPORT("p", "b", "") SUPPORT("q", "c", ""), "", "2 relations without a source");
    assert_tally(SUPPORT("p", "b", CLAIM("paper", "no-comment")) SUPPORT("q", "c", ""), "",
                 "2 relations from 1 source; 2 unsourced");
}
END_TEST

START_TEST(counts_are_translated)
{
    assert_tally(many, "lang=fa",
                 "8 رابطه از 4 منبع (3 مستقل)؛ 1 مشکوک، 2 مورد اختلاف، 1 ردشده، 2 بدون منبع، 2 "
                 "فقط بر پایهٔ منابع ناشناس");
    assert_tally(many, "lang=ru",
                 "связей: 8; источников: 4, из них независимых: 3; предполагается: 1, "
                 "оспаривается: 2, отрицается: 1, без источников: 2, только от анонимных "
                 "источников: 2");
    assert_tally(SUPPORT("p", "b", ""), "lang=ru", "связей: 1; без источников");
}
END_TEST

/* The letter alone makes a claim, but the paper that it is based on is listed too. */
/* Notes list also what a source that is based on another, or was passed on by one, needs. */
START_TEST(the_sources_are_those_that_make_claims)
{
    struct fixture_picture picture;
    static const char letter[] = SUPPORT("p", "b", CLAIM("letter", "asserts"));
    assert_tally(letter, "", "1 relation from 1 source");
    fixture_picture_begin(&picture, letter, "notes");
    ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
    ck_assert_uint_eq(picture.request.scene.cited_count, 2);
    fixture_picture_end(&picture);
}
END_TEST

START_TEST(the_foot_takes_the_whole_width)
{
    static const struct page_drawing drawing = {500, 300, false};
    struct fixture_picture picture;
    struct page page;
    fixture_picture_begin(&picture, many, "footer=none");
    struct scene *scene = &picture.request.scene;
    scene->footer = "Ties of Iran with the Taliban, the National Resistance Front and Ahmad "
                    "Massoud, since 2021, as the sources that this figure lists report them, and "
                    "as far as they are dated";
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    ck_assert_int_eq(page_init(&page, scene, &drawing), STATUS_OK);
    ck_assert_uint_eq(page.filters.lines.count, 2);
    ck_assert_double_gt(page.filters.lines.items[0].width, 0.85 * (page.width - 2 * page.margin));
    ck_assert_double_le(page.filters.lines.items[0].width, page.width - 2 * page.margin);
    page_clear(&page);
    fixture_picture_end(&picture);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_class_of_evidence_is_counted,
        counts_are_translated,
        the_sources_are_those_that_make_claims,
        the_foot_takes_the_whole_width,
    };
    return fixture_run("tally", tests, sizeof tests / sizeof *tests);
}
