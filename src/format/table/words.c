/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/words.h"

#include <stdio.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"

struct relation_words {
    const char *words, *type, *form;
    bool reversed;
};
struct stance_words {
    const char *words, *stance;
    bool hedged;
};
struct kind_words {
    const char *words, *kind, *subkind;
};

static const struct relation_words relations[] = {
#define RELATION(words, type, form) {" " words " ", type, form, false},
#define REVERSED(words, type, form) {" " words " ", type, form, true},
#include "format/table/words.def"
};
static const struct stance_words stances[] = {
#define STANCE_WORD(words, stance, hedged) {" " words " ", stance, hedged},
#include "format/table/words.def"
};
static const struct kind_words kinds[] = {
#define KIND_WORD(words, kind, subkind) {" " words " ", kind, subkind},
#include "format/table/words.def"
};
static const char countries[] = " "
#include "format/table/countries.def"
    ;

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Whether a character beyond ASCII is white space or cannot be seen. */
static bool is_blank(uint32_t code)
{
    return code >= 0x80 && (utf8_space(code) != UTF8_NO_SPACE || !utf8_has_ink(code));
}

/* Appends the character from START to END to KEY, which has *LENGTH bytes. */
static void add_to_key(char key[WORDS_KEY], size_t *length, const char *start, const char *end)
{
    const size_t size = (size_t)(end - start);
    if (size > WORDS_KEY - 1 - *length)
        return;
    memmove(key + *length, start, size); /* KEY may be the text */
    if (size == 1)
        key[*length] = ascii_lower(*start);
    *length += size;
}

void words_squeeze(char key[WORDS_KEY], const char *text)
{
    const char *end = text + strlen(text);
    size_t length = 0;
    while (text < end && length < WORDS_KEY - 1) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (code >= 0x80 ? !is_blank(code) : ascii_is_letter(*start) || ascii_is_digit(*start))
            add_to_key(key, &length, start, text);
    }
    key[length] = '\0';
}

/* Whether KEY is among WORDS, which are between spaces. */
static bool is_among(const char *words, const char *key)
{
    const size_t length = strlen(key);
    if (length == 0)
        return false;
    for (const char *at = strstr(words, key); at != NULL; at = strstr(at + 1, key))
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

/* --- relations */

static bool set_type(struct meaning *meaning, int type, const char *form)
{
    meaning->type = type;
    meaning->form = form != NULL && *form != '\0' ? form : NULL;
    return type >= 0;
}

bool words_read_type(const char *text, int *type, const char **form)
{
    char word[WORDS_KEY];
    const size_t length = strcspn(text, ":");
    if (length >= sizeof word)
        return false;
    memcpy(word, text, length);
    word[length] = '\0';
    *type = vocabulary_find(&vocabulary_types, word);
    *form = text[length] == ':' && text[length + 1] != '\0' ? text + length + 1 : NULL;
    return *type >= 0;
}

/* The word of LIST that looks like KEY when it is squeezed, or NULL. */
static const char *find_squeezed(const struct vocabulary *list, const char *key)
{
    char other[WORDS_KEY];
    for (size_t i = 0; i < list->count; i++) {
        words_squeeze(other, list->words[i]);
        if (strcmp(other, key) == 0)
            return list->words[i];
    }
    return NULL;
}

/* A form that only one of the types has. */
static bool find_form(const char *key, struct meaning *meaning)
{
    int found = -1;
    const char *form = NULL;
    for (int type = 0; type < TYPES; type++) {
        const char *word = find_squeezed(relation_type_forms((enum relation_type)type), key);
        if (word == NULL || strcmp(word, "unspecified") == 0)
            continue;
        if (found >= 0)
            return false;
        found = type;
        form = word;
    }
    return set_type(meaning, found, form);
}

static bool find_key(const char *key, struct meaning *meaning)
{
    const char *type = find_squeezed(&vocabulary_types, key);
    if (type != NULL)
        return set_type(meaning, vocabulary_find(&vocabulary_types, type), NULL);
    for (size_t i = 0; i < COUNT(relations); i++)
        if (is_among(relations[i].words, key)) {
            meaning->reversed = relations[i].reversed;
            return set_type(meaning, vocabulary_find(&vocabulary_types, relations[i].type),
                            relations[i].form);
        }
    return find_form(key, meaning);
}

bool words_find_relation(const char *word, struct meaning *meaning)
{
    char key[WORDS_KEY];
    int type;
    const char *form;
    if (strchr(word, ':') != NULL && words_read_type(word, &type, &form))
        return set_type(meaning, type, form);
    if (strchr(word, '?') != NULL) /* a mark of doubt, which is no punctuation */
        return false;
    words_squeeze(key, word);
    if (find_key(key, meaning))
        return true;
    const size_t length = strlen(key);
    const bool passive = length > 2 && strcmp(key + length - 2, "by") == 0;
    const char *start = passive && strncmp(key, "is", 2) == 0    ? key + 2
                        : passive && strncmp(key, "was", 3) == 0 ? key + 3
                                                                 : key;
    if (!passive)
        return false;
    key[length - 2] = '\0';
    if (!find_key(key, meaning) && !find_key(start, meaning))
        return false;
    meaning->reversed = !meaning->reversed;
    return true;
}

/* --- stances */

static bool find_stance(const char *key, struct meaning *meaning)
{
    for (size_t i = 0; i < COUNT(stances); i++)
        if (is_among(stances[i].words, key)) {
            meaning->stance = vocabulary_find(&vocabulary_stances, stances[i].stance);
            meaning->hedged = meaning->hedged || stances[i].hedged;
            return true;
        }
    return false;
}

/* Takes a question mark, "?" or "(?)", from the end of TEXT, of *LENGTH bytes. */
static bool take_doubt(const char *text, size_t *length)
{
    size_t end = *length;
    while (end > 0 && strchr("?() \t", text[end - 1]) != NULL)
        end--;
    const bool doubt = memchr(text + end, '?', *length - end) != NULL;
    *length = doubt ? end : *length;
    return doubt;
}

size_t words_split_doubt(const char *text, struct meaning *meaning)
{
    size_t length = strlen(text);
    meaning->hedged = take_doubt(text, &length) || meaning->hedged;
    return length;
}

/* "reportedly denies": a hedge comes first. A denial of a stance, "not confirmed", is none. */
static bool find_hedged(const char *text, struct meaning *meaning)
{
    char key[WORDS_KEY];
    struct meaning first = MEANING_NONE;
    const char *rest = words_split_stance(text, &first);
    if (first.stance != STANCE_ASSERTS || !first.hedged || *rest == '\0')
        return false;
    words_squeeze(key, rest);
    meaning->hedged = true;
    return find_stance(key, meaning);
}

bool words_find_stance(const char *word, struct meaning *meaning)
{
    char key[WORDS_KEY], text[WORDS_KEY];
    const size_t length = words_split_doubt(word, meaning);
    if (length >= sizeof text || memchr(word, '?', length) != NULL)
        return false;
    memcpy(text, word, length);
    text[length] = '\0';
    words_squeeze(key, text);
    return find_stance(key, meaning) || find_hedged(text, meaning);
}

/* --- denials */

/* Whether KEY, a word without spaces, denies something: "not", "doesnt", or "notarms". */
static bool is_denial(const char *key)
{
    static const char denials[] =
        " no not never neither nor none nobody cannot cant couldnt dont doesnt didnt isnt "
        "arent wasnt werent hasnt havent hadnt wont wouldnt denies denied deny denying denial "
        "disputes disputed contests contested rejects rejected refutes refuted disproved "
        "disproven debunked disowns "
        "disowned disavows disavowed false untrue unconfirmed unrelated unlinked unconnected "
        "unaffiliated uninvolved nicht kein keine keinen nie niemals pas jamais aucun aucune "
        "nunca ";
    static const char *const prefixes[] = {"doesnot", "doesnt", "didnot", "didnt",  "donot",
                                           "dont",    "isnot",  "isnt",   "wasnot", "wasnt",
                                           "denies",  "never",  "not",    "no"};
    struct meaning meaning = MEANING_NONE;
    if (is_among(denials, key))
        return true;
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        const char *rest = key + strlen(prefixes[i]);
        if (strncmp(key, prefixes[i], strlen(prefixes[i])) == 0 &&
            (*rest == '\0' || find_key(rest, &meaning)))
            return true;
    }
    return false;
}

/* Copies the next word of TEXT to KEY, squeezed, and returns what follows it. Words end at what
   is no letter or digit, and before a capital behind a small letter. What cannot be seen ends
   them, or with JOINED is no part of them. */
static const char *next_word(char key[WORDS_KEY], const char *text, bool joined)
{
    const char *end = text + strlen(text);
    size_t length = 0;
    bool small = false;
    while (text < end) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        const bool apostrophe = code == '\'' || code == 0x2019;
        const bool hidden =
            code >= 0x80 && !utf8_has_ink(code) && utf8_space(code) == UTF8_NO_SPACE;
        if (apostrophe || (hidden && joined))
            continue;
        if (code < 0x80 ? !ascii_is_letter(*start) && !ascii_is_digit(*start) : is_blank(code))
            break;
        if (small && *start >= 'A' && *start <= 'Z') {
            text = start;
            break;
        }
        small = ascii_is_letter(*start) && ascii_lower(*start) == *start;
        add_to_key(key, &length, start, text);
    }
    key[length] = '\0';
    return text;
}

/* Whether TEXT, behind "no", is a number: "no. 2". */
static bool is_number(const char *text)
{
    return ascii_is_digit(text[strspn(text, ". ")]);
}

static bool denies(const char *text, bool joined)
{
    char key[WORDS_KEY];
    while (*text != '\0') {
        text = next_word(key, text, joined);
        if (is_denial(key) && !(strcmp(key, "no") == 0 && is_number(text)))
            return true;
    }
    return false;
}

bool words_deny(const char *text)
{
    return denies(text, false) || denies(text, true);
}

/* The words by which people say that somebody denies something, and nothing else. */
static bool is_denying(const char *key)
{
    return is_among(" denies denied deny denying denial denials deniedby deniedwho whodenies "
                    "refutes refuted refutedby contradicts contradictedby disputedby ",
                    key);
}

bool words_name_denial(const char *text)
{
    char key[WORDS_KEY];
    while (*text != '\0') {
        text = next_word(key, text, false);
        if (is_denying(key))
            return true;
    }
    return false;
}

bool words_begin_denial(const char *text)
{
    char key[WORDS_KEY];
    struct meaning meaning = MEANING_NONE;
    const char *rest = next_word(key, text + strspn(text, " "), false);
    return is_denying(key) ||
           (strcmp(key, "not") == 0 && words_find_stance(rest + strspn(rest, " "), &meaning));
}

/* --- words before others */

/* Whether a word ends at TEXT: at white space or a hyphen, which is LENGTH bytes. */
static bool ends_word(const char *text, const char *end, size_t *length)
{
    const char *next = text;
    const uint32_t code = utf8_next(&next, end);
    *length = (size_t)(next - text);
    return utf8_space(code) != UTF8_NO_SPACE || strchr("-_", *text) != NULL || is_blank(code) ||
           (code >= 0x2010 && code <= 0x2014);
}

/* The number of bytes of the first COUNT words of TEXT, and of what separates them from the rest.
 */
static size_t measure_words(const char *text, int count)
{
    const char *at = text, *end = text + strlen(text);
    size_t length;
    for (; count > 0 && at < end; count--) {
        while (at < end && !ends_word(at, end, &length))
            at += length;
        while (at < end && (*at == ':' || ends_word(at, end, &length)))
            at += *at == ':' ? 1 : length;
    }
    return (size_t)(at - text);
}

/* What follows a word such as "on" or "the" at TEXT. */
static const char *skip_joint(const char *text)
{
    static const char joints[] = " on of the a an any ";
    char key[WORDS_KEY];
    const size_t length = measure_words(text, 1);
    if (length == 0 || length >= sizeof key || text[length] == '\0')
        return text;
    memcpy(key, text, length);
    key[length] = '\0';
    words_squeeze(key, key);
    return is_among(joints, key) ? text + length : text;
}

/* Whether KEY is a stance of its own, but before a relation rather a word of that: "claims
   territory", "fears attack", "partly owns", "silent support". */
static bool is_of_relation(const char *key)
{
    return is_among(" claims claim claimed fears dismisses dismissed rejects rejected reject "
                    "contests contested partly partially silent unavailable admits admitted ",
                    key);
}

const char *words_split_stance(const char *text, struct meaning *meaning)
{
    char key[WORDS_KEY], phrase[WORDS_KEY];
    for (int count = 3; count > 0; count--) {
        const size_t length = measure_words(text, count);
        if (length == 0 || length >= sizeof phrase)
            continue;
        memcpy(phrase, text, length);
        phrase[length] = '\0';
        words_squeeze(key, phrase);
        const char *rest = skip_joint(text + length);
        if ((*rest == '\0' || !is_of_relation(key)) && find_stance(key, meaning))
            return rest;
    }
    return text;
}

/* As words_find_relation for TEXT with MORE behind its first BYTES. */
static bool find_with(const char *text, size_t bytes, const char *more, struct meaning *meaning)
{
    char word[2 * WORDS_KEY];
    const int length =
        snprintf(word, sizeof word, "%.*s%s%s", (int)bytes, text, more, text + bytes);
    return length > 0 && (size_t)length < sizeof word && words_find_relation(word, meaning);
}

bool words_find_denied(const char *text, struct meaning *meaning)
{
    return words_find_relation(text, meaning) ||
           find_with(text, strcspn(text, " "), "s", meaning) ||
           find_with(text, strlen(text), " of", meaning);
}

bool words_find_denial(const char *text, struct meaning *meaning)
{
    *meaning = (struct meaning)MEANING_NONE;
    const char *rest = words_split_stance(text, meaning);
    return meaning->stance == STANCE_DENIES && words_find_denied(rest, meaning);
}

bool words_read_meaning(const char *text, struct meaning *meaning)
{
    if (words_read_type(text, &meaning->type, &meaning->form))
        return true;
    const char *rest = words_split_stance(text, meaning);
    return rest != text && words_read_type(rest, &meaning->type, &meaning->form);
}

/* --- other words */

bool words_find_kind(const char *word, enum vertex_kind *kind, const char **subkind)
{
    char key[WORDS_KEY];
    words_squeeze(key, word);
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (is_among(kinds[i].words, key)) {
            const int index = vocabulary_find(&vocabulary_kinds, kinds[i].kind);
            *kind = (enum vertex_kind)index;
            *subkind = *kinds[i].subkind != '\0' ? kinds[i].subkind : NULL;
            return true;
        }
    return false;
}

bool words_is_country(const char *name)
{
    char key[WORDS_KEY];
    words_squeeze(key, name);
    return is_among(countries, key) ||
           (strncmp(key, "the", 3) == 0 && is_among(countries, key + 3)) ||
           (strncmp(key, "governmentof", 12) == 0 && is_among(countries, key + 12));
}

int words_find_listed(const struct vocabulary *list, const char *word)
{
    char plain[WORDS_KEY];
    size_t length = strlen(word);
    while (length > 0 && ascii_is_space(word[length - 1]))
        length--;
    for (; length > 0 && ascii_is_space(*word); length--)
        word++;
    if (length >= sizeof plain)
        return -1;
    for (size_t i = 0; i < length; i++)
        plain[i] = ascii_lower(word[i]);
    plain[length] = '\0';
    return vocabulary_find(list, plain);
}

bool words_find_truth(const char *word, bool *truth)
{
    char key[WORDS_KEY];
    words_squeeze(key, strcmp(word, "1.0") == 0 ? "1" : strcmp(word, "0.0") == 0 ? "0" : word);
    *truth = is_among(" 1 yes y true t x ", key);
    if (*word == '\0' || strcmp(word, "-") == 0 || strcmp(word, "n/a") == 0)
        return true;
    /* A sign or another mark makes another word of it. */
    return strpbrk(word, "-+?()<>~/\\") == NULL && strstr(word, "\u2212") == NULL &&
           (*truth || is_among(" 0 no n false f na ", key));
}

bool words_find_mark(const char *word, bool *there, struct meaning *meaning)
{
    char text[WORDS_KEY];
    struct meaning found = *meaning;
    const size_t length = words_split_doubt(word, &found);
    *there = true;
    if (words_find_truth(word, there))
        return true;
    if (length == 0 || length >= sizeof text)
        return false;
    memcpy(text, word, length);
    text[length] = '\0';
    if (words_find_truth(text, there) ? !*there : !words_find_stance(word, &found))
        return false;
    *there = true;
    *meaning = found;
    return true;
}
