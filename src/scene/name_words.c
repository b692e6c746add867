/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/name_words.h"

#include <stdint.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "scene/folding.h"

/* Notes in WORD how many digits and other characters are from START to END. */
static void count_digits(struct name_word *word, const char *start, const char *end)
{
    int digits = 0, others = 0;
    for (const char *at = start; at < end;)
        ++*(punctuation_is_digit(utf8_next(&at, end)) ? &digits : &others);
    word->number = others == 0;
    word->year = digits == 4 && (others == 0 || (others == 1 && end[-1] == 's'));
}

/* Adds the word from START to END. */
static void add_word(struct name_words *words, const char *start, const char *end, bool comma)
{
    struct name_word *word = &words->items[words->count++];
    struct buffer folded = BUFFER_EMPTY;
    const char *next = start;
    *word = (struct name_word){.after_comma = comma};
    const uint32_t first = utf8_next(&next, end);
    word->small = folding_is_small(first);
    word->cased = utf8_direction(first) != UTF8_RIGHT_TO_LEFT;
    count_digits(word, start, end);
    folding_add(&folded, start, end);
    if (folded.length < sizeof word->folded)
        memcpy(word->folded, buffer_string(&folded), folded.length + 1);
    words->failed |= folded.failed;
    buffer_clear(&folded);
}

/* Whether CODE joins the words of one: a hyphen, a short dash, or an apostrophe. */
static bool joins(uint32_t code)
{
    return code == '-' || code == '\'' || code == 0x2018 || code == 0x2019 ||
           (code >= 0x2010 && code <= 0x2013);
}

/* Whether CODE is between words. */
static bool separates(uint32_t code)
{
    return !utf8_has_ink(code) || punctuation_is_comma(code) || code == 0xb7 || code == 0x2014 ||
           code == 0x2015 || (code < 0x80 && strchr("\"()[]{};:/.!?&+_=*|", (int)code) != NULL);
}

void name_words_read(struct name_words *words, const char *name)
{
    const char *end = name + strlen(name), *start = NULL;
    bool comma = false, joined = false;
    words->count = 0;
    words->failed = false;
    while (name < end && words->count < NAME_WORDS_MAX) {
        const char *at = name;
        const uint32_t code = utf8_next(&name, end);
        const bool joint = joins(code), between = joint || separates(code);
        if (!between && start == NULL)
            start = at;
        if (start != NULL && (between || name == end)) {
            add_word(words, start, between ? at : name, comma);
            words->items[words->count - 1].joined = joined || joint;
            start = NULL;
            comma = false;
        }
        joined = between ? joint : joined;
        comma |= punctuation_is_comma(code);
    }
}

/* Single words in ASCII are folded already. */
bool name_words_are_listed(const char *folded, const char *const *list, bool *failed)
{
    bool found = false;
    for (; *list != NULL && *folded != '\0' && !found; list++) {
        struct buffer other = BUFFER_EMPTY;
        if (ascii_is_all(*list) && strchr(*list, ' ') == NULL) {
            found = strcmp(folded, *list) == 0;
            continue;
        }
        folding_add(&other, *list, *list + strlen(*list));
        found = strcmp(folded, buffer_string(&other)) == 0;
        *failed |= other.failed;
        buffer_clear(&other);
    }
    return found;
}
