/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/continuation.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "scene/date_mention.h"
#include "scene/folding.h"
#include "scene/name_words.h"
#include "scene/wording.h"

/* Words with which no part of a name begins: those before clauses, sources and dates, and finite
   verbs. Those that are usual in names ("for", "against") are not among them. */
static const char *const links[] = {
    "that",   "while",     "whereas", "as",      "because",    "though",  "although", "since",
    "until",  "till",      "unless",  "whether", "if",         "who",     "whom",     "whose",
    "which",  "through",   "via",     "based",   "citing",     "quoting", "is",       "are",
    "was",    "were",      "has",     "have",    "does",       "did",     "will",     "says",
    "itself", "himself",   "doubt",   "herself", "themselves", "что",     "хотя",     "пока",
    "через",  "поскольку", "потому",  "как",     "словам",     "данным",  "согласно", "пишет",
    "однако", "که",        "زیرا",    "هرچند",   "اگرچه",      "طبق",     "اساس",     NULL};

/* Words that turn what a sentence says round, or say how sure it is. A name may not begin with
   one either. */
static const char *const turns[] = {
    "not",         "never",      "neither",    "nor",      "longer",    "hardly",
    "barely",      "scarcely",   "rarely",     "seldom",   "allegedly", "reportedly",
    "supposedly",  "presumably", "possibly",   "probably", "perhaps",   "maybe",
    "purportedly", "apparently", "ostensibly", "falsely",  "якобы",     "никогда",
    "возможно",    "вероятно",   "شاید",       "هرگز",     NULL};

/* Words of many names, with which no verb phrase begins. */
static const char *const particles[] = {"of", "the", "and", "for", "in",  "on", "de",
                                        "du", "la",  "von", "van", "bin", "al", NULL};

/* Words with a small letter before the object of a verb. */
static const char *const articles[] = {"the",  "a",     "an",    "all",     "both",
                                       "each", "every", "some",  "its",     "his",
                                       "her",  "their", "other", "another", NULL};

/* Before a verb that has the same subject, or before another subject. */
static const char *const conjunctions[] = {"and", "or", "but", "then", "nor", "yet", NULL};

/* Small words in "s" and "ed" that are no verbs. */
static const char *const no_verbs[] = {"sans", "towards", "besides", "versus", "across", "this",
                                       "plus", "minus",   "less",    "united", "red",    NULL};

/* What stands for the ends of a relation between several actors. */
static const char *const reciprocals[] = {"each other", "one another", "друг друга",
                                          "یکدیگر",     "همدیگر",      NULL};

/* What entente writes before sources, and in place of a date, in any language. */
static const enum wording_word own_words[] = {
    WORD_ASSERTED_BY,   WORD_SUSPECTED_BY, WORD_DENIED_BY, WORD_DOUBTED_BY, WORD_QUALIFIED_BY,
    WORD_NO_COMMENT_BY, WORD_THROUGH,      WORD_BASED_ON,  WORD_FROM_OUTSET};

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

static bool is_listed(struct name_words *words, size_t i, const char *const *list)
{
    return name_words_are_listed(words->items[i].folded, list, &words->failed);
}

/* Whether the words from I on may be the object of a verb: "Charlie", "the Army", "al-Qaida". */
static bool is_object(struct name_words *words, size_t i)
{
    if (i >= words->count)
        return false;
    const struct name_word *word = &words->items[i];
    if (!word->small)
        return true;
    return i + 1 < words->count &&
           ((word->joined && !word[1].small) || is_listed(words, i, articles));
}

/* Whether the words from I on begin with a verb phrase of which the first word is at FIRST and
   the others are at REST. The objects come after one word, or after more. A word that is joined
   to another is no verb ("US-led Coalition"), but may begin a phrase. */
static bool begins_phrase(struct name_words *words, size_t i, const char *first, const char *rest)
{
    if (i + 1 >= words->count || !is_word(words->items[i].folded, first))
        return false;
    rest += strspn(rest, " ");
    return *rest == '\0' || *rest == '#' ? !words->items[i].joined && is_object(words, i + 1)
                                         : is_word(words->items[i + 1].folded, rest);
}

/* What follows the word at AT in PHRASE: in the same alternative, or after all of them. */
static const char *after_word(const char *phrase, const char *at)
{
    const char *past = at + word_length(at), *close = strchr(phrase, '}');
    return *past == '|' || *past == '}' ? close + 1 : past;
}

/* Whether the words from I on begin with PHRASE, "{is|are} hostile to"; with what follows a
   plural only if that may come before: many such verbs are nouns, too ("oil trade with Iran"). */
static bool has_phrase(struct name_words *words, size_t i, const char *phrase, bool after_plural)
{
    if (*phrase != '{')
        return begins_phrase(words, i, phrase, after_word(phrase, phrase));
    const char *plural = strchr(phrase, '|') + 1;
    return begins_phrase(words, i, phrase + 1, after_word(phrase, phrase + 1)) ||
           (after_plural && begins_phrase(words, i, plural, after_word(phrase, plural)));
}

static bool has_verb(struct name_words *words, size_t i, bool after_plural)
{
    const char *phrase;
    if (is_listed(words, i, particles))
        return false;
    for (size_t number = 0; (phrase = wording_verb_number(number)) != NULL; number++)
        if (has_phrase(words, i, phrase, after_plural))
            return true;
    return false;
}

/* Whether word I has the end of a verb. */
static bool ends_like_verb(struct name_words *words, size_t i)
{
    const struct name_word *word = &words->items[i];
    const size_t length = strlen(word->folded);
    if (!word->small || word->joined || length < 4 || is_listed(words, i, no_verbs))
        return false;
    const char *end = word->folded + length;
    return (end[-1] == 's' && strchr("su", end[-2]) == NULL) ||
           (end[-1] == 'd' && end[-2] == 'e');
}

/* Whether the last word, after a comma and a name, ends like an English verb. */
static bool ends_with_verb(const struct name_words *words)
{
    if (words->count < 3)
        return false;
    const struct name_word *last = &words->items[words->count - 1], *subject = last - 1;
    const size_t length = strlen(last->folded);
    return subject->after_comma && !subject->small && !last->after_comma && last->small &&
           !last->joined && length > 3 && strchr("sd", last->folded[length - 1]) != NULL;
}

/* Whether word I goes on with more than a name. The first word of one may be like a verb. */
static bool goes_on_at(struct name_words *words, size_t i, bool after_plural)
{
    const struct name_word *word = &words->items[i];
    if (!word->joined && (word->small || !word->cased) &&
        (is_listed(words, i, links) || is_listed(words, i, turns)))
        return true;
    if (date_mention_is_at(words, i))
        return true;
    return i > 0 && (word->small || !word->cased) &&
           (has_verb(words, i, after_plural) ||
            (after_plural && ends_like_verb(words, i) && is_object(words, i + 1)));
}

static bool goes_on(struct name_words *words)
{
    bool after_plural = false; /* a conjunction or a comma came before */
    if (words->count > 1 && !words->items[0].joined && is_listed(words, 0, turns))
        return true;
    for (size_t i = 0; i < words->count; i++) {
        after_plural |= words->items[i].after_comma;
        if (goes_on_at(words, i, after_plural))
            return true;
        after_plural |= is_listed(words, i, conjunctions);
    }
    return words->count == NAME_WORDS_MAX || ends_with_verb(words);
}

/* Adds the words, each between spaces, with "-" for those with capitals and joined ones. */
static void add_small_words(struct buffer *out, const struct name_words *words)
{
    buffer_char(out, ' ');
    for (size_t i = 0; i < words->count; i++) {
        const struct name_word *word = &words->items[i];
        const bool apart = !word->joined && (word->small || !word->cased);
        buffer_format(out, "%s ", apart ? word->folded : "-");
    }
}

/* Whether the words have what entente writes before sources, in any language. */
static bool has_own_words(struct name_words *words)
{
    struct buffer small = BUFFER_EMPTY, own = BUFFER_EMPTY;
    const size_t count = sizeof own_words / sizeof *own_words;
    bool found = false;
    add_small_words(&small, words);
    for (size_t i = 0; i < WORDINGS * count && !found; i++) {
        own.length = 0;
        folding_add_words(&own, wording_word((enum wording)(i / count), own_words[i % count]));
        found = strstr(buffer_string(&small), buffer_string(&own)) != NULL;
    }
    words->failed |= small.failed || own.failed;
    buffer_clear(&small);
    buffer_clear(&own);
    return found;
}

/* Whether NAME begins with one of WORDS in ASCII, whatever the case of its letters. */
static bool begins_with(const char *name, const char *const *words)
{
    const size_t length = strcspn(name, " ");
    for (; *words != NULL; words++)
        if (strncasecmp(name, *words, length) == 0 && strlen(*words) == length)
            return true;
    return false;
}

/* Whether NAME is in ASCII, without a word that begins with as many digits as a year has, and all
   its words begin with a capital, as in most names: then it does not go on. */
static bool is_plain(const char *name)
{
    if (!ascii_is_all(name) || (*name != '\0' && strchr("eEoO", *name) != NULL) ||
        begins_with(name, turns))
        return false; /* it may be a reciprocal, or begin with "not" */
    enum { YEAR = 4 };
    int digits = 0;
    for (bool within = false; *name != '\0'; name++) {
        const bool small = *name >= 'a' && *name <= 'z';
        digits = ascii_is_digit(*name) && !within ? digits + 1 : 0;
        if (digits == YEAR || (small && !within))
            return false;
        within = ascii_is_letter(*name) || (ascii_is_digit(*name) && within);
    }
    return true;
}

static bool is_reciprocal(const char *name, bool *failed)
{
    enum { LONGEST = 24 };
    struct buffer folded = BUFFER_EMPTY;
    if (strlen(name) > LONGEST)
        return false;
    folding_add(&folded, name, name + strlen(name));
    const bool found = name_words_are_listed(buffer_string(&folded), reciprocals, failed);
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

bool continuation_is_in(const char *name, bool *failed)
{
    struct name_words words;
    if (is_plain(name))
        return false;
    if (is_reciprocal(name, failed))
        return true;
    name_words_read(&words, name);
    const bool found = goes_on(&words) || has_own_words(&words);
    *failed |= words.failed;
    return found;
}
