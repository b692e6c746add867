/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/claim_mimicry.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "format/entente/marking.h"
#include "scene/folding.h"
#include "scene/mimicry.h"
#include "scene/wording.h"

/* Whether FOLDED has the LENGTH bytes of PHRASE, folded as well. */
static bool has_phrase(const char *folded, const char *phrase, size_t length, bool *failed)
{
    struct buffer part = BUFFER_EMPTY, wanted = BUFFER_EMPTY;
    if (ascii_is_all(folded) && !ascii_is_all(phrase))
        return false;
    buffer_add(&part, phrase, length);
    folding_add_words(&wanted, buffer_string(&part));
    const bool found = strstr(folded, buffer_string(&wanted)) != NULL;
    *failed |= part.failed || wanted.failed;
    buffer_clear(&part);
    buffer_clear(&wanted);
    return found;
}

/* --- places */

/* Whether the part FOLDED is a grade, or begins with one that has a letter and a digit, or what
   looks like one. */
static bool has_grade(const char *folded)
{
    const char *digit = folded + 2;
    if (folded[0] == '\0' || folded[1] < 'a' || folded[1] > 'f')
        return false;
    if (*digit == ' ')
        return digit[1] == '\0';
    return (*digit >= '1' && *digit <= '6' && digit[1] == ' ') ||
           ((*digit == 'l' || *digit == 'i') && strcmp(digit + 1, " ") == 0);
}

/* Whether FOLDED has a month, in any form of its name. */
static bool has_month(const char *folded, bool *failed)
{
    for (int i = 0; i < WORDINGS * 12; i++) {
        const char *name =
            wording_word((enum wording)(i / 12), (enum wording_word)(WORD_JANUARY + i % 12));
        while (*name != '\0') {
            const size_t length = strcspn(name, "|");
            if (has_phrase(folded, name, length, failed))
                return true;
            name += length + (name[length] == '|');
        }
    }
    return false;
}

static bool is_date_word(const char *word, size_t length)
{
    static const char words[] =
        " in on at of from since until till to before after about around perhaps early late mid "
        "the years year circa ca c ad ce из с в до года году годы در از تا سال ";
    for (const char *at = words; (at = strchr(at, ' ')) != NULL && at[1] != '\0'; at++)
        if (strncmp(at + 1, word, length) == 0 && at[1 + length] == ' ')
            return true;
    return false;
}

/* Whether FOLDED is a year, or numbers one of which is, with words that go with dates. */
static bool is_year(const char *folded)
{
    bool year = false;
    while (*(folded += strspn(folded, " ")) != '\0') {
        const size_t length = strcspn(folded, " ");
        const size_t digits = strspn(folded, "0123456789");
        year |= digits >= 4;
        if (digits == 0 && !is_date_word(folded, length))
            return false;
        folded += length;
    }
    return year;
}

static bool has_digit(const char *text, const char *end)
{
    while (text < end)
        if (punctuation_is_digit(utf8_next(&text, end)))
            return true;
    return false;
}

/* Whether the LENGTH bytes of TEXT, between commas, are what entente adds to a place. */
static bool is_added(const char *text, size_t length, bool *failed)
{
    struct buffer part = BUFFER_EMPTY, folded = BUFFER_EMPTY;
    buffer_add(&part, text, length);
    folding_add_words(&folded, buffer_string(&part));
    const char *words = buffer_string(&folded);
    const bool found = has_grade(words) || (has_digit(text, text + length) &&
                                            (is_year(words) || has_month(words, failed)));
    *failed |= part.failed || folded.failed;
    buffer_clear(&part);
    buffer_clear(&folded);
    return found;
}

/* Whether a part of TEXT is what entente adds to a place. */
static bool has_addition(const char *text, bool *failed)
{
    const char *start = text, *next = text, *end = text + strlen(text);
    while (next < end) {
        const char *at = next;
        if (!punctuation_is_comma(utf8_next(&next, end)))
            continue;
        if (is_added(start, (size_t)(at - start), failed))
            return true;
        start = next;
    }
    return is_added(start, (size_t)(end - start), failed);
}

/* Whether TEXT, also FOLDED, could say of which periods a source speaks. */
static bool has_period(const char *text, const char *folded, bool *failed)
{
    static const char *const words[] = {"period",   "periods", "период",          "периоды",
                                        "периодов", "دوره",    "دوره‌ها", NULL};
    for (size_t i = 0; words[i] != NULL && has_digit(text, text + strlen(text)); i++)
        if (has_phrase(folded, words[i], strlen(words[i]), failed))
            return true;
    return false;
}

/* Whether FOLDED has the meaning of a grade, in any language. */
static bool has_meaning(const char *folded, bool *failed)
{
    static const char *const words[] = {
        " true ",  " untrue ",  " false ", " reliab",  " unreliab",  " credib", " incredib",
        " probab", " improbab", " doubtf", " certain", " archived ", NULL};
    if (folding_has_any(folded, words))
        return true;
    for (int i = 0; i < WORDINGS && !ascii_is_all(folded); i++)
        for (char grade = 0; grade < 6; grade++) {
            const char *reliability = wording_reliability((enum wording)i, (char)('A' + grade));
            const char *credibility = wording_credibility((enum wording)i, (char)('1' + grade));
            if (has_phrase(folded, reliability, strlen(reliability), failed) ||
                has_phrase(folded, credibility, strlen(credibility), failed))
                return true;
        }
    return false;
}

bool claim_mimicry_is_in_place(const char *text, bool *failed)
{
    struct buffer folded = BUFFER_EMPTY;
    folding_add_words(&folded, text);
    const bool found =
        strstr(text, "://") != NULL || has_meaning(buffer_string(&folded), failed) ||
        has_period(text, buffer_string(&folded), failed) || has_addition(text, failed);
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

/* --- sources */

/* Whether FOLDED begins like a number of sources. */
static bool begins_with_number(const char *folded)
{
    static const char *const numbers[] = {
        " both ",         " two ",       " three ",    " four ",     " five ",     " six ",
        " seven ",        " eight ",     " nine ",     " ten ",      " eleven ",   " twelve ",
        " dozens ",       " hundreds ",  " few ",      " numerous ", " multiple ", " a dozen ",
        " a few ",        " half ",      " each ",     " either ",   " neither ",  " any ",
        " all ",          " many ",      " a number ", " a host ",   " a range ",  " a majority ",
        " the majority ", " the whole ", " the two ",  " nearly ",   " almost ",   NULL};
    return folding_begins_with_any(folded, numbers) ||
           (folded[0] != '\0' && ascii_is_digit(folded[1]));
}

/* Whether a word of NAME but the first is not that of a name: it begins with a small letter. */
static bool has_small_word(const char *name)
{
    while ((name = strchr(name, ' ')) != NULL)
        if (*++name >= 'a' && *name <= 'z')
            return true;
    return false;
}

static bool joins(const char *folded, bool *failed)
{
    static const char *const english[] = {
        " and ",      " or ",      " & ",    " through ", " via ",
        " based on ", " with ",    " plus ", " as well ", " together with ",
        " citing ",   " quoting ", NULL};
    static const char *const others[] = {"و", "یا", "и", "или", "через", "از طریق", NULL};
    if (folding_has_any(folded, english))
        return true;
    for (size_t i = 0; others[i] != NULL; i++)
        if (has_phrase(folded, others[i], strlen(others[i]), failed))
            return true;
    return false;
}

/* Whether the words before and after AT in NAME begin with a capital. */
static bool is_between_names(const char *name, const char *at)
{
    const char *start = at, *next = at + 1 + strspn(at + 1, " ");
    while (start > name && start[-1] == ' ')
        start--;
    while (start > name && start[-1] != ' ')
        start--;
    const char *end = next + strlen(next);
    return start < at && next < end && !ascii_is_digit(*start) && !ascii_is_digit(*next) &&
           !folding_is_small(utf8_next(&start, at)) && !folding_is_small(utf8_next(&next, end));
}

/* Whether NAME has a slash or a plus between two names: "AFP/Reuters". */
static bool has_joining_mark(const char *name)
{
    for (const char *at = name; *(at += strcspn(at, "/+")) != '\0'; at++)
        if (is_between_names(name, at))
            return true;
    return false;
}

/* Whether the text from START to END is a name rather than what explains one: it has no small
   word. */
static bool is_name(const char *start, const char *end)
{
    bool within = false;
    while (start < end) {
        const uint32_t code = utf8_next(&start, end);
        if (!within && folding_is_small(code))
            return false;
        within = utf8_has_ink(code);
    }
    return true;
}

/* Whether a part of NAME after a comma could be another source, or the place, the grade or the
   date of a claim: "Times, Reuters", but not "Reuters, photo captions". */
static bool has_other_part(const char *name, bool *failed)
{
    const char *next = name, *end = name + strlen(name);
    while (next < end)
        if (punctuation_is_comma(utf8_next(&next, end)) &&
            (is_name(next, end) || has_digit(next, end) ||
             claim_mimicry_is_in_place(next, failed)))
            return true;
    return false;
}

/* Whether the last word of FOLDED is a grade with a letter and a digit: "Times A1". */
static bool ends_like_grade(const char *folded)
{
    const size_t length = strlen(folded);
    return length > 4 && folded[length - 4] == ' ' && folded[length - 2] != ' ' &&
           has_grade(folded + length - 4);
}

/* Whether NAME ends with a letter of a grade in brackets: "Times (B)". */
static bool ends_with_grade(const char *name)
{
    const size_t length = strlen(name);
    return length >= 3 && name[length - 3] == '(' && name[length - 1] == ')' &&
           strchr("ABCDEFabcdef", name[length - 2]) != NULL;
}

bool claim_mimicry_is_in_source(const char *name, bool *failed)
{
    struct buffer folded = BUFFER_EMPTY;
    folding_add_words(&folded, name);
    const char *words = buffer_string(&folded);
    const bool found = joins(words, failed) || has_joining_mark(name) ||
                       has_other_part(name, failed) || ends_with_grade(name) ||
                       ends_like_grade(words) || has_period(name, words, failed) ||
                       (begins_with_number(words) && has_small_word(name));
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

/* --- captions */

bool claim_mimicry_is_in_caption(const char *name, bool *failed)
{
    return marking_is_in(name) || mimicry_is_in(name, failed);
}
