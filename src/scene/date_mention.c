/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/date_mention.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "scene/folding.h"
#include "scene/wording.h"

/* Words before a date. */
static const char *const prepositions[] = {
    "in",    "on",    "by",     "before", "after", "during", "from", "to",  "until", "till",
    "since", "about", "around", "circa",  "ca",    "с",      "в",    "до",  "от",    "около",
    "после", "перед", "из",     "از",     "در",    "تا",     "حدود", "پیش", "پس",    NULL};

/* Words before a number that is not a year. */
static const char *const numbered[] = {"resolution", "resolutions", "резолюция", "резолюции",
                                       "резолюцией", "قطعنامهٔ",     "قطعنامه",   NULL};

/* Whether NAMES, "m|g|p", has a form that begins with the word FOLDED. */
static bool begins_form(const char *names, const char *folded, bool *failed)
{
    bool found = false;
    while (*names != '\0' && !found) {
        struct buffer form = BUFFER_EMPTY;
        const size_t length = strcspn(names, "|");
        folding_add(&form, names, names + length);
        found = strncmp(buffer_string(&form), folded, strlen(folded)) == 0;
        *failed |= form.failed;
        buffer_clear(&form);
        names += length + (names[length] == '|');
    }
    return found;
}

/* Whether the word FOLDED is a month, or at least three letters of it: "Sept". */
static bool is_month(const char *folded, bool *failed)
{
    bool found = false;
    if (strlen(folded) < 3)
        return false;
    for (int i = 0; i < WORDINGS * 12 && !found; i++)
        found = begins_form(
            wording_word((enum wording)(i / 12), (enum wording_word)(WORD_JANUARY + i % 12)),
            folded, failed);
    return found;
}

/* Whether WORD may stand between a preposition and a year. */
static bool is_within(struct name_words *words, const struct name_word *word)
{
    return (word->small || !word->cased || word->number ||
            is_month(word->folded, &words->failed)) &&
           !name_words_are_listed(word->folded, numbered, &words->failed);
}

/* Whether the words from I on are those of a date before its year, and the year. */
static bool leads_to_year(struct name_words *words, size_t i)
{
    enum { FURTHEST = 4 };
    for (size_t at = i; at < words->count && at < i + FURTHEST; at++) {
        if (words->items[at].year)
            return true;
        if (!is_within(words, &words->items[at]))
            return false;
    }
    return false;
}

/* Whether the words from I on are "3 March 2021". */
static bool is_day(struct name_words *words, size_t i)
{
    const struct name_word *word = &words->items[i];
    return i + 2 < words->count && word[0].number && !word[0].year && word[2].year &&
           is_month(word[1].folded, &words->failed);
}

/* Whether there is a year among the words; most names have none, and need not be searched. */
static bool has_year(const struct name_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i].year)
            return true;
    return false;
}

bool date_mention_is_at(struct name_words *words, size_t i)
{
    const struct name_word *word = &words->items[i];
    if (!has_year(words) || word->joined || (word->cased && !word->small && !word->number))
        return false;
    return is_day(words, i) ||
           (leads_to_year(words, i + 1) &&
            name_words_are_listed(word->folded, prepositions, &words->failed));
}
