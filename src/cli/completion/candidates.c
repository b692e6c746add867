/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/completion/candidates.h"

#include <stdbool.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/utf8.h"

/* Whether a terminal may show TEXT. */
static bool is_printable(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        const char *start = text;
        if (!utf8_is_printable(utf8_next(&text, end), start))
            return false;
    }
    return true;
}

/* Appends TEXT, in one line. */
static void add_meaning(struct buffer *out, const char *text)
{
    for (const char *word = text + strspn(text, " \t\r\n"); *word != '\0';) {
        const size_t length = strcspn(word, " \t\r\n");
        escape_for_terminal(out, word, length);
        word += length + strspn(word + length, " \t\r\n");
        buffer_text(out, *word != '\0' ? " " : "");
    }
}

/* Whether TEXT is an item of the list before the one that is being typed. */
static bool is_given(const struct candidates *candidates, const char *text)
{
    const size_t length = strlen(text);
    const char *end = candidates->word + candidates->prefix;
    for (const char *item = candidates->word + candidates->list; item < end; item++) {
        const size_t size = strcspn(item, candidates->separators);
        if (size == length && strncmp(item, text, size) == 0)
            return true;
        item += size;
    }
    return false;
}

static bool is_wanted(const struct candidates *candidates, const char *text)
{
    const char *typed = candidates->word + candidates->prefix;
    return strncmp(text, typed, strlen(typed)) == 0 && is_printable(text) &&
           !is_given(candidates, text);
}

/* Whether TEXT has not been asked about before. */
static bool is_new(const struct candidates *candidates, const char *text)
{
    struct strings *offered = candidates->offered;
    const size_t before = strings_limit(offered);
    uint32_t number;
    if (strings_intern(offered, STRINGS_OFTEN, text, strlen(text), &number) != STATUS_OK)
        candidates->out->failed = true;
    return strings_limit(offered) > before;
}

void candidates_offer(const struct candidates *candidates, const char *text, const char *meaning)
{
    if (!is_wanted(candidates, text))
        return;
    buffer_add(candidates->out, candidates->word, candidates->prefix);
    buffer_text(candidates->out, text);
    buffer_char(candidates->out, '\t');
    add_meaning(candidates->out, meaning != NULL ? meaning : "");
    buffer_char(candidates->out, '\n');
}

void candidates_offer_once(const struct candidates *candidates, const char *text,
                           const char *meaning)
{
    if (is_new(candidates, text))
        candidates_offer(candidates, text, meaning);
}

void candidates_offer_words(const struct candidates *candidates, const struct vocabulary *words)
{
    for (size_t i = 0; words != NULL && i < words->count; i++)
        candidates_offer_once(candidates, words->words[i], NULL);
}
