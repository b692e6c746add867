/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "scene/legend.h"
#include "scene/lettering.h"
#include "scene/page.h"

#define ASSERTS "<claim by='paper' stance='asserts'/>"
#define SUSPECTS "<claim by='paper' stance='asserts' hedged='yes'/>"
#define MARGIN 8.0

/* Writes the legend: "/" begins a row, "[…]" is a heading, and "|" is between entries. */
static void write_legend(struct buffer *out, const struct legend *legend)
{
    for (unsigned i = 0; i < legend->count; i++) {
        const struct legend_entry *entry = &legend->entries[i];
        if (i > 0)
            buffer_text(out, entry->y > legend->entries[i - 1].y ? "/" : "|");
        if (entry->heading_width > 0)
            buffer_format(out, "[%s]", entry->heading);
        buffer_text(out, entry->text);
    }
}

/* Fails unless the legend of RELATIONS with OPTIONS, WIDTH points wide, is EXPECTED. */
static void assert_arranged(const char *relations, const char *options, double width, bool dense,
                            const char *expected)
{
    struct fixture_picture picture;
    struct legend legend;
    struct buffer got = BUFFER_EMPTY;
    fixture_picture_begin(&picture, relations, options);
    legend_arrange(&legend, &picture.request.scene,
                   &(struct legend_room){width, MARGIN, 1, dense});
    write_legend(&got, &legend);
    ck_assert_str_eq(buffer_string(&got), expected);
    buffer_clear(&got);
    fixture_picture_end(&picture);
}

static void assert_legend(const char *relations, const char *options, double width,
                          const char *expected)
{
    assert_arranged(relations, options, width, false, expected);
}

#define TIE(type, id, from, to, claim)                                                           \
    "<" type " id='" id "' from='" from "' to='" to "'>" claim "</" type ">"

START_TEST(what_all_have_in_common_is_said_once)
{
    static const char alike[] =
        TIE("support", "r", "a", "b", ASSERTS) TIE("support", "s", "b", "a", ASSERTS);
    static const char doubtful[] =
        TIE("support", "r", "a", "b", SUSPECTS) TIE("hosting", "s", "b", "a", SUSPECTS);
    assert_legend(alike, "", 400, "[All actors]state|[All ties]support");
    assert_legend(alike, "no-legend", 400, "");
    assert_legend(alike, "id=r", 400, "[All actors]state|[Ties]support");
    assert_legend(doubtful, "", 400,
                  "[All actors]state|[All ties]? suspected|[Ties]support|hosting");
    assert_legend(alike, "lang=ru", 400, "[Все участники]государство|[Все связи]поддержка");
}
END_TEST

START_TEST(a_form_of_all_ties_is_in_the_legend)
{
    static const char past[] = "<support id='r' from='a' to='b' form='arms' phase='past'/>"
                               "<support id='s' from='b' to='a' form='arms' phase='past'/>"
                               "<support id='t' from='a' to='b' form='arms' phase='past'/>";
    static const char mixed[] = "<support id='r' from='a' to='b' form='arms'/>"
                                "<support id='s' from='b' to='a' form='arms'/>"
                                "<hosting id='t' from='a' to='b' form='arms'/>";
    assert_legend(past, "", 400, "[All actors]state|[All ties]support (arms), unsourced, past");
    assert_legend(mixed, "", 400,
                  "[All actors]state|[All ties]arms, unsourced|[Ties]support|hosting");
}
END_TEST

START_TEST(only_what_differs_has_a_block)
{
    static const char differ[] =
        "<support id='r' from='a' to='b' weight='1' phase='past'>" ASSERTS "</support>"
        "<contact id='s' from='a' to='c' weight='4'>" SUSPECTS "</contact>"
        "<contact id='t' from='a' to='c' mutual='no' weight='4'>" ASSERTS "</contact>"
        "<hosting id='u' from='a' to='b c'>" ASSERTS "</hosting>";
    assert_legend(differ, "", 2000,
                  "[Actors]state|movement|[Ties]support|hosting|contact|contact, one way|"
                  "one tie, several parties|[Evidence]asserted|? suspected|[Time]past|current|"
                  "[Strength if true]1 of 5|4 of 5");
    assert_legend("<support id='u' from='a' to='b c'>" ASSERTS "</support>", "", 2000,
                  "[Actors]state|movement|[Ties]support|one tie, several parties");
}
END_TEST

START_TEST(a_dense_legend_leaves_out_headings_where_that_saves_a_row)
{
    static const char two[] =
        TIE("support", "r", "a", "c", ASSERTS) TIE("hosting", "s", "c", "a", SUSPECTS);
    static const char rows[] =
        "[Actors]state|movement|[Ties]support|hosting/[Evidence]asserted|? suspected";
    assert_arranged(
        two, "", 500, true,
        "[Actors]state|movement|[Ties]support|hosting|[Evidence]asserted|? suspected");
    assert_arranged(two, "", 420, true,
                    "state|movement|support|hosting|[Evidence]asserted|? suspected");
    assert_arranged(two, "", 420, false, rows);
    assert_arranged(two, "", 380, true, rows);
}
END_TEST

static bool overlap(const struct legend_entry *a, const struct legend_entry *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width &&
           a->y < b->y + b->line_count * LEGEND_ROW && b->y < a->y + a->line_count * LEGEND_ROW;
}

static void assert_apart(const struct legend *legend, double width)
{
    for (unsigned i = 0; i < legend->count; i++) {
        const struct legend_entry *entry = &legend->entries[i];
        double bottom = entry->y + (entry->line_count - 1) * LEGEND_ROW + LEGEND_SHAPE_HEIGHT;
        ck_assert_uint_ge(entry->line_count, 1);
        ck_assert_double_le(bottom, legend->height + 0.01);
        ck_assert_double_ge(entry->x, MARGIN);
        ck_assert_double_le(entry->x + entry->width, width - MARGIN + 0.01);
        for (unsigned j = 0; j < i; j++)
            ck_assert_msg(!overlap(entry, &legend->entries[j]), "entries %u and %u", i, j);
    }
}

static const struct scene_uses everything = {.kinds = 0x1f,
                                             .types = 0x1ff,
                                             .evidences = 0x1f,
                                             .phases = 7,
                                             .weights = 0x3e,
                                             .junctions = 0x1ff,
                                             .mutual = 0x100,
                                             .directed = 0x1ff};

START_TEST(entries_have_places_of_their_own)
{
    static const char *const languages[] = {"lang=en", "lang=fa", "lang=ru"};
    for (int i = 0; i < 3; i++) {
        struct fixture_picture picture;
        fixture_picture_begin(&picture, TIE("support", "r", "a", "b", ASSERTS), languages[i]);
        picture.request.scene.uses = everything;
        for (double width = 200; width <= 1600; width += 40) {
            struct legend legend;
            legend_arrange(&legend, &picture.request.scene,
                           &(struct legend_room){width, MARGIN, 1, i % 2 == 0});
            ck_assert_uint_ge(legend.count, 20);
            assert_apart(&legend, width);
        }
        fixture_picture_end(&picture);
    }
}
END_TEST

/* The grey types share a diamond. */
START_TEST(junctions_have_a_diamond_for_each_colour)
{
    struct fixture_picture picture;
    struct legend legend;
    fixture_picture_begin(&picture, TIE("support", "r", "a", "b", ASSERTS), "");
    picture.request.scene.uses = everything;
    legend_arrange(&legend, &picture.request.scene, &(struct legend_room){400, MARGIN, 1, false});
    ck_assert_uint_eq(legend.junctions, 0x1f);
    fixture_picture_end(&picture);
}
END_TEST

/* The page of a figure with OPTIONS around a drawing 300 by 300 points large. */
static struct page page_with(struct fixture_picture *picture, const char *options)
{
    static const struct page_drawing drawing = {300, 300, true};
    struct page page;
    fixture_picture_begin(picture, TIE("support", "r", "a", "b", ASSERTS), options);
    ck_assert_int_eq(lettering_write(&picture->request.scene), STATUS_OK);
    ck_assert_int_eq(page_init(&page, &picture->request.scene, &drawing), STATUS_OK);
    return page;
}

static void assert_page(const char *options, double width, size_t lines)
{
    struct fixture_picture picture;
    struct page page = page_with(&picture, options);
    ck_assert_double_eq_tol(page.width, width, 0.1);
    ck_assert_uint_eq(page.title.lines.count, lines);
    page_clear(&page);
    fixture_picture_end(&picture);
}

/* Options are separated by spaces, and titles here by no-break spaces and hyphens. */
START_TEST(a_page_is_as_wide_as_its_paper)
{
    assert_page("title=Short", 481.9, 1);           /* 170 mm */
    assert_page("title=Short page=column", 316, 1); /* 85 mm are less than the drawing needs */
    assert_page("title=Short width=120mm", 340.2, 1);
    assert_page("title=One-title-of-forty-nine-letters,-on-a-single-line", 481.9, 1);
    assert_page("title=One-title-of-forty-nine-letters,-on-a-single-line width=115mm", 326, 2);
}
END_TEST

/* Fails unless the page around a drawing HEIGHT points high, whose legend has two rows on a page
   as wide as the drawing, has a legend of ROWS rows. */
static void assert_legend_page(double height, int rows)
{
    static const char ties[] =
        TIE("support", "r", "a", "c", ASSERTS) TIE("hosting", "s", "c", "a", SUSPECTS);
    const struct page_drawing drawing = {320, height, true};
    struct fixture_picture picture;
    struct page page;
    fixture_picture_begin(&picture, ties, "title= width=150mm");
    ck_assert_int_eq(lettering_write(&picture.request.scene), STATUS_OK);
    ck_assert_int_eq(page_init(&page, &picture.request.scene, &drawing), STATUS_OK);
    ck_assert_double_eq_tol(page.legend.height, (rows - 1) * LEGEND_ROW + LEGEND_SHAPE_HEIGHT,
                            0.01);
    ck_assert(page.dense == (rows < 2));
    page_clear(&page);
    fixture_picture_end(&picture);
}

START_TEST(a_legend_is_dense_if_it_is_too_high)
{
    assert_legend_page(400, 2);
    assert_legend_page(100, 1);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {what_all_have_in_common_is_said_once,
                                  a_form_of_all_ties_is_in_the_legend,
                                  only_what_differs_has_a_block,
                                  a_dense_legend_leaves_out_headings_where_that_saves_a_row,
                                  entries_have_places_of_their_own,
                                  junctions_have_a_diamond_for_each_colour,
                                  a_page_is_as_wide_as_its_paper,
                                  a_legend_is_dense_if_it_is_too_high};
    return fixture_run("legend", tests, sizeof tests / sizeof *tests);
}
