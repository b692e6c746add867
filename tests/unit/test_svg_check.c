/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "render/svg_check.h"

/* The messages about an SVG with the contents INSIDE. */
static const char *messages_of(const char *inside, enum status *status)
{
    struct buffer svg = BUFFER_EMPTY;
    struct fixture_messages caught;
    buffer_format(&svg,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>\n",
                  inside);
    fixture_messages_begin(&caught);
    *status = svg_check(svg.bytes, svg.length, &caught.messages);
    buffer_clear(&svg);
    return fixture_messages_end(&caught);
}

START_TEST(figures_that_only_draw_are_accepted)
{
    static const char *const drawings[] = {
        "",
        "<title id=\"t\">a &lt;script&gt; &amp; more</title>",
        "<g id=\"a\" class=\"node\"><rect x=\"-1\"/><text>onload=alert(1)</text></g>",
        "<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
        "inkscape:groupmode=\"layer\" inkscape:label=\"ties\"/>",
        "<a href=\"#note\"><path d=\"M0,0C1,2 3.5,4 5,-6Z\" fill=\"none\"/></a>",
        "<a href=\"https://example.org/?a=1&amp;b=2\"><text>x</text></a>",
        "<g class=\"edge form-\u0633\" transform=\"translate(1,-2.5) scale(.5)\"/>",
        "<g data-relations=\"a b\" transform=\"translate(1,-2.5)\"/>",
        "<ellipse cx=\"1\" cy=\"2\" rx=\"3\" ry=\"4\" fill=\"#FFFFFF\" stroke=\"#1a2b3c\"/>",
        "<metadata><figure dataset=\"url(a\\b).xml\" xmlns=\"urn:entente:figure:1\" "
        "picture-format=\"4\"/></metadata>",
    };
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++) {
        enum status status;
        ck_assert_str_eq(messages_of(drawings[i], &status), "");
        ck_assert_int_eq(status, STATUS_OK);
    }
}
END_TEST

START_TEST(anything_else_is_rejected)
{
    static const char *const wrong[][2] = {
        {"<script>x</script>", "element <script>"},
        {"<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "element <script>"},
        {"<h:a xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "element <a>"},
        {"<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "element <g>"},
        {"<s:g xmlns:s=\"http://www.w3.org/2000/svg\"/>", "element <g>"},
        {"<foreignObject/>", "element <foreignObject>"},
        {"<image href=\"#x\"/>", "element <image>"},
        {"<use href=\"https://evil.example/#a\"/>", "element <use>"},
        {"<iframe/>", "element <iframe>"},
        {"<animate attributeName=\"filter\" to=\"url(https://x)\"/>", "element <animate>"},
        {"<set attributeName=\"fill\" to=\"url(https://x)\"/>", "element <set>"},
        {"<style>@import 'x';</style>", "element <style>"},
        {"<style>@import url(https://evil.example/a.css);<g/></style>", "element <style>"},
        {"<svg/>", "element <svg>"},
        {"<text><g/></text>", "element <g>"},
        {"<rect><title/></rect>", "element <title>"},
        {"<g><g><g><g><g><g><g><g><g><g><g><g><g><g><g><g/></g></g></g></g></g></g></g></g></g></"
         "g>"
         "</g></g></g></g></g>",
         "element <g>"},
        {"<g>text</g>", "text outside of <text>"},
        {"<g onload=\"x\"/>", "attribute onload of <g>"},
        {"<g OnClick=\"x\"/>", "attribute OnClick of <g>"},
        {"<g style=\"fill:url(http://x)\"/>", "attribute style of <g>"},
        {"<g filter=\"url(#x)\"/>", "attribute filter of <g>"},
        {"<g xml:base=\"http://x\"/>", "attribute base of <g>"},
        {"<a href=\"#a\" ping=\"https://x\"/>", "attribute ping of <a>"},
        {"<a xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"#a\"/>", "attribute href of <a>"},
        {"<g xmlns:x=\"urn:x\" x:id=\"a\"/>", "attribute id of <g>"},
        {"<rect fill=\"url(#a)\"/>", "fill \"url(#a)\""},
        {"<rect fill=\"red\"/>", "fill \"red\""},
        {"<rect fill=\"#FFFFFF;\"/>", "fill \"#FFFFFF;\""},
        {"<rect stroke=\"URL( 'x')\"/>", "stroke \"URL( 'x')\""},
        {"<rect width=\"1e9\"/>", "width \"1e9\""},
        {"<rect width=\"\"/>", "width \"\""},
        {"<rect width=\"1.\"/>", "width \"1.\""},
        {"<path d=\"M0,0a1\"/>", "d \"M0,0a1\""},
        {"<polygon points=\"0,0 -\"/>", "points \"0,0 -\""},
        {"<g transform=\"translate(1) url(x)\"/>", "transform \"translate(1) url(x)\""},
        {"<g transform=\"rotate(1)\"/>", "transform \"rotate(1)\""},
        {"<g class=\"a;b\"/>", "class \"a;b\""},
        {"<text font-family=\"x, url(y)\"/>", "font-family \"x, url(y)\""},
        {"<text text-anchor=\"middle end\"/>", "text-anchor \"middle end\""},
        {"<g id=\"\"/>", "id \"\""},
        {"<g id=\"a b\"/>", "id \"a b\""},
        {"<g id=\"a\"/><g id=\"a\"/>", "duplicate id \"a\""},
        {"<a href=\"javascript:x\"/>", "unsafe link \"javascript:x\""},
        {"<a href=\"java&#9;script:x\"/>", "unsafe link"},
        {"<a href=\"other.svg#x\"/>", "unsafe link"},
        {"<?xml-stylesheet href=\"x\"?>", "processing instruction <?xml-stylesheet?>"},
        {"<!-- x -->", "a comment"},
        {"<text><![CDATA[x]]></text>", "a CDATA section"},
        {"<g>", "line 2: "},
        {"<g id=\"a\" id=\"b\"/>", "line 2: "},
        {"&nothing;", "line 2: "},
        {"\x01", "line 2: "},
        {"\xff", "line 2: "},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        enum status status;
        const char *printed = messages_of(wrong[i][0], &status);
        ck_assert_msg(status == STATUS_FAILURE && strstr(printed, wrong[i][1]) != NULL, "%s: %s",
                      wrong[i][0], printed);
        ck_assert_uint_eq(strcspn(printed, "\n") + 1, strlen(printed)); /* one message */
    }
}
END_TEST

/* More bytes than are given to the parser at once. */
START_TEST(a_large_figure_is_checked_to_its_end)
{
    struct buffer inside = BUFFER_EMPTY;
    enum status status;
    for (int i = 0; i < 50000; i++)
        buffer_format(&inside, "<g id=\"a%d\" class=\"node\"/>\n", i);
    ck_assert_uint_gt(inside.length, 1 << 20);
    ck_assert_str_eq(messages_of(buffer_string(&inside), &status), "");
    ck_assert_int_eq(status, STATUS_OK);
    buffer_text(&inside, "<g id=\"a7\"/>");
    ck_assert_ptr_nonnull(
        strstr(messages_of(buffer_string(&inside), &status), "duplicate id \"a7\""));
    ck_assert_int_eq(status, STATUS_FAILURE);
    buffer_clear(&inside);
}
END_TEST

START_TEST(a_doctype_or_a_truncated_figure_is_rejected)
{
    static const char other[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></g></svg>";
    static const char coded[] = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
    static const char half[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></g>";
    static const char doctype[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>";
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(svg_check(doctype, sizeof doctype - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(half, sizeof half - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(other, sizeof other - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(coded, sizeof coded - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(half, 0, &caught.messages), STATUS_FAILURE);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_msg(strstr(printed, "does not begin as") != NULL, "%s", printed);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        figures_that_only_draw_are_accepted,
        anything_else_is_rejected,
        a_large_figure_is_checked_to_its_end,
        a_doctype_or_a_truncated_figure_is_rejected,
    };
    return fixture_run("markup", tests, sizeof tests / sizeof *tests);
}
