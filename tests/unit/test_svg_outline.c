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

START_TEST(a_group_with_the_id_of_another_is_found_as_a_repetition)
{
    struct svg_outline outline;
    ck_assert_int_eq(
        read_outline(&outline, START "<g id=\"a\" class=\"x\"/>\n<g id=\"a\"/></svg>"),
        STATUS_OK);
    ck_assert_uint_eq(outline.count, 2);
    ck_assert(!outline.parts[0].repeated && outline.parts[1].repeated);
    ck_assert_ptr_eq(svg_outline_find(&outline, "a"), &outline.parts[0]);
    ck_assert_int_eq(outline.parts[1].line, 2);
    svg_outline_clear(&outline);
}
END_TEST

static void assert_element(const struct svg_outline *outline, size_t index, const char *name,
                           const char *attributes, const char *words, int line)
{
    const struct svg_element *element = &outline->elements.items[index];
    struct buffer found = BUFFER_EMPTY;
    buffer_add(&found, buffer_string(&outline->words) + element->words, element->word_count);
    ck_assert_str_eq(svg_outline_text(outline, element->name), name);
    ck_assert_str_eq(svg_outline_text(outline, element->attributes), attributes);
    ck_assert_str_eq(buffer_string(&found), words);
    ck_assert_int_eq(element->line, line);
    buffer_clear(&found);
}

START_TEST(elements_have_their_attributes_by_name_and_their_words)
{
    struct svg_outline outline;
    ck_assert_int_eq(read_outline(&outline,
                                  START META "/></metadata>\n<g id=\"a\"><text y=\"2\" "
                                             "x=\"1&amp;\">b<x:i xmlns:x=\"u\"/>c</text></g>"
                                             "\n<?p q?></svg>"),
                     STATUS_OK);
    ck_assert_uint_eq(outline.elements.count, 6);
    assert_element(&outline, 1, "metadata", "", "", 1);
    assert_element(&outline, 2, "g",
                   "id\x1E"
                   "a\x1F",
                   "", 2);
    assert_element(&outline, 3, "text",
                   "x\x1E"
                   "1&\x1Fy\x1E"
                   "2\x1F",
                   "bc", 2);
    assert_element(&outline, 4, "x:i u", "", "", 2);
    assert_element(&outline, 5, "?p", "", "q", 3);
    ck_assert_uint_eq(outline.elements.items[3].parent, 2);
    ck_assert_uint_eq(outline.elements.items[4].parent, 3);
    ck_assert_uint_eq(outline.elements.items[3].part, 0);
    ck_assert_uint_eq(outline.elements.items[5].part, SVG_OUTLINE_NONE);
    ck_assert_uint_eq(outline.elements.items[0].parent, SVG_OUTLINE_NONE);
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
        a_group_with_the_id_of_another_is_found_as_a_repetition,
        elements_have_their_attributes_by_name_and_their_words,
        metadata_are_those_of_entente,
        what_no_figure_has_is_refused,
        a_chunk_that_is_cut_off_is_not_read,
    };
    return fixture_run("svg_outline", tests, sizeof tests / sizeof *tests);
}
