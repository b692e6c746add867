/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "render/origin.h"

#define DIGITS_64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static enum origin origin_of_bytes(const char *bytes, size_t length)
{
    char *path = fixture_file(bytes, length);
    enum origin origin = origin_of(path);
    remove(path);
    free(path);
    return origin;
}

static enum origin origin_of_text(const char *text)
{
    return origin_of_bytes(text, strlen(text));
}

START_TEST(traces_of_entente_are_found)
{
    ck_assert_int_eq(
        origin_of_text("<svg viewBox=\"0 0 1 1\" role=\"img\" aria-labelledby=\"x-figure-title\" "
                       "aria-describedby=\"x-figure-desc\"/>"),
        ORIGIN_ENTENTE);
    ck_assert_int_eq(origin_of_text("%PDF-1.7\n<< /Creator (entente) >>"), ORIGIN_ENTENTE);
    ck_assert_int_eq(
        origin_of_text("digraph entente {\n\tgraph [esep=\"+8\",\n\t\tsep=\"+14\",\n\t];\n}\n"),
        ORIGIN_ENTENTE);
    ck_assert_int_eq(
        origin_of_text("\xef\xbb\xbf<svg><f:figure xmlns:f=\"urn:entente:figure:1\"/>"),
        ORIGIN_ENTENTE);
    ck_assert_int_eq(origin_of_text("%PDF-1.7\n<</Creator(entente)>>"), ORIGIN_ENTENTE);
    ck_assert_int_eq(origin_of_text("\x89PNG\r\n tEXtmade-from." DIGITS_64), ORIGIN_ENTENTE);
    ck_assert_int_eq(origin_of_text("graph g { graph [comment=\"made-from " DIGITS_64 "\"] }"),
                     ORIGIN_ENTENTE);
}
END_TEST

/* A trace may lie across two blocks of the file. */
START_TEST(traces_are_found_anywhere)
{
    for (size_t before = 65500; before < 65560; before++) {
        struct buffer text = BUFFER_EMPTY;
        buffer_text(&text, "<svg>");
        for (size_t i = 5; i < before; i++)
            buffer_char(&text, ' ');
        buffer_text(&text, "<f:g xmlns:f='urn:entente:figure:1'/></svg>");
        ck_assert_int_eq(origin_of_bytes(text.bytes, text.length), ORIGIN_ENTENTE);
        buffer_clear(&text);
    }
}
END_TEST

START_TEST(pictures_of_other_programs_are_told_apart)
{
    ck_assert_int_eq(origin_of_text("<?xml version=\"1.0\"?>\n<svg/>"), ORIGIN_OTHER);
    ck_assert_int_eq(origin_of_text("<svg><g/></svg>\n<!-- end -->\n"), ORIGIN_OTHER);
    ck_assert_int_eq(origin_of_text("<svg:svg xmlns:svg=\"x\"><svg:g></svg:g></svg:svg>"),
                     ORIGIN_OTHER);
    ck_assert_int_eq(origin_of_text("%PDF-1.4\n(cairo)\n%%EOF\n"), ORIGIN_OTHER);
    ck_assert_int_eq(origin_of_text("\x89PNG\r\n\x1a\n IEND crc"), ORIGIN_OTHER);
    ck_assert_int_eq(origin_of_text("graph g { a -- b }"), ORIGIN_OTHER);
}
END_TEST

START_TEST(words_of_entente_are_no_traces)
{
    static const char *const texts[] = {
        "<svg><text>Edward VII and Loubet (entente cordiale)</text></svg>",
        "<svg><text>cheese made-from milk, figure-title</text></svg>",
        "<svg><!-- urn:entente:figure:1 --><text>digraph entente {</text></svg>",
        "<svg><text>/Creator (entente)</text></svg>",
        "<svg viewBox=\"0 0 9 9\"><text class=\"figure-title\">Mine</text></svg>",
        "<svg role=\"img\" aria-labelledby=\"title\"><title id=\"figure-title\">A</title></svg>",
        "digraph entente { britain -> france }",
        "graph { a -- b [label=\"cheese made-from milk\"] }",
        "// digraph entente {\ngraph { a -- b }",
        "digraph g { a [label=\"figure-title\"] b [label=\"'urn:entente:figure:1\"] }",
        "%PDF-1.7\n(entente cordiale) Tj \"figure-title\"\n%%EOF\n",
        "\x89PNG\r\n tEXtmade-from IEND",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(origin_of_text(texts[i]) == ORIGIN_OTHER, "%s", texts[i]);
}
END_TEST

/* A text, a dataset, or a picture in a format that figures are not drawn in. */
START_TEST(other_files_are_told_apart)
{
    ck_assert_int_eq(
        origin_of_text("GIF89a, and the rest of the picture, which has some more bytes "
                       "than this"),
        ORIGIN_OTHER);
    struct buffer text = BUFFER_EMPTY; /* a comment longer than a block */
    buffer_text(&text, "<!--");
    for (int i = 0; i < 200000; i++)
        buffer_char(&text, ' ');
    buffer_text(&text, "--><svg></svg>");
    ck_assert_int_eq(origin_of_bytes(text.bytes, text.length), ORIGIN_OTHER);
    buffer_clear(&text);
}
END_TEST

START_TEST(what_is_cut_off_has_no_origin)
{
    static const char start[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"479.41pt\">\n"
                                "<metadata><figure xmlns=\"urn";
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\1\2\3\4\5\6\7\10\11"
                              "\0\0\0\12tEXtmade-from\0a1b2";
    for (size_t length = 0; length < sizeof start; length++)
        ck_assert_int_eq(origin_of_bytes(start, length), ORIGIN_NONE);
    for (size_t length = 0; length < sizeof png; length++)
        ck_assert_int_eq(origin_of_bytes(png, length), ORIGIN_NONE);
    ck_assert_int_eq(origin_of_text("%PDF-1.5\n%\xb5\xed\xae\xfb\n"), ORIGIN_NONE);
    ck_assert_int_eq(origin_of_text("digraph entente {\n"), ORIGIN_NONE);
    ck_assert_int_eq(origin_of("/nowhere/figure.svg"), ORIGIN_NONE);
    ck_assert_int_eq(origin_of("/"), ORIGIN_NONE);
}
END_TEST

/* However small it is, or if it is cut off: it may be the only copy. */
START_TEST(what_entente_did_not_begin_is_kept)
{
    static const char *const texts[] = {
        "x\n",
        "db password: hunter2; only copy, do not delete\n",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"479.41pt\" hei",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "width=\"9\"><path d=\"M0,0",
        "%PDF-1.5\n3 0 obj\n<< /Length 4 0 R",
        "\x89PNG\r\n\x1a\nIHDR and the first rows of the picture, and then nothing",
        "digraph entente {\n a ->",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(origin_of_text(texts[i]) == ORIGIN_OTHER, "%s", texts[i]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {traces_of_entente_are_found,
                            traces_are_found_anywhere,
                            pictures_of_other_programs_are_told_apart,
                            words_of_entente_are_no_traces,
                            other_files_are_told_apart,
                            what_is_cut_off_has_no_origin,
                            what_entente_did_not_begin_is_kept};
    return fixture_run("origin", tests, sizeof tests / sizeof *tests);
}
