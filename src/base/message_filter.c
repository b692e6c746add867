/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/message_filter.h"

#include <string.h>

#include "base/text/suggestion.h"
#include "base/text/utf8.h"

enum { LONGEST_WORD = 64, BITS = 64 };

void message_filter_silence(struct message_filter *filter, enum message_code code)
{
    filter->silenced[code / BITS] |= UINT64_C(1) << code % BITS;
}

bool message_filter_silences(const struct message_filter *filter, enum message_code code)
{
    return (filter->silenced[code / BITS] >> code % BITS & 1) != 0;
}

/* Adds the words of all warnings: "no-title, no-claim". */
static void list_words(struct buffer *out)
{
    const char *separator = "";
    for (unsigned code = 0; code < MESSAGE_CODES; code++) {
        if (!message_code_warns((enum message_code)code))
            continue;
        buffer_format(out, "%s%s", separator, message_code_word((enum message_code)code));
        separator = ", ";
    }
}

static void explain(const char *word, struct buffer *problem)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (unsigned code = 0; code < MESSAGE_CODES; code++)
        if (message_code_warns((enum message_code)code))
            suggestion_offer(&suggestion, message_code_word((enum message_code)code));
    buffer_format(problem, "unknown warning \"%s\"; ", word);
    if (suggestion.best != NULL) {
        buffer_format(problem, "did you mean \"%s\"?", suggestion.best);
        return;
    }
    buffer_text(problem, "the warnings are ");
    list_words(problem);
}

bool message_filter_add(struct message_filter *filter, const char *names, const char *separators,
                        struct buffer *problem)
{
    size_t length;
    for (names += strspn(names, separators); *names != '\0'; names += strspn(names, separators)) {
        char word[LONGEST_WORD + 1] = "";
        length = strcspn(names, separators);
        memcpy(word, names, length <= LONGEST_WORD ? length : utf8_cut(names, LONGEST_WORD));
        enum message_code code = message_code_find(word);
        if (code == MESSAGE_CODES || !message_code_warns(code)) {
            explain(word, problem);
            return false;
        }
        message_filter_silence(filter, code);
        names += length;
    }
    return true;
}

bool message_filter_add_of_file(struct message_filter *filter, const char *names,
                                struct buffer *problem)
{
    static const enum message_code kept[] = {MESSAGE_TEXT_DIRECTION, MESSAGE_INVALID_ADDRESS,
                                             MESSAGE_INVISIBLE_NAME, MESSAGE_CUT_NAME};
    struct message_filter own = {.strict = false};
    bool valid = message_filter_add(&own, names, " \t\r\n", problem);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        own.silenced[kept[i] / BITS] &= ~(UINT64_C(1) << kept[i] % BITS);
    for (size_t i = 0; i < sizeof own.silenced / sizeof *own.silenced; i++)
        filter->silenced[i] |= own.silenced[i];
    return valid;
}
