/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/value.h"

#include <string.h>

#include "base/memory/buffer.h"

/* "core, context or marginal" */
static void list_words(struct buffer *out, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (i > 0)
            buffer_text(out, i + 1 < vocabulary->count ? ", " : " or ");
        buffer_text(out, vocabulary->words[i]);
    }
}

void value_suggest(struct buffer *out, const char *word, const struct vocabulary *vocabulary)
{
    const char *nearest = vocabulary_nearest(vocabulary, word);
    if (nearest != NULL) {
        buffer_format(out, "; did you mean \"%s\"?", nearest);
    } else {
        buffer_text(out, ": write ");
        list_words(out, vocabulary);
    }
}

enum status value_word(const char *setting, const char *word, const struct vocabulary *vocabulary,
                       struct messages *messages, unsigned *index)
{
    int found = vocabulary_find(vocabulary, word);
    if (found >= 0) {
        *index = (unsigned)found;
        return STATUS_OK;
    }
    struct buffer right = BUFFER_EMPTY;
    value_suggest(&right, word, vocabulary);
    messages_setting(messages, setting, MESSAGE_UNKNOWN_WORD, "unknown %s \"%s\"%s",
                     vocabulary->what, word, buffer_string(&right));
    buffer_clear(&right);
    return STATUS_FAILURE;
}

enum status value_number(const char *setting, const char *text, unsigned low, unsigned high,
                         struct messages *messages, unsigned *number)
{
    size_t digits = strspn(text, "0123456789");
    unsigned long long value = 0;
    for (size_t i = 0; i < digits && value <= high; i++)
        value = value * 10 + (unsigned)(text[i] - '0');
    if (digits > 0 && text[digits] == '\0' && value >= low && value <= high) {
        *number = (unsigned)value;
        return STATUS_OK;
    }
    messages_setting(messages, setting, MESSAGE_INVALID_VALUE,
                     "\"%s\" is not a number from %u to %u", text, low, high);
    return STATUS_FAILURE;
}
