/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criteria.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "query/criterion/own_values.h"
#include "query/criterion/references.h"

#define LIST_OF(...) ((const char *const[]){__VA_ARGS__, NULL})
#define CHOICES(...)                                                                             \
    {                                                                                            \
        "value", LIST_OF(__VA_ARGS__), sizeof LIST_OF(__VA_ARGS__) / sizeof(char *) - 1          \
    }
#define VOCABULARY_OF(...) (&(const struct vocabulary)CHOICES(__VA_ARGS__))

/* The cell "value" of a row. */
#define WORDS(vocabulary) criterion_parse_word, true, CRITERIA_NONE, &(vocabulary), 0, 0, 0
#define FORMS criterion_parse_form, true, CRITERIA_FORMS, NULL, 0, 0, 0
#define ACTOR_KINDS criterion_parse_kind, true, CRITERIA_FORMS, NULL, 0, 0, 0
#define KIND_PAIR criterion_parse_ordered_kind, true, CRITERIA_KINDS, NULL, 0, 0, 0
#define VERTICES criterion_parse_id, true, CRITERIA_VERTICES, NULL, 0, 0, 0
#define RELATIONS criterion_parse_id, true, CRITERIA_RELATIONS, NULL, 0, 0, 0
#define EVENTS criterion_parse_id, true, CRITERIA_EVENTS, NULL, 0, 0, 0
#define BLOCS criterion_parse_bloc, true, CRITERIA_VERTICES, NULL, 0, 0, 0
#define SOURCES criterion_parse_source, true, CRITERIA_SOURCES, NULL, 0, 0, 0
#define NUMBER(low, high, initial)                                                               \
    criterion_parse_number, false, CRITERIA_NONE, NULL, (low), (high), (initial)
#define CHOICE(...)                                                                              \
    criterion_parse_choice, false, CRITERIA_NONE, VOCABULARY_OF(__VA_ARGS__), 0, 0, 0
#define DATE criterion_parse_date, false, CRITERIA_NONE, NULL, 0, 0, 0
#define INTERVAL criterion_parse_interval, false, CRITERIA_NONE, NULL, 0, 0, 0
#define GRADE criterion_parse_grade, false, CRITERIA_NONE, NULL, 0, 0, 0
#define RELIABILITY criterion_parse_reliability, false, CRITERIA_NONE, NULL, 0, 0, 0
#define CREDIBILITY criterion_parse_credibility, false, CRITERIA_NONE, NULL, 0, 0, 0
#define AMOUNT criterion_parse_amount, false, CRITERIA_UNITS, NULL, 0, 0, 0
#define PROPERTY criterion_parse_property, false, CRITERIA_PROPERTIES, NULL, 0, 0, 0
#define FLAG criterion_parse_flag, false, CRITERIA_NONE, NULL, 0, 0, 0
#define TEXT criterion_parse_text, false, CRITERIA_NONE, NULL, 0, 0, 0

static const struct {
    const char *name;
    struct criterion_rule rule;
} traits[CRITERIA] = {
#define CRITERION(name, word, letter, argument, help, value, stage)                              \
    [CRITERION_##name] = {word, {value}},
#include "query/criteria.def"
};

_Static_assert(TYPES <= 32 && KINDS <= 32 && TIERS <= 32 && PHASES <= 32 && SIGNS <= 32 &&
                   EVIDENCES <= 32,
               "more words than struct criteria_value has bits");

const char *criterion_name(enum criterion criterion)
{
    return traits[criterion].name;
}

enum criteria_domain criterion_domain(enum criterion criterion)
{
    return traits[criterion].rule.domain;
}

/* The criterion called NAME; CRITERIA if there is none. */
static enum criterion find_criterion(const char *name)
{
    size_t i = 0;
    while (i < CRITERIA && strcmp(traits[i].name, name) != 0)
        i++;
    return (enum criterion)i;
}

bool criteria_knows(const char *name)
{
    return find_criterion(name) != CRITERIA;
}

void criteria_init(struct criteria *criteria)
{
    *criteria = (struct criteria){.condition = {NULL, NULL}};
    for (size_t i = 0; i < CRITERIA; i++)
        criteria->values[i].number = traits[i].rule.initial;
}

void criteria_clear(struct criteria *criteria)
{
    for (size_t i = 0; i < CRITERIA; i++)
        free(criteria->values[i].list.items);
    settings_clear(&criteria->canonical);
    strings_clear(&criteria->words);
    bitset_clear(&criteria->forms);
    bitset_clear(&criteria->kinds);
    criteria_init(criteria);
}

/* --- adding a setting */

struct addition {
    struct criteria *criteria;
    enum criterion criterion;
    struct criterion_parser parser; /* of its value */
};

/* Sets *NEW to whether WORD has not been given for the criterion before. */
static enum status note_word(const struct addition *addition, const char *word, bool *new)
{
    struct strings *words = &addition->criteria->words;
    struct buffer key = BUFFER_EMPTY;
    uint32_t number = 0;
    size_t before;
    if (words->words.items == NULL)
        TRY(strings_init(words));
    before = strings_limit(words);
    buffer_format(&key, "%s=%s", addition->parser.name, word);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(words, STRINGS_OFTEN, key.bytes, key.length, &number);
    buffer_clear(&key);
    *new = strings_limit(words) > before;
    return status;
}

static struct setting *find_canonical(const struct settings *canonical, enum criterion criterion)
{
    for (size_t i = 0; i < canonical->count; i++)
        if (strcmp(canonical->items[i].name, traits[criterion].name) == 0)
            return &canonical->items[i];
    return NULL;
}

static enum status insert_canonical(struct settings *canonical, enum criterion criterion,
                                    const char *word)
{
    TRY(settings_add(canonical, traits[criterion].name, word));
    size_t at = canonical->count - 1;
    const struct setting added = canonical->items[at];
    for (; at > 0 && find_criterion(canonical->items[at - 1].name) > criterion; at--)
        canonical->items[at] = canonical->items[at - 1];
    canonical->items[at] = added;
    return STATUS_OK;
}

/* Records VALUE in criteria->canonical: appends it to a list, or replaces a single value. */
static enum status record_canonical(const struct addition *addition, const char *value)
{
    struct settings *canonical = &addition->criteria->canonical;
    struct setting *setting = find_canonical(canonical, addition->criterion);
    if (setting == NULL)
        return insert_canonical(canonical, addition->criterion, value);
    bool list = addition->parser.rule->list;
    if (list && value[0] == '\0') /* no new words */
        return STATUS_OK;
    size_t size = strlen(setting->value) + strlen(value) + sizeof ",";
    char *joined = malloc(size);
    if (joined == NULL)
        return STATUS_MEMORY;
    snprintf(joined, size, "%s%s%s", list ? setting->value : "", list ? "," : "", value);
    free(setting->value);
    setting->value = joined;
    return STATUS_OK;
}

static bool is_known_elsewhere(const struct addition *addition, const char *word)
{
    const struct network *other = addition->criteria->other;
    const enum criteria_domain domain = addition->parser.rule->domain;
    return other != NULL && criterion_is_known(domain, other, word) &&
           !criterion_is_known(domain, addition->parser.network, word);
}

/* Whether a criterion can be met without one of its items. */
static bool is_alternative(enum criterion criterion)
{
    return traits[criterion].rule.list && criterion != CRITERION_TIED_TO &&
           criterion != CRITERION_PATH && criterion != CRITERION_KINDS;
}

/* Parses WORD. What only another network knows is no error, but selects nothing. */
static enum status parse_word(const struct addition *addition, const char *word)
{
    if (!is_known_elsewhere(addition, word))
        return addition->parser.rule->parse(&addition->parser, word);
    if (!is_alternative(addition->criterion))
        addition->criteria->hollow = true;
    return STATUS_OK;
}

/* Adds WORD, one item of a list that is new in it, or a whole value, to CANONICAL. */
static enum status add_word(const struct addition *addition, const char *word,
                            struct buffer *canonical)
{
    bool new = true;
    TRY(parse_word(addition, word));
    if (addition->parser.rule->list && addition->parser.rule->domain != CRITERIA_KINDS)
        TRY(note_word(addition, word, &new));
    if (new && canonical->length > 0)
        buffer_char(canonical, ',');
    if (new)
        buffer_text(canonical, word);
    return buffer_status(canonical);
}

/* Parses the first LENGTH bytes of TEXT, one item of a list or a whole value, trimmed of white
   space. */
static enum status parse_piece(const struct addition *addition, const char *text, size_t length,
                               struct buffer *canonical)
{
    static const char space[] = " \t\r\n";
    size_t lead = strspn(text, space);
    text += lead < length ? lead : length;
    length -= lead < length ? lead : length;
    while (length > 0 && strchr(space, text[length - 1]) != NULL)
        length--;
    if (length == 0 && addition->parser.rule->list) {
        messages_setting_error(addition->parser.messages, addition->parser.name,
                               MESSAGE_EMPTY_VALUE, "empty list element");
        return STATUS_FAILURE;
    }
    char *word = strndup(text, length);
    if (word == NULL)
        return STATUS_MEMORY;
    enum status status = add_word(addition, word, canonical);
    addition->parser.value->given = true;
    free(word);
    return status;
}

/* Parses VALUE, whose items are separated by commas if it is a list. */
static enum status parse_value(const struct addition *addition, const char *value,
                               struct buffer *canonical)
{
    bool list = addition->parser.rule->list;
    for (;;) {
        size_t length = list ? strcspn(value, ",") : strlen(value);
        TRY(parse_piece(addition, value, length, canonical));
        if (value[length] == '\0')
            return STATUS_OK;
        value += length + 1;
    }
}

enum status criteria_add(struct criteria *criteria, const struct network *network,
                         const struct setting *setting, struct messages *messages)
{
    const enum criterion criterion = find_criterion(setting->name);
    struct buffer canonical = BUFFER_EMPTY;
    if (criterion == CRITERIA) {
        messages_error(messages, NULL, MESSAGE_UNKNOWN_SETTING, "unknown criterion \"%s\"",
                       setting->name);
        return STATUS_FAILURE;
    }
    const struct addition addition = {criteria,
                                      criterion,
                                      {traits[criterion].name, &traits[criterion].rule,
                                       &criteria->values[criterion], network, &criteria->forms,
                                       &criteria->kinds, messages}};
    enum status status = parse_value(&addition, setting->value, &canonical);
    if (status == STATUS_OK)
        status = record_canonical(&addition, buffer_string(&canonical));
    buffer_clear(&canonical);
    return status;
}
