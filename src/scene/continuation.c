/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/continuation.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "scene/folding.h"
#include "scene/wording.h"

/* Words with which no part of a name begins: those before clauses, sources and dates, and finite
   verbs. Those that are usual in names ("for", "against") are not among them. */
static const char *const links[] = {
    "that",  "while",  "whereas", "as",   "because", "though", "although", "since", "until",
    "till",  "unless", "whether", "if",   "who",     "whom",   "whose",    "which", "through",
    "via",   "based",  "perhaps", "is",   "are",     "was",    "were",     "has",   "have",
    "does",  "did",    "will",    "says", "что",     "хотя",   "пока",     "через", "поскольку",
    "якобы", "потому", "که",      "زیرا", "هرچند",   "اگرچه",  NULL};

/* Words before a year, or before a month and a year. */
static const char *const date_words[] = {"in", "from",  "around", "about", "с",  "в",    "до",
                                         "от", "около", "از",     "در",    "تا", "حدود", NULL};

/* Words of many names, with which no verb phrase begins. */
static const char *const particles[] = {"of", "the", "and", "for", "in",  "on", "de",
                                        "du", "la",  "von", "van", "bin", "al", NULL};

/* What stands for the ends of a relation between several actors. */
static const char *const reciprocals[] = {"each other", "one another", "друг друга",
                                          "یکدیگر",     "همدیگر",      NULL};

/* A word of a name. Longer ones are none of those that are looked for. */
struct continuation_word {
    char folded[40];
    bool small;       /* it begins with a small letter */
    bool cased;       /* its script has small letters: it is written from left to right */
    bool year;        /* it consists of four digits */
    bool after_comma; /* a comma stands before it */
};

enum { MAX_WORDS = 80 };

struct continuation {
    struct continuation_word words[MAX_WORDS];
    size_t count;
    bool failed;
};

/* Notes the word from START to END. */
static void add_word(struct continuation *name, const char *start, const char *end,
                     bool after_comma)
{
    struct continuation_word *word = &name->words[name->count++];
    struct buffer folded = BUFFER_EMPTY;
    const char *at = start;
    int digits = 0, others = 0;
    *word = (struct continuation_word){.after_comma = after_comma};
    const uint32_t first = utf8_next(&at, end);
    word->small = folding_is_small(first);
    word->cased = utf8_direction(first) != UTF8_RIGHT_TO_LEFT;
    for (at = start; at < end;)
        ++*(punctuation_is_digit(utf8_next(&at, end)) ? &digits : &others);
    word->year = digits == 4 && others == 0;
    folding_add(&folded, start, end);
    if (folded.length < sizeof word->folded)
        memcpy(word->folded, buffer_string(&folded), folded.length + 1);
    name->failed |= folded.failed;
    buffer_clear(&folded);
}

/* Whether CODE is between words. Hyphens and apostrophes are within. */
static bool separates(uint32_t code)
{
    return !utf8_has_ink(code) || punctuation_is_comma(code) ||
           (code < 0x80 && strchr("\"()[]{};:/.!?&", (int)code) != NULL);
}

static void read_words(struct continuation *name, const char *text)
{
    const char *end = text + strlen(text), *start = NULL;
    bool comma = false;
    while (text < end && name->count < MAX_WORDS) {
        const char *at = text;
        const uint32_t code = utf8_next(&text, end);
        const bool between = separates(code);
        if (!between && start == NULL)
            start = at;
        if (start != NULL && (between || text == end)) {
            add_word(name, start, between ? at : text, comma);
            start = NULL;
            comma = false;
        }
        comma |= punctuation_is_comma(code);
    }
}

/* Whether LIST has a word that is FOLDED as this one is; single ones in ASCII are already. */
static bool is_listed(const char *folded, const char *const *list, bool *failed)
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

/* The length of the word at AT, which ends at a space, a bar, a brace or the end. */
static size_t word_length(const char *at)
{
    return strcspn(at, " |{}");
}

static bool is_word(const char *word, const char *at)
{
    const size_t length = word_length(at);
    return length > 0 && strncmp(word, at, length) == 0 && word[length] == '\0';
}

/* Whether the words from I on begin with a verb phrase of which the first word is at FIRST and
   the others are at REST. The objects come after one word, or after more. */
static bool begins_phrase(const struct continuation *name, size_t i, const char *first,
                          const char *rest)
{
    if (i + 1 >= name->count || !is_word(name->words[i].folded, first))
        return false;
    const struct continuation_word *next = &name->words[i + 1];
    rest += strspn(rest, " ");
    return *rest == '\0' || *rest == '#' ? !next->small : is_word(next->folded, rest);
}

/* What follows the word at AT in PHRASE: in the same alternative, or after all of them. */
static const char *after_word(const char *phrase, const char *at)
{
    const char *past = at + word_length(at), *close = strchr(phrase, '}');
    return *past == '|' || *past == '}' ? close + 1 : past;
}

/* Whether the words from I on begin with PHRASE, "{is|are} hostile to". */
static bool has_phrase(const struct continuation *name, size_t i, const char *phrase)
{
    if (*phrase != '{')
        return begins_phrase(name, i, phrase, after_word(phrase, phrase));
    for (const char *at = phrase + 1; at != NULL && at[-1] != '}'; at++) {
        if (begins_phrase(name, i, at, after_word(phrase, at)))
            return true;
        at += strcspn(at, "|}");
    }
    return false;
}

static bool has_verb(struct continuation *name, size_t i)
{
    const char *phrase;
    if (is_listed(name->words[i].folded, particles, &name->failed))
        return false;
    for (size_t number = 0; (phrase = wording_verb_number(number)) != NULL; number++)
        if (has_phrase(name, i, phrase))
            return true;
    return false;
}

static bool has_date(struct continuation *name, size_t i)
{
    const size_t left = name->count - i - 1;
    return ((left > 0 && name->words[i + 1].year) || (left > 1 && name->words[i + 2].year)) &&
           is_listed(name->words[i].folded, date_words, &name->failed);
}

/* Whether the last word, after a comma and a name, ends like an English verb. */
static bool ends_with_verb(const struct continuation *name)
{
    if (name->count < 3)
        return false;
    const struct continuation_word *last = &name->words[name->count - 1], *subject = last - 1;
    const size_t length = strlen(last->folded);
    return subject->after_comma && !subject->small && !last->after_comma && last->small &&
           length > 3 && strchr("sd", last->folded[length - 1]) != NULL;
}

static bool goes_on(struct continuation *name)
{
    for (size_t i = 1; i < name->count; i++) {
        const struct continuation_word *word = &name->words[i];
        if ((word->small || !word->cased) && (is_listed(word->folded, links, &name->failed) ||
                                              has_date(name, i) || has_verb(name, i)))
            return true;
    }
    return name->count == MAX_WORDS || ends_with_verb(name);
}

/* Whether NAME is in ASCII, and all its words but the first begin with a capital or a digit, as
   in most names: then it does not go on. */
static bool is_plain(const char *name)
{
    if (!ascii_is_all(name) || (*name != '\0' && strchr("eEoO", *name) != NULL))
        return false; /* it may be a reciprocal */
    for (const char *at = name + 1; *name != '\0' && *at != '\0'; at++)
        if (separates((unsigned char)at[-1]) && *at >= 'a' && *at <= 'z')
            return false;
    return strlen(name) < MAX_WORDS;
}

static bool is_reciprocal(const char *name, bool *failed)
{
    enum { LONGEST = 24 };
    struct buffer folded = BUFFER_EMPTY;
    if (strlen(name) > LONGEST)
        return false;
    folding_add(&folded, name, name + strlen(name));
    const bool found = is_listed(buffer_string(&folded), reciprocals, failed);
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

bool continuation_is_in(const char *name, bool *failed)
{
    struct continuation read = {.count = 0};
    if (is_plain(name))
        return false;
    if (is_reciprocal(name, failed))
        return true;
    if (strchr(name, ' ') == NULL)
        return false;
    read_words(&read, name);
    const bool found = goes_on(&read);
    *failed |= read.failed;
    return found;
}
