/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criteria.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "base/text/suggestion.h"
#include "model/amount.h"
#include "model/date_guess.h"
#include "model/nearest.h"
#include "model/value.h"
#include "query/known_words.h"

/* A criterion whose value is being parsed. */
struct parser {
    struct criteria *criteria;
    const struct network *network;
    struct messages *messages;
    enum criterion criterion;
};

/* Parses one item of a list, or the whole value. */
typedef enum status parse_function(const struct parser *parser, const char *word);

static parse_function parse_word, parse_form, parse_kind, parse_ordered_kind, parse_id,
    parse_source, parse_number, parse_choice, parse_date, parse_interval, parse_grade,
    parse_reliability, parse_credibility, parse_flag, parse_text, parse_bloc, parse_amount,
    parse_property;

#define LIST_OF(...) ((const char *const[]){__VA_ARGS__, NULL})
#define CHOICES(...)                                                                             \
    {                                                                                            \
        "value", LIST_OF(__VA_ARGS__), sizeof LIST_OF(__VA_ARGS__) / sizeof(char *) - 1          \
    }
#define VOCABULARY_OF(...) (&(const struct vocabulary)CHOICES(__VA_ARGS__))

/* The cell "value" of a row. */
#define WORDS(vocabulary) parse_word, true, CRITERIA_NONE, &(vocabulary), 0, 0, 0
#define FORMS parse_form, true, CRITERIA_FORMS, NULL, 0, 0, 0
#define ACTOR_KINDS parse_kind, true, CRITERIA_FORMS, NULL, 0, 0, 0
#define KIND_PAIR parse_ordered_kind, true, CRITERIA_KINDS, NULL, 0, 0, 0
#define VERTICES parse_id, true, CRITERIA_VERTICES, NULL, 0, 0, 0
#define RELATIONS parse_id, true, CRITERIA_RELATIONS, NULL, 0, 0, 0
#define EVENTS parse_id, true, CRITERIA_EVENTS, NULL, 0, 0, 0
#define BLOCS parse_bloc, true, CRITERIA_VERTICES, NULL, 0, 0, 0
#define SOURCES parse_source, true, CRITERIA_SOURCES, NULL, 0, 0, 0
#define NUMBER(low, high, initial)                                                               \
    parse_number, false, CRITERIA_NONE, NULL, (low), (high), (initial)
#define CHOICE(...) parse_choice, false, CRITERIA_NONE, VOCABULARY_OF(__VA_ARGS__), 0, 0, 0
#define DATE parse_date, false, CRITERIA_NONE, NULL, 0, 0, 0
#define INTERVAL parse_interval, false, CRITERIA_NONE, NULL, 0, 0, 0
#define GRADE parse_grade, false, CRITERIA_NONE, NULL, 0, 0, 0
#define RELIABILITY parse_reliability, false, CRITERIA_NONE, NULL, 0, 0, 0
#define CREDIBILITY parse_credibility, false, CRITERIA_NONE, NULL, 0, 0, 0
#define AMOUNT parse_amount, false, CRITERIA_NONE, NULL, 0, 0, 0
#define PROPERTY parse_property, false, CRITERIA_NONE, NULL, 0, 0, 0
#define FLAG parse_flag, false, CRITERIA_NONE, NULL, 0, 0, 0
#define TEXT parse_text, false, CRITERIA_NONE, NULL, 0, 0, 0

static const struct {
    const char *name;
    struct {
        parse_function *parse;
        bool list; /* comma-separated items; else one value */
        enum criteria_domain domain;
        const struct vocabulary *vocabulary; /* of words and choices */
        unsigned low, high;                  /* of numbers */
        unsigned initial;                    /* the default of a number */
    } value;
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
    return traits[criterion].value.domain;
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
        criteria->values[i].number = traits[i].value.initial;
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

static struct criteria_value *value_of(const struct parser *parser)
{
    return &parser->criteria->values[parser->criterion];
}

static enum status add_item(const struct parser *parser, uint32_t item)
{
    struct criteria_list *list = &value_of(parser)->list;
    ARRAY_RESERVE(list, 1);
    list->items[list->count++] = item;
    return STATUS_OK;
}

static enum status find_word(const struct parser *parser, const char *word, unsigned *index)
{
    return value_word(traits[parser->criterion].name, word,
                      traits[parser->criterion].value.vocabulary, parser->messages, index);
}

static enum status parse_word(const struct parser *parser, const char *word)
{
    unsigned index;
    TRY(find_word(parser, word, &index));
    value_of(parser)->words |= UINT32_C(1) << index;
    return STATUS_OK;
}

static enum status parse_number(const struct parser *parser, const char *word)
{
    return value_number(traits[parser->criterion].name, word, traits[parser->criterion].value.low,
                        traits[parser->criterion].value.high, parser->messages,
                        &value_of(parser)->number);
}

static enum status parse_choice(const struct parser *parser, const char *word)
{
    return find_word(parser, word, &value_of(parser)->number);
}

/* A flag has no value: that it was given is recorded by the caller. */
static enum status parse_flag(const struct parser *parser, const char *word)
{
    (void)parser, (void)word;
    return STATUS_OK;
}

/* The caller compiles it: see criteria_condition. */
static enum status parse_text(const struct parser *parser, const char *word)
{
    (void)parser, (void)word;
    return STATUS_OK;
}

static enum status reject_date(const struct parser *parser, const char *word, const char *why)
{
    messages_setting_error(parser->messages, traits[parser->criterion].name, MESSAGE_INVALID_DATE,
                           "invalid date \"%s\": %s", word, why);
    return STATUS_FAILURE;
}

static enum status reject_invalid_date(const struct parser *parser, const char *word,
                                       enum date_error error)
{
    struct buffer why = BUFFER_EMPTY;
    date_guess_explain(word, error, &why);
    enum status status = reject_date(parser, word, buffer_string(&why));
    buffer_clear(&why);
    return status;
}

static enum status parse_span(const struct parser *parser, const char *word, bool interval,
                              const char *form)
{
    struct date date;
    enum date_error error = date_parse(word, &date);
    if (error != DATE_VALID)
        return reject_invalid_date(parser, word, error);
    if (date.interval != interval)
        return reject_date(parser, word, form);
    if (date.start.bound == DATE_UNKNOWN || date.end.bound == DATE_UNKNOWN)
        return reject_date(parser, word, "write \"..\" for an open end");
    value_of(parser)->span = date_known_span(&date);
    return STATUS_OK;
}

static enum status parse_date(const struct parser *parser, const char *word)
{
    return parse_span(parser, word, false, "write a single date, such as 2021-08");
}

/* One end of the interval may be open. */
static enum status parse_interval(const struct parser *parser, const char *word)
{
    return parse_span(parser, word, true,
                      "write an interval, such as 2021-08/2022-01 or 2021-08/..; \"at\" takes "
                      "a single date");
}

static bool is_reliability(char c)
{
    return c >= 'A' && c <= 'F';
}

static bool is_credibility(char c)
{
    return c >= '1' && c <= '6';
}

static enum status reject_grade(const struct parser *parser, const char *word, const char *why)
{
    messages_setting_error(parser->messages, traits[parser->criterion].name,
                           MESSAGE_INVALID_VALUE, "\"%s\" is not %s", word, why);
    return STATUS_FAILURE;
}

/* WORD is WHAT, which another criterion takes. */
static enum status suggest_criterion(const struct parser *parser, const char *word,
                                     const char *what, enum criterion other)
{
    messages_setting_error(parser->messages, traits[parser->criterion].name,
                           MESSAGE_INVALID_VALUE, "\"%s\" is %s; use \"%s\"", word, what,
                           traits[other].name);
    return STATUS_FAILURE;
}

/* Whether WORD is a letter and a digit, both parts of a grade. */
static bool is_whole_grade(const char *word)
{
    return is_reliability(word[0]) && is_credibility(word[1]) && word[2] == '\0';
}

/* A letter, optionally followed by a digit: "B2", "C". */
static enum status parse_grade(const struct parser *parser, const char *word)
{
    bool letter = is_reliability(word[0]), digit = letter && is_credibility(word[1]);
    if (is_credibility(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a credibility alone", CRITERION_CREDIBILITY);
    if (!letter || (word[1] != '\0' && (!digit || word[2] != '\0')))
        return reject_grade(parser, word,
                            "a grade: write a letter from A to F, optionally followed by a digit "
                            "from 1 to 6");
    value_of(parser)->grade = (struct evidence_grade){word[0], word[1]};
    return STATUS_OK;
}

static enum status parse_reliability(const struct parser *parser, const char *word)
{
    if (is_whole_grade(word))
        return suggest_criterion(parser, word, "a grade", CRITERION_GRADE);
    if (is_credibility(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a credibility", CRITERION_CREDIBILITY);
    if (!is_reliability(word[0]) || word[1] != '\0')
        return reject_grade(parser, word, "a reliability: write a letter from A to F");
    value_of(parser)->grade = (struct evidence_grade){word[0], '\0'};
    return STATUS_OK;
}

static enum status parse_credibility(const struct parser *parser, const char *word)
{
    if (is_whole_grade(word))
        return suggest_criterion(parser, word, "a grade", CRITERION_GRADE);
    if (is_reliability(word[0]) && word[1] == '\0')
        return suggest_criterion(parser, word, "a reliability", CRITERION_RELIABILITY);
    if (!is_credibility(word[0]) || word[1] != '\0')
        return reject_grade(parser, word, "a credibility: write a digit from 1 to 6");
    value_of(parser)->grade = (struct evidence_grade){'\0', word[0]};
    return STATUS_OK;
}

/* Reports that there is no WHAT with the id or name WORD. */
static enum status report_unknown(const struct parser *parser, const char *what, const char *word,
                                  const char *nearest)
{
    const char *name = traits[parser->criterion].name;
    if (nearest != NULL)
        messages_setting_error(parser->messages, name, MESSAGE_UNKNOWN_WORD,
                               "unknown %s \"%s\"; did you mean \"%s\"?", what, word, nearest);
    else
        messages_setting_error(parser->messages, name, MESSAGE_UNKNOWN_WORD, "unknown %s \"%s\"",
                               what, word);
    return STATUS_FAILURE;
}

/* The unit that amounts of the network have most similar to WORD, or NULL. */
static const char *nearest_unit(const struct network *network, const char *word)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; i < network->amounts.count; i++)
        suggestion_offer(&suggestion, network_text(network, network->amounts.items[i].unit));
    return suggestion.best;
}

static bool has_unit(const struct network *network, uint32_t unit)
{
    for (size_t i = 0; i < network->amounts.count; i++)
        if (network->amounts.items[i].unit == unit)
            return true;
    return false;
}

static enum status parse_amount(const struct parser *parser, const char *word)
{
    struct criteria_value *value = value_of(parser);
    struct amount_limit limit;
    if (!amount_parse_limit(word, &limit)) {
        messages_setting_error(parser->messages, traits[parser->criterion].name,
                               MESSAGE_INVALID_VALUE,
                               "invalid amount \"%s\"; write a number and a unit, such as "
                               "1000000USD, \"1.5 million USD\" or 30tanks",
                               word);
        return STATUS_FAILURE;
    }
    value->amount = limit.number;
    value->any_unit = *limit.unit == '\0';
    value->unit = strings_find(&parser->network->strings, limit.unit);
    if (value->any_unit || (value->unit != 0 && has_unit(parser->network, value->unit)))
        return STATUS_OK;
    return report_unknown(parser, "unit", limit.unit, nearest_unit(parser->network, limit.unit));
}

/* The name of an attribute or identifier of the network most similar to WORD, or NULL. */
static const char *nearest_property(const struct network *network, const char *word)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; i < network->properties.count; i++)
        suggestion_offer(&suggestion, network_text(network, network->properties.items[i].name));
    return suggestion.best;
}

static bool is_property(const struct network *network, uint32_t name)
{
    for (size_t i = 0; i < network->properties.count; i++)
        if (network->properties.items[i].name == name)
            return true;
    return false;
}

/* A value that nothing has is no error: the selection is empty. */
static enum status parse_property(const struct parser *parser, const char *word)
{
    const char *sign = strchr(word, '=');
    struct criteria_value *value = value_of(parser);
    if (sign == NULL || sign == word) {
        messages_setting_error(
            parser->messages, traits[parser->criterion].name, MESSAGE_INVALID_VALUE,
            "write a name and a value, such as religion=Sunni, not \"%s\"", word);
        return STATUS_FAILURE;
    }
    char *name = strndup(word, (size_t)(sign - word));
    if (name == NULL)
        return STATUS_MEMORY;
    value->unit = strings_find(&parser->network->strings, name);
    value->text = strings_find(&parser->network->strings, sign + 1);
    if (value->text == 0)
        value->text = NETWORK_NONE;
    enum status status = STATUS_OK;
    if (value->unit == 0 || !is_property(parser->network, value->unit))
        status =
            report_unknown(parser, "attribute", name, nearest_property(parser->network, name));
    free(name);
    return status;
}

/* A form from the vocabulary is valid even if the dataset does not use it. */
static enum status parse_form(const struct parser *parser, const char *word)
{
    uint32_t form = strings_find(&parser->network->strings, word);
    TRY(known_forms_find(&parser->criteria->forms, parser->network));
    if (form != 0 && bitset_has(&parser->criteria->forms, form))
        return add_item(parser, form);
    if (known_form_is_defined(parser->network, word))
        return add_item(parser, NETWORK_NONE);
    return report_unknown(parser, "form", word, known_form_nearest(parser->network, word));
}

static enum status report_kind(const struct parser *parser, const char *word)
{
    const char *nearest = known_kind_nearest(parser->network, word);
    if (nearest != NULL)
        return report_unknown(parser, "kind", word, nearest);
    unsigned index;
    return value_word(traits[parser->criterion].name, word, &vocabulary_kinds, parser->messages,
                      &index);
}

/* Sets *TEXT to a kind within a kind of actor: built in, declared or used. */
static enum status find_subkind(const struct parser *parser, const char *word, uint32_t *text)
{
    *text = strings_find(&parser->network->strings, word);
    TRY(known_kinds_find(&parser->criteria->kinds, parser->network));
    if (*text != 0 && bitset_has(&parser->criteria->kinds, *text))
        return STATUS_OK;
    *text = NETWORK_NONE;
    return known_kind_is_defined(parser->network, word) ? STATUS_OK : report_kind(parser, word);
}

/* A kind of actor, or one within it. */
static enum status parse_kind(const struct parser *parser, const char *word)
{
    int kind = vocabulary_find(&vocabulary_kinds, word);
    uint32_t text;
    if (kind >= 0) {
        value_of(parser)->words |= UINT32_C(1) << kind;
        return STATUS_OK;
    }
    TRY(find_subkind(parser, word, &text));
    return add_item(parser, text);
}

/* The same, as an item of CRITERIA_KINDS. */
static enum status parse_ordered_kind(const struct parser *parser, const char *word)
{
    int kind = vocabulary_find(&vocabulary_kinds, word);
    uint32_t text;
    if (kind >= 0)
        return add_item(parser, (uint32_t)kind);
    TRY(find_subkind(parser, word, &text));
    return add_item(parser, text != NETWORK_NONE ? KINDS + text : NETWORK_NONE);
}

static bool is_event(const struct network *network, uint32_t vertex)
{
    return network->vertices.items[vertex].kind == KIND_EVENT;
}

/* Whether ENTITY is in DOMAIN. */
static bool fits(const struct network *network, struct network_entity entity,
                 enum criteria_domain domain)
{
    if (domain == CRITERIA_RELATIONS)
        return entity.what == ENTITY_RELATION;
    return entity.what == ENTITY_VERTEX &&
           (domain == CRITERIA_VERTICES || is_event(network, entity.index));
}

static const char *describe(const struct network *network, struct network_entity entity)
{
    if (entity.what == ENTITY_RELATION)
        return "a relation";
    return is_event(network, entity.index) ? "an event" : "an actor";
}

static const char *nearest_id(const struct network *network, const char *id,
                              enum criteria_domain domain)
{
    enum network_ids among = domain == CRITERIA_RELATIONS ? NETWORK_RELATIONS
                             : domain == CRITERIA_EVENTS  ? NETWORK_EVENTS
                                                          : NETWORK_VERTICES;
    return network_nearest(network, among, id);
}

static enum status parse_id(const struct parser *parser, const char *word)
{
    const struct network *network = parser->network;
    enum criteria_domain domain = traits[parser->criterion].value.domain;
    struct network_entity entity = network_find(network, word);
    if (fits(network, entity, domain))
        return add_item(parser, entity.index);
    const char *wanted = domain == CRITERIA_RELATIONS ? "a relation"
                         : domain == CRITERIA_EVENTS  ? "an event"
                                                      : "an actor or event";
    if (entity.what == ENTITY_NONE)
        return report_unknown(parser, strchr(wanted, ' ') + 1, word,
                              nearest_id(network, word, domain));
    messages_setting_error(parser->messages, traits[parser->criterion].name, MESSAGE_WRONG_KIND,
                           "\"%s\" is %s, not %s", word, describe(network, entity), wanted);
    return STATUS_FAILURE;
}

/* An actor, or "all", even if an actor has this id. */
/* An attribute whose values are folded; it must be the only item. */
static enum status parse_folded_attribute(const struct parser *parser, const char *name)
{
    struct criteria_value *value = value_of(parser);
    value->unit = strings_find(&parser->network->strings, name);
    value->number = CRITERIA_FOLD_ATTRIBUTE;
    if (value->unit == 0 || !is_property(parser->network, value->unit))
        return report_unknown(parser, "attribute", name, nearest_property(parser->network, name));
    return STATUS_OK;
}

static enum status parse_bloc(const struct parser *parser, const char *word)
{
    const struct network *network = parser->network;
    struct network_entity entity = network_find(network, word);
    const bool of_attribute =
        strncmp(word, CRITERIA_ATTRIBUTE, sizeof CRITERIA_ATTRIBUTE - 1) == 0;
    if (value_of(parser)->number == CRITERIA_FOLD_ATTRIBUTE ||
        (of_attribute && value_of(parser)->list.count > 0)) {
        messages_setting_error(parser->messages, traits[parser->criterion].name,
                               MESSAGE_INVALID_VALUE,
                               "an attribute cannot be combined with other items");
        return STATUS_FAILURE;
    }
    if (of_attribute)
        return parse_folded_attribute(parser, word + sizeof CRITERIA_ATTRIBUTE - 1);
    if (strcmp(word, "all") == 0) {
        value_of(parser)->number = CRITERIA_FOLD_ALL;
        return STATUS_OK;
    }
    if (entity.what == ENTITY_VERTEX && !is_event(network, entity.index))
        return add_item(parser, entity.index);
    if (entity.what == ENTITY_NONE)
        return report_unknown(parser, "actor", word,
                              nearest_id(network, word, CRITERIA_VERTICES));
    messages_setting_error(parser->messages, traits[parser->criterion].name, MESSAGE_WRONG_KIND,
                           "\"%s\" is %s, not an actor", word, describe(network, entity));
    return STATUS_FAILURE;
}

static enum status parse_source(const struct parser *parser, const char *word)
{
    uint32_t source = network_find_source(parser->network, word);
    if (source != NETWORK_NONE)
        return add_item(parser, source);
    return report_unknown(parser, "source", word,
                          network_nearest(parser->network, NETWORK_SOURCES, word));
}

/* Sets *NEW to whether WORD has not been given for the criterion before. */
static enum status note_word(const struct parser *parser, const char *word, bool *new)
{
    struct strings *words = &parser->criteria->words;
    struct buffer key = BUFFER_EMPTY;
    uint32_t number = 0;
    size_t before;
    if (words->words.items == NULL)
        TRY(strings_init(words));
    before = strings_limit(words);
    buffer_format(&key, "%s=%s", traits[parser->criterion].name, word);
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
static enum status record_canonical(const struct parser *parser, const char *value)
{
    struct settings *canonical = &parser->criteria->canonical;
    struct setting *setting = find_canonical(canonical, parser->criterion);
    if (setting == NULL)
        return insert_canonical(canonical, parser->criterion, value);
    bool list = traits[parser->criterion].value.list;
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

static bool is_known_word(const struct network *network, const char *word)
{
    const uint32_t text = strings_find(&network->strings, word);
    for (size_t i = 0; text != 0 && i < network->relations.count; i++)
        if (network->relations.items[i].form == text)
            return true;
    for (size_t i = 0; text != 0 && i < network->vertices.count; i++)
        if (network->vertices.items[i].subkind == text)
            return true;
    for (size_t i = 0; text != 0 && i < network->words.count; i++)
        if (network->words.items[i].word == text)
            return true;
    return false;
}

/* Whether NETWORK knows the name of the attribute or the unit in WORD, a whole value. */
static bool is_known_value(const struct parser *parser, const struct network *network,
                           const char *word)
{
    struct amount_limit limit;
    if (parser->criterion == CRITERION_MIN_AMOUNT)
        return amount_parse_limit(word, &limit) &&
               has_unit(network, strings_find(&network->strings, limit.unit));
    const size_t length = strcspn(word, "=");
    for (size_t i = 0; i < network->properties.count; i++) {
        const char *name = network_text(network, network->properties.items[i].name);
        if (strncmp(name, word, length) == 0 && name[length] == '\0')
            return true;
    }
    return false;
}

/* Whether NETWORK knows what WORD refers to; false if it refers to nothing in networks. */
static bool is_known(const struct parser *parser, const struct network *network, const char *word)
{
    const enum criteria_domain domain = criterion_domain(parser->criterion);
    switch (domain) {
    case CRITERIA_VERTICES:
    case CRITERIA_EVENTS:
    case CRITERIA_RELATIONS: return fits(network, network_find(network, word), domain);
    case CRITERIA_SOURCES: return network_find_source(network, word) != NETWORK_NONE;
    case CRITERIA_FORMS:
    case CRITERIA_KINDS: return is_known_word(network, word);
    case CRITERIA_NONE: break;
    }
    return (parser->criterion == CRITERION_ATTRIBUTE ||
            parser->criterion == CRITERION_MIN_AMOUNT) &&
           is_known_value(parser, network, word);
}

static bool is_known_elsewhere(const struct parser *parser, const char *word)
{
    const struct network *other = parser->criteria->other;
    return other != NULL && is_known(parser, other, word) &&
           !is_known(parser, parser->network, word);
}

/* Whether a criterion can be met without one of its items. */
static bool is_alternative(enum criterion criterion)
{
    return traits[criterion].value.list && criterion != CRITERION_TIED_TO &&
           criterion != CRITERION_PATH && criterion != CRITERION_KINDS;
}

/* Adds WORD, which is no error but selects nothing. */
static enum status parse_known_elsewhere(const struct parser *parser)
{
    if (!is_alternative(parser->criterion))
        parser->criteria->hollow = true;
    return STATUS_OK;
}

/* Adds WORD, one item of a list that is new in it, or a whole value, to CANONICAL. */
static enum status add_word(const struct parser *parser, const char *word,
                            struct buffer *canonical)
{
    bool new = true;
    TRY(is_known_elsewhere(parser, word) ? parse_known_elsewhere(parser)
                                         : traits[parser->criterion].value.parse(parser, word));
    if (traits[parser->criterion].value.list &&
        criterion_domain(parser->criterion) != CRITERIA_KINDS)
        TRY(note_word(parser, word, &new));
    if (new && canonical->length > 0)
        buffer_char(canonical, ',');
    if (new)
        buffer_text(canonical, word);
    return buffer_status(canonical);
}

/* Parses the first LENGTH bytes of TEXT, one item of a list or a whole value, trimmed of white
   space. */
static enum status parse_piece(const struct parser *parser, const char *text, size_t length,
                               struct buffer *canonical)
{
    static const char space[] = " \t\r\n";
    size_t lead = strspn(text, space);
    text += lead < length ? lead : length;
    length -= lead < length ? lead : length;
    while (length > 0 && strchr(space, text[length - 1]) != NULL)
        length--;
    if (length == 0 && traits[parser->criterion].value.list) {
        messages_setting_error(parser->messages, traits[parser->criterion].name,
                               MESSAGE_EMPTY_VALUE, "empty list element");
        return STATUS_FAILURE;
    }
    char *word = strndup(text, length);
    if (word == NULL)
        return STATUS_MEMORY;
    enum status status = add_word(parser, word, canonical);
    value_of(parser)->given = true;
    free(word);
    return status;
}

/* Parses VALUE, whose items are separated by commas if it is a list. */
static enum status parse_value(const struct parser *parser, const char *value,
                               struct buffer *canonical)
{
    bool list = traits[parser->criterion].value.list;
    for (;;) {
        size_t length = list ? strcspn(value, ",") : strlen(value);
        TRY(parse_piece(parser, value, length, canonical));
        if (value[length] == '\0')
            return STATUS_OK;
        value += length + 1;
    }
}

enum status criteria_add(struct criteria *criteria, const struct network *network,
                         const struct setting *setting, struct messages *messages)
{
    const struct parser parser = {criteria, network, messages, find_criterion(setting->name)};
    struct buffer canonical = BUFFER_EMPTY;
    if (parser.criterion == CRITERIA) {
        messages_error(messages, NULL, MESSAGE_UNKNOWN_SETTING, "unknown criterion \"%s\"",
                       setting->name);
        return STATUS_FAILURE;
    }
    enum status status = parse_value(&parser, setting->value, &canonical);
    if (status == STATUS_OK)
        status = record_canonical(&parser, buffer_string(&canonical));
    buffer_clear(&canonical);
    return status;
}
