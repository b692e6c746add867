/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/verb_mimicry.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "scene/folding.h"
#include "scene/mimicry.h"

/* What joins clauses or parties, and what makes more of a claim than one. */
static const char *const joining[] = {" and ",
                                      " or ",
                                      " nor ",
                                      " but ",
                                      " yet ",
                                      " while ",
                                      " whilst ",
                                      " whereas ",
                                      " which ",
                                      " that ",
                                      " who ",
                                      " whom ",
                                      " whose ",
                                      " where ",
                                      " when ",
                                      " because ",
                                      " since ",
                                      " until ",
                                      " till ",
                                      " though ",
                                      " if ",
                                      " although ",
                                      " unless ",
                                      " plus ",
                                      " besides ",
                                      " except ",
                                      " unlike ",
                                      " alongside ",
                                      " along with ",
                                      " so ",
                                      " together with ",
                                      " vice versa ",
                                      " without ",
                                      " via ",
                                      " undeni",
                                      " certain",
                                      " indeed ",
                                      " truly ",
                                      " evident",
                                      " undoubt",
                                      " doubtless",
                                      " supposed",
                                      " apparent",
                                      " repute",
                                      " prove",
                                      " last ",
                                      NULL};

/* Verbs of claims that say what one party does to the other. */
static const char *const verbs[] = {
    " reports to ",  " report to ", " reported to ", " agrees with ", " agree with ",
    " agreed with ", " claims ",    " claim ",       " claimed ",     NULL};

/* What may follow "as". */
static const char *const articles[] = {" a ",   " an ",  " its ",   " his ",
                                       " her ", " our ", " their ", NULL};

static bool is_one_of(const char *folded, const char *const *words)
{
    while (*words != NULL && strcmp(folded, *words) != 0)
        words++;
    return *words != NULL;
}

/* The small letters of Latin-1 and Latin Extended-A. */
static bool is_small_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 0xdf && code <= 0xff && code != 0xf7) ||
           (code >= 0x100 && code <= 0x137 && code % 2 == 1) ||
           (code >= 0x139 && code <= 0x148 && code % 2 == 0) ||
           (code >= 0x14a && code <= 0x177 && code % 2 == 1);
}

/* Whether VERB has only what verbs need: no capital, as names have, and no year. */
static bool is_plain(const char *verb)
{
    const char *end = verb + strlen(verb);
    for (bool digit = false; verb < end;) {
        const bool before = digit;
        digit = ascii_is_digit(*verb);
        const uint32_t code = utf8_next(&verb, end);
        const bool mark = code == 0x2019 || (code < 0x80 && strchr(" #-',.", (int)code) != NULL);
        if ((digit && before) || (!digit && !mark && !is_small_letter(code)))
            return false;
    }
    return true;
}

/* Whether FOLDED has "as" before anything but what ARTICLES are. */
static bool has_clause(const char *folded)
{
    static const char as[] = " as ";
    while ((folded = strstr(folded, as)) != NULL) {
        folded += strlen(as) - 1;
        if (!folding_begins_with_any(folded, articles))
            return true;
    }
    return false;
}

/* Whether the LENGTH bytes of TEXT report a claim. */
static bool reports(const char *text, size_t length, bool *failed)
{
    struct buffer part = BUFFER_EMPTY;
    buffer_add(&part, text, length);
    const bool found = mimicry_reports(buffer_string(&part), failed);
    *failed |= part.failed;
    buffer_clear(&part);
    return found;
}

/* The length of TEXT, which has LENGTH bytes, without WORD at its end. */
static size_t without(const char *text, size_t length, const char *word)
{
    const size_t size = strlen(word);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length >= size && memcmp(text + length - size, word, size) == 0 ? length - size
                                                                           : length;
}

/* What is before the other party may end with "by" or "through". */
static bool parts_report(const char *verb, bool *failed)
{
    const size_t length = strcspn(verb, "#");
    const size_t before = without(verb, without(verb, length, " by"), " through");
    return reports(verb, before, failed) ||
           (verb[length] == '#' && reports(verb + length + 1, strlen(verb + length + 1), failed));
}

bool verb_mimicry_is_in(const char *verb, bool *failed)
{
    static const char future[] = "may in future ";
    struct buffer folded = BUFFER_EMPTY;
    if (strncmp(verb, future, strlen(future)) == 0)
        verb += strlen(future);
    folding_add_words(&folded, verb);
    const char *words = buffer_string(&folded);
    const bool found = !is_plain(verb) || folding_has_any(words, joining) || has_clause(words) ||
                       (!is_one_of(words, verbs) && parts_report(verb, failed));
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}
