/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/wording.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "model/amount.h"

/* The tables are included twice: first only to count the cells of each row, so that a missing one
   is a compile-time error rather than a NULL in a picture. */
#define COUNT(...) (sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
#define NAMES(...) (COUNT(__VA_ARGS__) == WORDINGS)
#define VERBS(...) (COUNT(__VA_ARGS__) == PHASES)
#define FORM(word, names, verbs) &&names &&verbs
#define FORMS(...) (1 __VA_ARGS__)

#define LANGUAGE(name, tag, direction)                                                           \
    _Static_assert(sizeof(tag) == sizeof "en" || sizeof(tag) == sizeof "eng",                    \
                   "a tag has two or three letters: " #name);
#define WORD(name, names) _Static_assert(names, "a cell for each language: " #name);
#include "scene/wording.def"

#define RELATION_TYPE(name, word, sign, direction, parties, color, head, names, verbs, forms)    \
    _Static_assert(names, "a name in each language: " word);                                     \
    _Static_assert(verbs, "a verb for each phase: " word);                                       \
    _Static_assert(forms, "names and verbs for each form of " word);
#define FREE_FORM(type, word, names, verbs)                                                      \
    _Static_assert(names && verbs, "a name in each language, and verbs: " word);
#define ACTOR_KIND(name, word, shape, fill, border, text, weight, names)                         \
    _Static_assert(names, "a name in each language: " word);
#define EVENT_KIND(...) ACTOR_KIND(__VA_ARGS__)
#define SUBKIND(word, names) _Static_assert(names, "a name in each language: " word);
#define EVIDENCE(name, word, dashes, style, mark, names)                                         \
    _Static_assert(names, "a name in each language: " word);
#define PHASE(name, word, badge, tail, names)                                                    \
    _Static_assert(names, "a name in each language: " word);
#define RELIABILITY(letter, names) _Static_assert(names, "a name in each language");
#define CREDIBILITY(digit, names) _Static_assert(names, "a name in each language");
#define TIER(name, word, names) _Static_assert(names, "a name in each language: " word);
#define SIGN(name, word, meaning, names) _Static_assert(names, "a name in each language: " word);
#include "model/vocabulary.def"

#undef NAMES
#undef VERBS
#undef FORM
#undef FORMS
/* The second time, for the contents of the cells. */
#define NAMES(...) ((const char *const[]){__VA_ARGS__})
#define VERBS(...) NAMES(__VA_ARGS__)
#define FORM(word, names, verbs) {word, names, verbs},
#define FORMS(...) ((const struct wording_form[]){__VA_ARGS__{NULL, NULL, NULL}})

enum wording_direction { DIRECTION_LTR, DIRECTION_RTL };

static const struct {
    const char *tag;
    enum wording_direction direction;
} languages[WORDINGS] = {
#define LANGUAGE(name, tag, direction) [WORDING_##name] = {tag, DIRECTION_##direction},
#include "scene/wording.def"
};

/* Like all names here, words are indexed by enum wording. */
static const char *const *const words[WORDS] = {
#define WORD(name, names) [WORD_##name] = names,
#include "scene/wording.def"
};

static const char *const *const kinds[KINDS] = {
#define ACTOR_KIND(name, word, shape, fill, border, text, weight, names) [KIND_##name] = names,
#define EVENT_KIND(...) ACTOR_KIND(__VA_ARGS__)
#include "model/vocabulary.def"
};

static const char *const *const subkinds[] = {
#define SUBKIND(word, names) names,
#include "model/vocabulary.def"
};

static const char *const *const evidences[EVIDENCES] = {
#define EVIDENCE(name, word, dashes, style, mark, names) [EVIDENCE_##name] = names,
#include "model/vocabulary.def"
};

static const char *const *const phases[PHASES] = {
#define PHASE(name, word, badge, tail, names) [PHASE_##name] = names,
#include "model/vocabulary.def"
};

static const char *const *const reliabilities[] = {
#define RELIABILITY(letter, names) [(letter) - 'A'] = names,
#include "model/vocabulary.def"
};

static const char *const *const credibilities[] = {
#define CREDIBILITY(digit, names) [(digit) - '1'] = names,
#include "model/vocabulary.def"
};

static const char *const *const tiers[TIERS] = {
#define TIER(name, word, names) [TIER_##name] = names,
#include "model/vocabulary.def"
};

static const char *const *const signs[SIGNS] = {
#define SIGN(name, word, meaning, names) [SIGN_##name] = names,
#include "model/vocabulary.def"
};

struct wording_form {
    const char *word; /* NULL: the end of the list */
    const char *const *names;
    const char *const *verbs; /* by phase */
};

static const struct {
    const char *const *names;
    const char *const *verbs; /* by phase */
    const struct wording_form *forms;
} types[TYPES] = {
#define RELATION_TYPE(name, word, sign, direction, parties, color, head, names, verbs, forms)    \
    [TYPE_##name] = {names, verbs, forms},
#include "model/vocabulary.def"
};

/* The forms of types for which any form is valid. */
static const struct {
    enum relation_type type;
    struct wording_form form;
} free_forms[] = {
#define FREE_FORM(type, word, names, verbs) {TYPE_##type, {word, names, verbs}},
#include "model/vocabulary.def"
};

/* Tags don't distinguish case. */
static bool is_in(const char *language, enum wording wording)
{
    size_t length = strlen(languages[wording].tag);
    return strncasecmp(language, languages[wording].tag, length) == 0 &&
           (language[length] == '\0' || language[length] == '-');
}

enum wording wording_for(const char *language)
{
    for (int i = 0; language != NULL && i < WORDINGS; i++)
        if (is_in(language, (enum wording)i))
            return (enum wording)i;
    return (enum wording)0;
}

bool wording_has(const char *language)
{
    return is_in(language, wording_for(language));
}

const char *wording_tag(enum wording wording)
{
    return languages[wording].tag;
}

bool wording_is_rtl(enum wording wording)
{
    return languages[wording].direction == DIRECTION_RTL;
}

const char *wording_word(enum wording wording, enum wording_word word)
{
    return words[word][wording];
}

void wording_fill(struct buffer *out, enum wording wording, enum wording_word word,
                  const char *text)
{
    const char *frame = wording_word(wording, word);
    size_t before = strcspn(frame, "#");
    buffer_add(out, frame, before);
    if (frame[before] == '#')
        buffer_format(out, "%s%s", text, frame + before + 1);
}

void wording_count(struct buffer *out, enum wording wording, enum wording_word word,
                   size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    wording_fill(out, wording, word, digits);
}

void wording_amount(struct buffer *out, const char *unit, double amount, enum wording wording)
{
    const char *const names[] = {
        wording_word(wording, WORD_THOUSAND), wording_word(wording, WORD_MILLION),
        wording_word(wording, WORD_BILLION), wording_word(wording, WORD_TRILLION)};
    amount_write_in(amount, unit, names, out);
}

static const char rounded[] = "≈";

/* What follows the sign before a number that is rounded. */
static const char *digits_of(const char *amount)
{
    const size_t length = strlen(rounded);
    return amount + (strncmp(amount, rounded, length) == 0 ? length : 0);
}

/* Whether an amount has "thousand" or the like behind its number. */
static bool is_scaled(const struct buffer *amount)
{
    return strchr(buffer_string(amount), ' ') != NULL;
}

/* The scale of the second amount must not seem to be that of the first: "2 USD–5 million USD";
   without a unit, "2–5000000". */
static void add_range(struct buffer *out, const struct buffer *least, const struct buffer *most,
                      const char *unit, double high)
{
    const bool unlike = is_scaled(most) && !is_scaled(least);
    buffer_text(out, buffer_string(least));
    if (unlike && *unit != '\0')
        buffer_format(out, " %s", unit);
    buffer_text(out, "–");
    if (unlike && *unit == '\0')
        amount_write_exact(high, out);
    else
        buffer_text(out, buffer_string(most));
}

/* What comes to the same when it is rounded is no range. */
void wording_amounts(struct buffer *out, const char *unit, double low, double high,
                     enum wording wording)
{
    struct buffer least = BUFFER_EMPTY, most = BUFFER_EMPTY;
    wording_amount(&least, "", low, wording);
    wording_amount(&most, "", high, wording);
    const bool same =
        strcmp(digits_of(buffer_string(&least)), digits_of(buffer_string(&most))) == 0;
    if (low < high && same)
        buffer_format(out, "%s%s", rounded, digits_of(buffer_string(&most)));
    else if (low < high)
        add_range(out, &least, &most, unit, high);
    else
        buffer_text(out, buffer_string(&most));
    if (*unit != '\0')
        buffer_format(out, " %s", unit);
    out->failed |= least.failed || most.failed;
    buffer_clear(&least);
    buffer_clear(&most);
}

const char *wording_kind(enum wording wording, enum vertex_kind kind)
{
    return kinds[kind][wording];
}

const char *wording_subkind(enum wording wording, const char *subkind)
{
    int index = vocabulary_find(&vocabulary_subkinds, subkind);
    return index >= 0 ? subkinds[index][wording] : subkind;
}

const char *wording_type(enum wording wording, enum relation_type type)
{
    return types[type].names[wording];
}

const char *wording_evidence(enum wording wording, enum evidence evidence)
{
    return evidences[evidence][wording];
}

const char *wording_phase(enum wording wording, enum relation_phase phase)
{
    return phases[phase][wording];
}

const char *wording_reliability(enum wording wording, char letter)
{
    assert(letter == '\0' || (letter >= 'A' && letter <= 'F'));
    return letter == '\0' ? "" : reliabilities[letter - 'A'][wording];
}

const char *wording_credibility(enum wording wording, char digit)
{
    assert(digit == '\0' || (digit >= '1' && digit <= '6'));
    return digit == '\0' ? "" : credibilities[digit - '1'][wording];
}

const char *wording_tier(enum wording wording, enum relation_tier tier)
{
    return tiers[tier][wording];
}

const char *wording_sign(enum wording wording, enum relation_sign sign)
{
    return signs[sign][wording];
}

/* NULL if the tables have no such form of TYPE. */
static const struct wording_form *find_form(enum relation_type type, const char *form)
{
    for (const struct wording_form *known = types[type].forms; known->word != NULL; known++)
        if (strcmp(known->word, form) == 0)
            return known;
    for (size_t i = 0; i < sizeof free_forms / sizeof *free_forms; i++)
        if (free_forms[i].type == type && strcmp(free_forms[i].form.word, form) == 0)
            return &free_forms[i].form;
    return NULL;
}

const char *wording_form(enum wording wording, enum relation_type type, const char *form)
{
    const struct wording_form *found = find_form(type, form);
    for (size_t other = 0; found == NULL && other < TYPES; other++)
        found = find_form((enum relation_type)other, form);
    return found != NULL ? found->names[wording] : form;
}

bool wording_has_verbs(enum wording wording)
{
    return wording == WORDING_ENGLISH;
}

const char *wording_verb(enum relation_type type, const char *form, enum relation_phase phase)
{
    const struct wording_form *found = form != NULL ? find_form(type, form) : NULL;
    if (form != NULL)
        return found != NULL ? found->verbs[phase] : NULL;
    return types[type].verbs[phase];
}

const char *wording_verb_number(size_t number)
{
    const size_t free_count = sizeof free_forms / sizeof *free_forms;
    const size_t phase = number % PHASES;
    size_t left = number / PHASES;
    for (size_t type = 0; type < TYPES; type++) {
        if (left-- == 0)
            return types[type].verbs[phase];
        for (const struct wording_form *form = types[type].forms; form->word != NULL; form++)
            if (left-- == 0)
                return form->verbs[phase];
    }
    return left < free_count ? free_forms[left].form.verbs[phase] : NULL;
}
