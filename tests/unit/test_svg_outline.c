/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "render/recipe.h"
#include "render/svg_outline.h"

#define START "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
#define META "<metadata><figure xmlns=\"urn:entente:figure:1\" picture-format=\"7\""

static enum status read_outline(struct svg_outline *outline, const char *svg)
{
    return svg_outline_read(outline, svg, strlen(svg));
}

static void assert_refused(const char *svg)
{
    struct svg_outline outline;
    ck_assert_int_eq(read_outline(&outline, svg), STATUS_INVALID);
    svg_outline_clear(&outline);
}

START_TEST(groups_have_their_own_sentences_and_texts)
{
    struct svg_outline outline;
    ck_assert_int_eq(read_outline(&outline,
                                  START "<g id=\"a\" class=\"edge\"><title>A &amp; B</title>"
                                        "<path stroke-width=\"2\"/><path stroke-width=\"3\"/>"
                                        "<text>x</text><g id=\"b\"><text>y</text></g>"
                                        "<text>z</text></g></svg>"),
                     STATUS_OK);
    const struct svg_part *a = svg_outline_find(&outline, "a");
    ck_assert_ptr_nonnull(a);
    ck_assert_str_eq(buffer_string(&a->sentence), "A & B");
    ck_assert_str_eq(buffer_string(&a->text), "x z");
    ck_assert_str_eq(svg_outline_text(&outline, a->class), "edge");
    ck_assert_str_eq(svg_outline_text(&outline, a->width), "2");
    ck_assert_str_eq(buffer_string(&svg_outline_find(&outline, "b")->text), "y");
    ck_assert_ptr_null(svg_outline_find(&outline, "c"));
    svg_outline_clear(&outline);
}
END_TEST

START_TEST(metadata_are_those_of_entente)
{
    struct svg_outline outline;
    ck_assert_int_eq(read_outline(&outline, START META " dataset=\"a&amp;b.xml\" options=\"\"/>"
                                                       "</metadata></svg>"),
                     STATUS_OK);
    ck_assert_int_eq(outline.version, 7);
    ck_assert(outline.has_options);
    ck_assert_str_eq(svg_outline_text(&outline, outline.dataset), "a&b.xml");
    svg_outline_clear(&outline);
    ck_assert_int_eq(read_outline(&outline, START "<metadata><figure dataset=\"a\" options=\"\"/>"
                                                  "</metadata></svg>"),
                     STATUS_OK);
    ck_assert(!outline.has_options);
    svg_outline_clear(&outline);
}
END_TEST

START_TEST(what_no_figure_has_is_refused)
{
    struct buffer deep = BUFFER_EMPTY;
    buffer_text(&deep, START);
    for (int i = 0; i < 100; i++)
        buffer_text(&deep, "<g>");
    for (int i = 0; i < 100; i++)
        buffer_text(&deep, "</g>");
    buffer_text(&deep, "</svg>");
    assert_refused(buffer_string(&deep));
    buffer_clear(&deep);
    assert_refused(START "<g id=\"a\"/><g id=\"a\"/></svg>");
    assert_refused("<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>");
    assert_refused(START "<g>");
    assert_refused(START META " dataset=\"a\"/>" META " dataset=\"b\"/></metadata></svg>");
    assert_refused("");
}
END_TEST

static void assert_png(const char *bytes, size_t length, enum status expected)
{
    struct recipe recipe = {.stated = false};
    struct buffer figure = BUFFER_EMPTY;
    buffer_add(&figure, bytes, length);
    ck_assert_int_eq(recipe_read_png(&recipe, &figure), expected);
    ck_assert(!recipe.stated);
    recipe_clear(&recipe);
    buffer_clear(&figure);
}

START_TEST(a_chunk_that_is_cut_off_is_not_read)
{
    static const char cut[] = "\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtdrawn-with\0\0\0\0\0";
    static const char none[] = "\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0";
    for (size_t length = 20; length < sizeof cut; length++)
        assert_png(cut, length, STATUS_INVALID);
    assert_png(none, sizeof none, STATUS_OK);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        groups_have_their_own_sentences_and_texts,
        metadata_are_those_of_entente,
        what_no_figure_has_is_refused,
        a_chunk_that_is_cut_off_is_not_read,
    };
    return fixture_run("svg_outline", tests, sizeof tests / sizeof *tests);
}
