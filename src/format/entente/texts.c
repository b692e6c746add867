/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/texts.h"

#include <assert.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/attribute.h"
#include "model/attributes.h"

/* An element that holds a text: its language, and a name's short form. */
enum status texts_start(struct reading *reading, struct document *document, enum rule rule,
                        const char *const values[])
{
    reading->place = document_place(document, NULL);
    TRY(attribute_language(reading, document, TEXT_LANGUAGE, values[TEXT_LANGUAGE],
                           &reading->language));
    return attribute_text(reading, NAME_SHORT, rule == RULE_NAME ? values[NAME_SHORT] : NULL,
                          &reading->short_form);
}

static enum status end_heading(struct reading *reading, enum rule rule, const char *text)
{
    struct network_name heading = {.language = reading->language};
    TRY(strings_add(&reading->network->strings, text, strlen(text), &heading.text));
    if (rule == RULE_TITLE)
        return network_add_title(reading->network, &heading);
    return network_add_description(reading->network, &heading);
}

static enum status end_name(struct reading *reading, const char *text, bool alias)
{
    struct network *network = reading->network;
    struct network_name name = {
        .short_form = reading->short_form, .language = reading->language, .alias = alias};
    TRY(strings_add(&network->strings, text, strlen(text), &name.text));
    if (reading->owner == RULE_SOURCE)
        READING_NEWEST(network->sources)->name_count++;
    else
        READING_NEWEST(network->vertices)->name_count++;
    return network_add_name(network, &name);
}

/* A relation has details only once it has something to keep there. */
static enum status need_details(struct network *network, struct network_details **details)
{
    struct network_relation *relation = READING_NEWEST(network->relations);
    if (relation->details == NETWORK_NONE) {
        ARRAY_RESERVE(&network->details, 1);
        relation->details = (uint32_t)network->details.count;
        network->details.items[network->details.count++] = (struct network_details){
            .event = NETWORK_NONE, .first_remark = (uint32_t)network->remarks.count};
    }
    *details = &network->details.items[relation->details];
    return STATUS_OK;
}

/* Adds a remark about the present source, vertex or relation. */
static enum status add_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *number)
{
    struct network *network = reading->network;
    struct network_remark remark = {.language = reading->language, .kind = kind & 3};
    struct network_details *details;
    TRY(strings_add(&network->strings, text, strlen(text), &remark.text));
    *number = remark.text;
    if (grammar_is_relation(reading->owner)) {
        TRY(need_details(network, &details));
        details->remark_count++;
        remark.position = reading_claims(reading) & 0x3fffffff;
    } else {
        ++*(reading->owner == RULE_SOURCE ? &READING_NEWEST(network->sources)->remark_count
                                          : &READING_NEWEST(network->vertices)->remark_count);
        remark.position = reading_names(reading) & 0x3fffffff;
    }
    return network_add_remark(network, &remark);
}

/* Several notes are one for most readers of the network, a line each. */
static enum status end_note(struct reading *reading, struct document *document, const char *text)
{
    uint32_t note;
    TRY(add_remark(reading, REMARK_NOTE, text, &note));
    if (reading->note == 0) {
        reading->note = note;
        return STATUS_OK;
    }
    if (reading->notes.length == 0)
        buffer_text(&reading->notes, network_text(reading->network, reading->note));
    buffer_char(&reading->notes, '\n');
    buffer_text(&reading->notes, text);
    if (!document_is_within(document, reading->notes.length, reading->limits->text,
                            "bytes of notes", "limit-text"))
        return STATUS_INVALID;
    return buffer_status(&reading->notes);
}

static enum status set_note(struct reading *reading, uint32_t note)
{
    struct network *network = reading->network;
    struct network_details *details;
    if (grammar_is_relation(reading->owner)) {
        TRY(need_details(network, &details));
        details->note = note;
    } else if (reading->owner == RULE_SOURCE) {
        READING_NEWEST(network->sources)->note = note;
    } else {
        READING_NEWEST(network->vertices)->note = note;
    }
    return STATUS_OK;
}

enum status texts_finish(struct reading *reading)
{
    uint32_t note = reading->note;
    reading->note = 0;
    if (note == 0)
        return STATUS_OK;
    if (reading->notes.length > 0)
        TRY(strings_add(&reading->network->strings, reading->notes.bytes, reading->notes.length,
                        &note));
    reading->notes.length = 0;
    return set_note(reading, note);
}

/* A role or an outcome may be there in several languages; the first is the dataset's own. */
static enum status end_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *first)
{
    uint32_t number;
    TRY(add_remark(reading, kind, text, &number));
    if (*first == 0)
        *first = number;
    return STATUS_OK;
}

enum status texts_end(struct reading *reading, struct document *document, enum rule rule,
                      const char *text)
{
    struct network *network = reading->network;
    if (text[0] == '\0') {
        document_error_at(document, &reading->place, MESSAGE_EMPTY_VALUE,
                          "<%s> must not be empty", grammar_rules[rule].name);
        return STATUS_INVALID;
    }
    if (rule == RULE_TITLE || rule == RULE_DESCRIPTION)
        return end_heading(reading, rule, text);
    if (rule == RULE_NAME || rule == RULE_ALIAS)
        return end_name(reading, text, rule == RULE_ALIAS);
    if (rule == RULE_ROLE)
        return end_remark(reading, REMARK_ROLE, text, &READING_NEWEST(network->vertices)->role);
    if (rule == RULE_OUTCOME)
        return end_remark(reading, REMARK_OUTCOME, text,
                          &READING_NEWEST(network->events)->outcome);
    assert(rule == RULE_NOTE);
    return end_note(reading, document, text);
}
