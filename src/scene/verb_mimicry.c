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

/* What says whether, or how surely, or from when on. "does not recognise" is a verb. */
static const char *const turns[] = {
    " then ",      " never ",      " longer ",   " hardly ",      " barely ",     " scarcely ",
    " seldom ",    " neither ",    " innocent ", " rather than ", " instead of ", " outset ",
    " in fact ",   " actually ",   " clearly ",  " definite",     " obvious",     " incontest",
    " unquestion", " probabl",     " possibl",   " perhaps ",     " maybe ",      " presum",
    " purport",    " ostensibl",   " wrongly ",  " falsely ",     " rumour",      " rumor",
    " seems ",     " appears to ", NULL};

/* How others see what one party does to the other: "is thought to arm". */
static const char *const opinions[] = {
    " thought to ",    " held to ",    " deemed to ",     " considered to ",  " feared to ",
    " understood to ", " shown to ",   " documented to ", " established to ", " found to ",
    " seen to ",       " seen as ",    " regarded as ",   " credited with ",  " accused of ",
    " likely to ",     " assumed to ", " expected to ",   " estimated to ",   " judged to ",
    " taken to ",      " perceived ",  " portrayed ",     " on record ",      NULL};

/* Verbs before the verb: only entente says "may in future". */
static const char *const modals[] = {" may ",   " might ",  " could ", " would ",   " will ",
                                     " shall ", " should ", " must ",  " used to ", NULL};

/* With what may follow the other party begin, besides words in "ly". */
static const char *const after[] = {
    " to ",   " as ",    " in ",      " into ",  " on ",  " onto ", " for ",
    " from ", " with ",  " of ",      " off ",   " out ", " up ",   " down ",
    " over ", " about ", " against ", " under ", " at ",  " s ",    NULL};

/* What may not be in that: views, sources and times. */
static const char *const asides[] = {
    " view",     " eyes ",     " evidence ",  " knowledge ", " quote ",    " account",
    " words ",   " this day ", " present ",   " future ",    " time ",     " nineties ",
    " january ", " february ", " march ",     " april ",     " may ",      " june ",
    " july ",    " august ",   " september ", " october ",   " november ", " december ",
    " spring ",  " summer ",   " autumn ",    " winter ",    NULL};

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

/* Whether the first word of FOLDED ends with "ly". */
static bool begins_with_adverb(const char *folded)
{
    const size_t length = strcspn(folded + 1, " ");
    return length > 2 && strncmp(folded + length - 1, "ly", 2) == 0;
}

/* Whether what follows the other party in VERB says more than that: "arms # in may". */
static bool has_aside(const char *verb, bool *failed)
{
    const char *rest = verb + strcspn(verb, "#");
    struct buffer folded = BUFFER_EMPTY;
    folding_add_words(&folded, *rest == '#' ? rest + 1 : rest);
    const char *words = buffer_string(&folded);
    const bool found = strspn(words, " ") != strlen(words) &&
                       ((!folding_begins_with_any(words, after) && !begins_with_adverb(words)) ||
                        folding_has_any(words, asides));
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

/* Whether a comma before the other party stands before other words: "arms charlie, not". */
static bool has_comma(const char *verb)
{
    const size_t length = strcspn(verb, "#"), comma = strcspn(verb, ",");
    return comma < length && verb[comma + 1 + strspn(verb + comma + 1, " ")] != '#';
}

bool verb_mimicry_is_in(const char *verb, bool *failed)
{
    struct buffer folded = BUFFER_EMPTY;
    folding_add_words(&folded, verb);
    const char *words = buffer_string(&folded);
    const bool found = !is_plain(verb) || folding_has_any(words, joining) || has_clause(words) ||
                       folding_has_any(words, turns) || folding_has_any(words, opinions) ||
                       folding_begins_with_any(words, modals) || has_comma(verb) ||
                       has_aside(verb, failed) ||
                       (!is_one_of(words, verbs) && parts_report(verb, failed));
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}
