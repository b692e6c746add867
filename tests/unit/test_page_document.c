/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "render/stamp.h"
#include "report/assets.h"
#include "report/page_document.h"
#include "report/page_words.h"
#include "report/policy.h"

static void assert_hash(const char *text, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    policy_add_hash(&out, text, strlen(text));
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

/* By hashlib.sha256 and base64 of Python. */
START_TEST(policies_have_hashes)
{
    assert_hash("", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    assert_hash("alpha", "'sha256-jtP2rWhblZ6tcCJRjhr3bNgW+OjsfM3aHtQBjo8iI/g='");
}
END_TEST

/* A page of one figure, and what a test changes of it. */
struct sample {
    struct page_document document;
    struct page_figure figure;
    struct buffer data;
};

static void sample_begin(struct sample *sample)
{
    *sample = (struct sample){
        .document = {WORDING_ENGLISH, "en", "Title", "Description", &sample->data,
                     &sample->figure, 1},
        .figure = {.id = "a",
                   .title = "Figure",
                   .description = "About it",
                   .svg = BUFFER_EMPTY,
                   .fingerprint = "f"},
        .data = BUFFER_EMPTY,
    };
    buffer_text(&sample->data, "{\"key\": \"value\"}\n");
    buffer_text(&sample->figure.svg, "<?xml version=\"1.0\"?>\n<svg id=\"a-b\"/>\n");
}

static void sample_end(struct sample *sample)
{
    buffer_clear(&sample->data);
    buffer_clear(&sample->figure.svg);
}

/* Ends the sample; the page is freed by the caller. */
static struct buffer write_sample(struct sample *sample)
{
    struct buffer out = BUFFER_EMPTY;
    ck_assert_int_eq(page_document_write(&sample->document, &out), STATUS_OK);
    sample_end(sample);
    return out;
}

static size_t count(const struct buffer *out, const char *word)
{
    size_t number = 0;
    for (const char *at = buffer_string(out); (at = strstr(at, word)) != NULL; at++)
        number++;
    return number;
}

START_TEST(figures_lose_their_declaration)
{
    struct sample sample;
    sample_begin(&sample);
    struct buffer out = write_sample(&sample);
    ck_assert_uint_eq(count(&out, "<div class=\"sheet\"><svg id=\"a-b\"/>"), 1);
    ck_assert_uint_eq(count(&out, "<?xml version=\"1.0\"?>"), 0);
    ck_assert_uint_eq(count(&out, "<h2 dir=\"auto\">Figure</h2>\n<p dir=\"auto\">About it</p>"),
                      1);
    buffer_clear(&out);
}
END_TEST

START_TEST(titles_are_not_repeated)
{
    struct sample sample;
    sample_begin(&sample);
    sample.figure.title = "Title";
    sample.figure.description = "";
    struct buffer out = write_sample(&sample);
    ck_assert_uint_eq(count(&out, "<h2"), 0);
    buffer_clear(&out);
}
END_TEST

/* Nothing that a dataset says ends an element or begins one. */
START_TEST(texts_are_escaped)
{
    struct sample sample;
    sample_begin(&sample);
    sample.document.title = "</title><script>x()</script>";
    sample.figure.title = "\"><b>";
    sample.figure.description = "<!--";
    buffer_clear(&sample.data);
    buffer_text(&sample.data, "{\"a\": \"</script><!--<script>\"}");
    struct buffer out = write_sample(&sample);
    ck_assert_uint_eq(count(&out, "<script"), 2);
    ck_assert_uint_eq(count(&out, "</script"), 2);
    ck_assert_uint_eq(count(&out, "<!--"), 0);
    ck_assert_uint_eq(count(&out, "<b>"), 0);
    ck_assert_uint_eq(count(&out, "{\"a\": \"\\u003c/script>\\u003c!--\\u003cscript>\"}"), 1);
    buffer_clear(&out);
}
END_TEST

START_TEST(pages_are_in_their_language)
{
    struct sample sample;
    sample_begin(&sample);
    sample.document.language = "fa-AF";
    sample.document.wording = WORDING_PERSIAN;
    struct buffer out = write_sample(&sample);
    ck_assert_uint_eq(count(&out, "<html lang=\"fa-AF\" dir=\"rtl\">"), 1);
    buffer_clear(&out);
    sample_begin(&sample);
    sample.document.language = "de"; /* the words of the page are English then */
    out = write_sample(&sample);
    ck_assert_uint_eq(count(&out, "<html lang=\"en\" dir=\"ltr\">"), 1);
    buffer_clear(&out);
}
END_TEST

/* The assets would end their elements otherwise. */
START_TEST(assets_hold_no_markup)
{
    struct buffer out = BUFFER_EMPTY;
    buffer_add(&out, report_script, report_script_length);
    ck_assert_uint_eq(count(&out, "</script"), 0);
    ck_assert_uint_eq(count(&out, "<!--"), 0);
    ck_assert_uint_eq(count(&out, "innerHTML"), 0);
    buffer_clear(&out);
    buffer_add(&out, report_style, report_style_length);
    ck_assert_uint_eq(count(&out, "</style"), 0);
    ck_assert_uint_eq(count(&out, "url("), 0);
    ck_assert_uint_eq(count(&out, "@import"), 0);
    buffer_clear(&out);
}
END_TEST

static void write_fingerprint(struct sample *sample, char fingerprint[FINGERPRINT_SIZE])
{
    ck_assert_int_eq(page_document_fingerprint(&sample->document, fingerprint), STATUS_OK);
    sample_end(sample);
}

/* The bytes of figures don't matter, their fingerprints do. */
START_TEST(fingerprints_stand_for_pages)
{
    char first[FINGERPRINT_SIZE], other[FINGERPRINT_SIZE];
    struct sample sample;
    sample_begin(&sample);
    write_fingerprint(&sample, first);
    sample_begin(&sample);
    buffer_clear(&sample.figure.svg);
    write_fingerprint(&sample, other);
    ck_assert_str_eq(first, other);
    sample_begin(&sample);
    strcpy(sample.figure.fingerprint, "g");
    write_fingerprint(&sample, other);
    ck_assert_str_ne(first, other);
    sample_begin(&sample);
    buffer_text(&sample.data, " ");
    write_fingerprint(&sample, other);
    ck_assert_str_ne(first, other);
}
END_TEST

START_TEST(pages_are_sealed)
{
    char wanted[FINGERPRINT_SIZE], found[FINGERPRINT_SIZE];
    struct sample sample;
    sample_begin(&sample);
    write_fingerprint(&sample, wanted);
    sample_begin(&sample);
    struct buffer out = write_sample(&sample);
    char *path = fixture_file(out.bytes, out.length);
    ck_assert_int_eq(stamp_read(path, found), STAMP_FOUND);
    ck_assert_str_eq(found, wanted);
    remove(path);
    free(path);
    out.bytes[out.length - 2] = 'x';
    path = fixture_file(out.bytes, out.length);
    ck_assert_int_eq(stamp_read(path, found), STAMP_CHANGED);
    remove(path);
    free(path);
    buffer_clear(&out);
}
END_TEST

/* A number is in all languages of a word, or in none. */
START_TEST(words_are_complete)
{
    static const struct {
        const char *key;
        const char *names[WORDINGS];
    } words[] = {
#define NAMES(...)                                                                               \
    {                                                                                            \
        __VA_ARGS__                                                                              \
    }
#define PAGE_WORD(key, names) {key, names},
#include "report/page_words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (unsigned w = 0; w < WORDINGS; w++) {
            const char *english = words[i].names[0], *name = words[i].names[w];
            ck_assert_msg(name != NULL && name[0] != '\0', "%s", words[i].key);
            ck_assert_msg((strchr(english, '#') != NULL) == (strchr(name, '#') != NULL), "%s",
                          words[i].key);
            ck_assert_msg((strchr(english, '%') != NULL) == (strchr(name, '%') != NULL), "%s",
                          words[i].key);
            ck_assert_str_eq(page_word((enum wording)w, words[i].key), name);
        }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        policies_have_hashes,         figures_lose_their_declaration,
        titles_are_not_repeated,      texts_are_escaped,
        pages_are_in_their_language,  assets_hold_no_markup,
        fingerprints_stand_for_pages, pages_are_sealed,
        words_are_complete,
    };
    return fixture_run("page document", tests, sizeof tests / sizeof *tests);
}
