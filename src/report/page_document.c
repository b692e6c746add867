/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "report/page_document.h"

#include <stdio.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "render/stamp.h"
#include "render/svg.h"
#include "report/assets.h"
#include "report/page_words.h"
#include "report/policy.h"
#include "sha256.h"

/* A page that is being written. */
struct writing {
    const struct page_document *document;
    struct buffer *out;
    struct buffer script, style;
    const char *fingerprint; /* NULL: the page is only written to make it */
};

/* <NAME>TEXT</NAME>, in the direction of the text, which may be in another language than the
   page; nothing for "". */
static void add_element(struct buffer *out, const char *name, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_format(out, "<%s dir=\"auto\">", name);
    svg_escape(out, text);
    buffer_format(out, "</%s>\n", name);
}

/* The stamp comes before everything that a dataset has a say in. */
static void add_stamp(const struct writing *writing)
{
    buffer_text(writing->out, "<meta name=\"entente\" content=\"");
    if (writing->fingerprint != NULL)
        stamp_write(writing->out, writing->fingerprint);
    buffer_text(writing->out, "\">\n");
}

static void add_head(const struct writing *writing)
{
    struct buffer *out = writing->out;
    buffer_text(out, "<head>\n<meta charset=\"utf-8\">\n");
    add_stamp(writing);
    buffer_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"");
    policy_write(out, &writing->script, &writing->style);
    buffer_text(out, "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<link rel=\"icon\" href=\"data:,\">\n");
    add_element(out, "title", writing->document->title);
    buffer_text(out, "<style>");
    buffer_add(out, buffer_string(&writing->style), writing->style.length);
    buffer_text(out, "</style>\n</head>\n");
}

/* Adds an SVG without its XML declaration, which HTML does not have. */
static void add_svg(struct buffer *out, const struct buffer *svg)
{
    const char *start = buffer_string(svg), *end = start + svg->length;
    const char *root = bytes_find(start, end, "<svg");
    if (root != NULL)
        buffer_add(out, root, (size_t)(end - root));
}

static void add_figure(const struct writing *writing, const struct page_figure *figure)
{
    struct buffer *out = writing->out;
    buffer_text(out, "<section class=\"view\"");
    svg_attribute(out, "data-view", figure->id);
    buffer_text(out, ">\n");
    if (strcmp(figure->title, writing->document->title) != 0)
        add_element(out, "h2", figure->title);
    add_element(out, "p", figure->description);
    buffer_text(out, "<div class=\"sheet\">");
    if (writing->fingerprint != NULL)
        add_svg(out, &figure->svg);
    else
        buffer_text(out, figure->fingerprint);
    buffer_text(out, "</div>\n</section>\n");
}

/* In JSON, "<" is only in strings, where it can be written otherwise: so there is no end tag in
   the data, nor the start of a comment. */
static void add_data(struct buffer *out, const struct buffer *data)
{
    const char *at = buffer_string(data), *end = at + data->length;
    buffer_text(out, "<script type=\"application/json\" id=\"page-data\">\n");
    while (at < end) {
        const char *sign = memchr(at, '<', (size_t)(end - at));
        const char *stop = sign != NULL ? sign : end;
        buffer_add(out, at, (size_t)(stop - at));
        if (sign != NULL)
            buffer_text(out, "\\u003c");
        at = sign != NULL ? sign + 1 : end;
    }
    buffer_text(out, "</script>\n");
}

static void add_body(const struct writing *writing)
{
    const struct page_document *document = writing->document;
    struct buffer *out = writing->out;
    buffer_text(out, "<body>\n<header>\n");
    add_element(out, "h1", document->title);
    add_element(out, "p", document->description);
    buffer_text(out, "</header>\n<noscript>");
    add_element(out, "p", page_word(document->wording, "noscript"));
    buffer_text(out, "</noscript>\n<main>\n");
    for (size_t i = 0; i < document->figure_count; i++)
        add_figure(writing, &document->figures[i]);
    buffer_text(out, "</main>\n");
    add_data(out, document->data);
    buffer_text(out, "<script>");
    buffer_add(out, buffer_string(&writing->script), writing->script.length);
    buffer_text(out, "</script>\n</body>\n");
}

static enum status write_page(const struct page_document *document, const char *fingerprint,
                              struct buffer *out)
{
    struct writing writing = {
        .document = document,
        .out = out,
        .script = BUFFER_EMPTY,
        .style = BUFFER_EMPTY,
        .fingerprint = fingerprint,
    };
    buffer_add(&writing.script, report_script, report_script_length);
    buffer_add(&writing.style, report_style, report_style_length);
    buffer_text(out, "<!DOCTYPE html>\n<html");
    svg_attribute(out, "lang",
                  wording_has(document->language) ? document->language
                                                  : wording_tag(document->wording));
    svg_attribute(out, "dir", wording_is_rtl(document->wording) ? "rtl" : "ltr");
    buffer_text(out, ">\n");
    add_head(&writing);
    add_body(&writing);
    buffer_text(out, "</html>\n");
    out->failed |= writing.script.failed || writing.style.failed;
    buffer_clear(&writing.script);
    buffer_clear(&writing.style);
    return buffer_status(out);
}

enum status page_document_fingerprint(const struct page_document *document,
                                      char fingerprint[FINGERPRINT_SIZE])
{
    struct buffer out = BUFFER_EMPTY;
    unsigned char digest[SHA256_DIGEST_SIZE];
    enum status status = write_page(document, NULL, &out);
    if (status == STATUS_OK)
        sha256_buffer(buffer_string(&out), out.length, digest);
    for (size_t i = 0; status == STATUS_OK && i < sizeof digest; i++)
        snprintf(fingerprint + 2 * i, 3, "%02x", digest[i]);
    buffer_clear(&out);
    return status;
}

enum status page_document_write(const struct page_document *document, struct buffer *out)
{
    char fingerprint[FINGERPRINT_SIZE];
    TRY(page_document_fingerprint(document, fingerprint));
    TRY(write_page(document, fingerprint, out));
    stamp_seal(out);
    return STATUS_OK;
}
