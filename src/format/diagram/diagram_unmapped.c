/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_unmapped.h"

#include <string.h>

#include "base/text/utf8.h"

enum { SHOWN_WORDS = 5, SHOWN_BYTES = 40 };

enum status diagram_unmapped_init(struct diagram_unmapped *unmapped,
                                  const struct exchange_input *input)
{
    const char *other = settings_find(input->settings, "other");
    const int type = other != NULL ? vocabulary_find(&vocabulary_types, other) : TYPE_CONTACT;
    unmapped->input = input;
    if (type < 0) {
        struct buffer text = BUFFER_EMPTY;
        vocabulary_explain(&vocabulary_types, "relation type", other, &text);
        messages_setting_error(input->messages, "other", MESSAGE_UNKNOWN_WORD, "%s",
                               buffer_string(&text));
        buffer_clear(&text);
        return STATUS_FAILURE;
    }
    unmapped->type = (enum relation_type)type;
    return strings_init(&unmapped->words);
}

void diagram_unmapped_clear(struct diagram_unmapped *unmapped)
{
    strings_clear(&unmapped->words);
    buffer_clear(&unmapped->shown);
}

enum status diagram_unmapped_word(struct diagram_unmapped *unmapped, const char *word,
                                  enum relation_type *type)
{
    uint32_t number;
    *type = unmapped->type;
    unmapped->ties++;
    TRY(strings_intern(&unmapped->words, STRINGS_OFTEN, word, strlen(word), &number));
    if (number == 0 || strings_value(&unmapped->words, number) != STRINGS_NO_VALUE)
        return STATUS_OK;
    strings_set_value(&unmapped->words, number, 1);
    if (unmapped->count++ < SHOWN_WORDS)
        buffer_format(&unmapped->shown, "%s\"%.*s\"", unmapped->count > 1 ? ", " : "",
                      (int)utf8_cut(word, SHOWN_BYTES), word);
    return buffer_status(&unmapped->shown);
}

enum status diagram_unmapped_report(struct diagram_unmapped *unmapped)
{
    if (unmapped->ties == 0)
        return STATUS_OK;
    TRY(buffer_status(&unmapped->shown));
    messages_note(
        unmapped->input->messages, MESSAGE_UNMAPPED,
        "%lu tie%s %s, because no relation type has the word%s %s%s",
        (unsigned long)unmapped->ties, unmapped->ties == 1 ? " is of type" : "s are of type",
        vocabulary_types.words[unmapped->type], unmapped->count == 1 ? "" : "s",
        buffer_string(&unmapped->shown), unmapped->count > SHOWN_WORDS ? " and others" : "");
    return STATUS_OK;
}
