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
        "<g id=\"a\" class=\"node\"><rect x=\"1\"/><text>onload=alert(1)</text></g>",
        "<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
        "inkscape:groupmode=\"layer\" inkscape:label=\"ties\"/>",
        "<a href=\"#note\"><path d=\"M0,0\" fill=\"url(#shade)\"/></a>",
        "<a href=\"https://example.org/?a=1&amp;b=2\"><text>x</text></a>",
        "<set attributeName=\"opacity\" to=\"1\"/><g marker-end=\"url( '#m')\" id=\"o\"/>",
        "<style>@media (prefers-color-scheme: dark) { .node { fill: #fff } }</style>",
        "<metadata><figure dataset=\"url(a\\b).xml\" xmlns=\"urn:entente:figure:1\" "
        "made-from=\"0\"/></metadata>",
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
        {"<foreignObject/>", "element <foreignObject>"},
        {"<image href=\"#x\"/>", "element <image>"},
        {"<iframe/>", "element <iframe>"},
        {"<g onload=\"x\"/>", "event attribute onload"},
        {"<g OnClick=\"x\"/>", "event attribute OnClick"},
        {"<g id=\"\"/>", "duplicate id \"\""},
        {"<use src=\"x\"/>", "attribute src"},
        {"<set attributeName=\"onclick\" to=\"x\"/>", "animated attribute onclick"},
        {"<g marker-end=\"url(&quot;x#a&quot;)\"/>", "external reference"},
        {"<g id=\"a\"/><g id=\"a\"/>", "duplicate id \"a\""},
        {"<a href=\"javascript:x\"/>", "unsafe link \"javascript:x\""},
        {"<a href=\"java&#9;script:x\"/>", "unsafe link"},
        {"<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"><inkscape:grid/></g>",
         "element <grid>"},
        {"<a xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\" JAVASCRIPT:x\"/>", "unsafe link"},
        {"<use href=\"other.svg#x\"/>", "unsafe link"},
        {"<g style=\"fill:url(http://x)\"/>", "external reference"},
        {"<g fill=\"URL( 'x')\"/>", "external reference"},
        {"<set attributeName=\"href\" to=\"x\"/>", "animated attribute href"},
        {"<animate attributeName=\"xlink:href\" values=\"x\"/>", "animated attribute xlink:href"},
        {"<style>@import 'x';</style>", "external reference in a style sheet"},
        {"<style>a{fill:u<![CDATA[rl(//x)]]>}</style>", "external reference in a style sheet"},
        {"<style>a{fill:\\75rl(x)}</style>", "external reference in a style sheet"},
        {"<g xml:base=\"http://x\"/>", "attribute base"},
        {"<?xml-stylesheet href=\"x\"?>", "processing instruction <?xml-stylesheet?>"},
        {"<g>", "line 2: "},
        {"<g a=\"1\" a=\"2\"/>", "line 2: "},
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
    static const char doctype[] = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>";
    static const char half[] = "<svg><g></g>";
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(svg_check(doctype, sizeof doctype - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(half, sizeof half - 1, &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(svg_check(half, 0, &caught.messages), STATUS_FAILURE);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_msg(strstr(printed, "DOCTYPE\n") != NULL, "%s", printed);
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
