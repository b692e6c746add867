/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/sentence_part.h"

#include <string.h>

#include "base/text/escape.h"
#include "base/text/utf8.h"
#include "model/names.h"
#include "scene/claim_mimicry.h"
#include "scene/continuation.h"
#include "scene/mimicry.h"
#include "scene/quotation.h"

/* The marks U+200E, U+200F and U+061C, which act like a letter of their direction. */
static bool is_direction_mark(uint32_t code)
{
    return code == 0x200e || code == 0x200f || code == 0x61c;
}

/* Whether a part of TEXT is written against the direction of the wording, or may be shown so. */
static bool runs_against(const char *text, enum wording wording)
{
    const char *end = text + strlen(text);
    enum utf8_direction against =
        wording_is_rtl(wording) ? UTF8_LEFT_TO_RIGHT : UTF8_RIGHT_TO_LEFT;
    while (text < end) {
        const uint32_t code = utf8_next(&text, end);
        if (utf8_direction(code) == against || is_direction_mark(code))
            return true;
    }
    return false;
}

/* The text's own controls must not end an isolate. */
void sentence_add_text(struct buffer *out, const char *text, const struct sentence_style *style)
{
    bool isolated = style->isolates && runs_against(text, style->wording);
    if (!isolated) {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, UTF8_FIRST_STRONG_ISOLATE);
    escape_for_file(out, text, strlen(text));
    buffer_text(out, UTF8_POP_ISOLATE);
}

void sentence_add_quotation(struct buffer *out, const char *text,
                            const struct sentence_style *style)
{
    struct buffer inner = BUFFER_EMPTY;
    quotation_add_inner(&inner, text, style->wording);
    buffer_text(out, wording_word(style->wording, WORD_QUOTE_OPENING));
    sentence_add_text(out, buffer_string(&inner), style);
    buffer_text(out, wording_word(style->wording, WORD_QUOTE_CLOSING));
    out->failed |= inner.failed;
    buffer_clear(&inner);
}

void sentence_add_part(struct buffer *out, const char *text, const struct sentence_style *style)
{
    if (mimicry_is_in(text, &out->failed))
        sentence_add_quotation(out, text, style);
    else
        sentence_add_text(out, text, style);
}

void sentence_add_name(struct buffer *out, const char *name, const struct sentence_style *style)
{
    if (continuation_is_in(name, &out->failed))
        sentence_add_quotation(out, name, style);
    else
        sentence_add_part(out, name, style);
}

/* Adds a name, with an article if it has one in English. */
static void add_name(struct buffer *out, const char *name, bool article,
                     const struct sentence_style *style)
{
    buffer_text(out, article && wording_has_verbs(style->wording) ? "the " : "");
    sentence_add_name(out, name, style);
}

void sentence_add_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                         const struct sentence_style *style)
{
    add_name(out, network_vertex_name(network, vertex, style->language, false),
             network_vertex_has_article(network, vertex, style->language), style);
}

void sentence_add_place(struct buffer *out, const char *text, const struct sentence_style *style)
{
    if (claim_mimicry_is_in_place(text, &out->failed))
        sentence_add_quotation(out, text, style);
    else
        sentence_add_part(out, text, style);
}

void sentence_add_source_name(struct buffer *out, const char *name,
                              const struct sentence_style *style)
{
    if (claim_mimicry_is_in_source(name, &out->failed))
        sentence_add_quotation(out, name, style);
    else
        sentence_add_name(out, name, style);
}

void sentence_add_source(struct buffer *out, const struct network *network, uint32_t source,
                         bool short_form, const struct sentence_style *style)
{
    const bool article = network_source_has_article(network, source, style->language);
    buffer_text(out, article && wording_has_verbs(style->wording) ? "the " : "");
    sentence_add_source_name(
        out, network_source_name(network, source, style->language, short_form), style);
}
