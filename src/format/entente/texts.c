/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/texts.h"

#include <assert.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/attribute.h"
#include "format/entente/marking.h"
#include "model/attributes.h"

/* Remembers the language of the text, and the short form, the number and the article of a name.
 */
enum status texts_start(struct reading *reading, struct document *document,
                        enum grammar_rule rule, const char *const values[])
{
    struct reading_text *text = rule == RULE_QUOTE ? &reading->quote : &reading->text;
    text->place = document_place(document, NULL);
    text->offset = (uint32_t)document->text_before;
    TRY(attribute_language(reading, document, "xml:lang", TEXT_LANGUAGE, values[TEXT_LANGUAGE],
                           &text->language));
    bool name = rule == RULE_NAME;
    const char *plural = name ? values[NAME_PLURAL] : NULL;
    text->plural_given = plural != NULL;
    text->plural = attribute_word(document, "plural", &vocabulary_yes_no, plural, 0) != 0;
    const char *article = name ? values[NAME_ARTICLE] : NULL;
    text->article = article != NULL;
    attribute_word(document, "article", &vocabulary_articles, article, 0);
    return attribute_text(reading, NAME_SHORT, name ? values[NAME_SHORT] : NULL,
                          &text->short_form);
}

static enum status end_heading(struct reading *reading, enum grammar_rule rule, const char *text)
{
    struct network_name heading = {.language = reading->text.language};
    TRY(strings_add(&reading->network->strings, text, strlen(text), &heading.text));
    if (rule == RULE_TITLE)
        return network_add_title(reading->network, &heading);
    return network_add_description(reading->network, &heading);
}

/* Checks the name of a declared word, with its short form. */
static void check_word_name(const struct reading *reading, struct document *document,
                            const char *text)
{
    if (reading->item_rule != RULE_FORM && reading->item_rule != RULE_KIND)
        return;
    marking_check_text(document, &reading->text.place, text);
    marking_check_text(document, &reading->text.place,
                       network_text(reading->network, reading->text.short_form));
}

/* Figures and explain write names in each sentence about a relation. */
static bool is_short(const struct reading *reading, struct document *document, const char *name)
{
    return document_is_within(document, strlen(name), reading->limits->name, "bytes of a name",
                              "limit-name");
}

static enum status end_name(struct reading *reading, struct document *document, const char *text,
                            bool alias)
{
    struct network *network = reading->network;
    check_word_name(reading, document, text);
    if (!is_short(reading, document, text) ||
        !is_short(reading, document, network_text(network, reading->text.short_form)))
        return STATUS_INVALID;
    struct network_name name = {.short_form = reading->text.short_form,
                                .language = reading->text.language,
                                .alias = alias,
                                .plural = reading->text.plural,
                                .article = reading->text.article,
                                .plural_given = reading->text.plural_given};
    TRY(strings_add(&network->strings, text, strlen(text), &name.text));
    ++*reading_name_count(reading);
    return network_add_name(network, &name);
}

/* Adds a remark about the current item, and sets *NUMBER to its text. */
static enum status add_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *number)
{
    struct network_remark remark = {.language = reading->text.language,
                                    .kind = NETWORK_FIT(kind, NETWORK_REMARK_BITS)};
    TRY(strings_add(&reading->network->strings, text, strlen(text), &remark.text));
    *number = remark.text;
    return reading_add_remark(reading, &remark);
}

/* Most users of the network want all notes as one text, one per line, so they are joined. */
static enum status end_note(struct reading *reading, struct document *document, const char *text)
{
    uint32_t note;
    TRY(add_remark(reading, REMARK_NOTE, text, &note));
    if (reading->item_note == 0) {
        reading->item_note = note;
        return STATUS_OK;
    }
    if (reading->item_notes.length == 0)
        buffer_text(&reading->item_notes, network_text(reading->network, reading->item_note));
    buffer_char(&reading->item_notes, '\n');
    buffer_text(&reading->item_notes, text);
    if (!document_is_within(document, reading->item_notes.length, reading->limits->text,
                            "bytes of notes", "limit-text"))
        return STATUS_INVALID;
    return buffer_status(&reading->item_notes);
}

static enum status set_note(struct reading *reading, uint32_t note)
{
    struct network *network = reading->network;
    struct network_details *details;
    if (grammar_is_relation(reading->item_rule)) {
        TRY(reading_need_details(reading, &details));
        details->note = note;
    } else if (reading->item_rule == RULE_SOURCE) {
        READING_LAST(network->sources)->note = note;
    } else {
        READING_LAST(network->vertices)->note = note;
    }
    return STATUS_OK;
}

enum status texts_finish(struct reading *reading)
{
    uint32_t note = reading->item_note;
    reading->item_note = 0;
    if (note == 0)
        return STATUS_OK;
    if (reading->item_notes.length > 0)
        TRY(strings_add(&reading->network->strings, reading->item_notes.bytes,
                        reading->item_notes.length, &note));
    reading->item_notes.length = 0;
    return set_note(reading, note);
}

/* A role or an outcome can be given in several languages; the first is the one that is shown. */
static enum status end_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *first)
{
    uint32_t number;
    TRY(add_remark(reading, kind, text, &number));
    if (*first == 0)
        *first = number;
    return STATUS_OK;
}

static enum status end_quote(struct reading *reading, const char *text)
{
    struct network_quote quote = {.language = reading->quote.language,
                                  .offset = reading->quote.offset};
    TRY(strings_add(&reading->network->strings, text, strlen(text), &quote.text));
    return network_add_quote(reading->network, &quote);
}

enum status texts_end(struct reading *reading, struct document *document, enum grammar_rule rule,
                      const char *text)
{
    struct network *network = reading->network;
    if (text[0] == '\0') {
        const struct reading_text *empty = rule == RULE_QUOTE ? &reading->quote : &reading->text;
        document_error_at(document, &empty->place, MESSAGE_EMPTY_VALUE, "<%s> must not be empty",
                          grammar_rules[rule].name);
        return STATUS_INVALID;
    }
    if (rule == RULE_TITLE || rule == RULE_DESCRIPTION)
        return end_heading(reading, rule, text);
    if (rule == RULE_NAME || rule == RULE_ALIAS)
        return end_name(reading, document, text, rule == RULE_ALIAS);
    if (rule == RULE_ROLE)
        return end_remark(reading, REMARK_ROLE, text, &READING_LAST(network->vertices)->role);
    if (rule == RULE_OUTCOME)
        return end_remark(reading, REMARK_OUTCOME, text, &READING_LAST(network->events)->outcome);
    if (rule == RULE_QUOTE)
        return end_quote(reading, text);
    assert(rule == RULE_NOTE);
    return end_note(reading, document, text);
}
