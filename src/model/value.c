/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/value.h"

#include <string.h>

#include "base/memory/buffer.h"

enum status value_word(const char *setting, const char *word, const struct vocabulary *vocabulary,
                       struct messages *messages, unsigned *index)
{
    int found = vocabulary_find(vocabulary, word);
    if (found >= 0) {
        *index = (unsigned)found;
        return STATUS_OK;
    }
    struct buffer text = BUFFER_EMPTY;
    if (vocabulary_nearest(vocabulary, word) != NULL)
        vocabulary_explain(vocabulary, vocabulary->what, word, &text);
    else
        vocabulary_demand(vocabulary, word, &text); /* the message names the setting */
    messages_setting_error(messages, setting, MESSAGE_UNKNOWN_WORD, "%s", buffer_string(&text));
    buffer_clear(&text);
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
    messages_setting_error(messages, setting, MESSAGE_INVALID_VALUE,
                           "\"%s\" is not a number from %u to %u", text, low, high);
    return STATUS_FAILURE;
}
