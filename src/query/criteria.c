/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criteria.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/suggestion.h"
#include "model/value.h"

/* A criterion whose value is being read. */
struct taking {
    struct criteria *criteria;
    const struct network *network;
    struct messages *messages;
    enum criterion criterion;
};

/* Reads one item of a list, or the whole value. */
typedef enum status take_function(const struct taking *taking, const char *word);

static take_function take_word, take_form, take_id, take_source, take_number, take_choice,
    take_date, take_interval, take_grade, take_flag, take_text;

#define LIST_OF(...) ((const char *const[]){__VA_ARGS__, NULL})
#define CHOICES(...)                                                                             \
    {                                                                                            \
        "choice", LIST_OF(__VA_ARGS__), sizeof LIST_OF(__VA_ARGS__) / sizeof(char *) - 1         \
    }
#define VOCABULARY_OF(...) (&(const struct vocabulary)CHOICES(__VA_ARGS__))

/* The cell "value" of a row. */
#define WORDS(vocabulary) take_word, true, CRITERIA_NONE, &(vocabulary), 0, 0, 0
#define FORMS take_form, true, CRITERIA_FORMS, NULL, 0, 0, 0
#define VERTICES take_id, true, CRITERIA_VERTICES, NULL, 0, 0, 0
#define RELATIONS take_id, true, CRITERIA_RELATIONS, NULL, 0, 0, 0
#define EVENTS take_id, true, CRITERIA_EVENTS, NULL, 0, 0, 0
#define SOURCES take_source, true, CRITERIA_SOURCES, NULL, 0, 0, 0
#define NUMBER(low, high, initial)                                                               \
    take_number, false, CRITERIA_NONE, NULL, (low), (high), (initial)
#define CHOICE(...) take_choice, false, CRITERIA_NONE, VOCABULARY_OF(__VA_ARGS__), 0, 0, 0
#define DATE take_date, false, CRITERIA_NONE, NULL, 0, 0, 0
#define INTERVAL take_interval, false, CRITERIA_NONE, NULL, 0, 0, 0
#define GRADE take_grade, false, CRITERIA_NONE, NULL, 0, 0, 0
#define FLAG take_flag, false, CRITERIA_NONE, NULL, 0, 0, 0
#define TEXT take_text, false, CRITERIA_NONE, NULL, 0, 0, 0

static const struct {
    const char *name;
    struct {
        take_function *take;
        bool list; /* of items with commas between them; else one value */
        enum criteria_space space;
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

enum criteria_space criterion_space(enum criterion criterion)
{
    return traits[criterion].value.space;
}

/* CRITERIA if there is none. */
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
    settings_clear(&criteria->asked);
    criteria_init(criteria);
}

static struct criteria_value *value_of(const struct taking *taking)
{
    return &taking->criteria->values[taking->criterion];
}

static enum status add_item(const struct taking *taking, uint32_t item)
{
    struct criteria_list *list = &value_of(taking)->list;
    ARRAY_RESERVE(list, 1);
    list->items[list->count++] = item;
    return STATUS_OK;
}

static enum status find_word(const struct taking *taking, const char *word, unsigned *index)
{
    return value_word(traits[taking->criterion].name, word,
                      traits[taking->criterion].value.vocabulary, taking->messages, index);
}

static enum status take_word(const struct taking *taking, const char *word)
{
    unsigned index;
    TRY(find_word(taking, word, &index));
    value_of(taking)->words |= UINT32_C(1) << index;
    return STATUS_OK;
}

static enum status take_number(const struct taking *taking, const char *word)
{
    return value_number(traits[taking->criterion].name, word, traits[taking->criterion].value.low,
                        traits[taking->criterion].value.high, taking->messages,
                        &value_of(taking)->number);
}

static enum status take_choice(const struct taking *taking, const char *word)
{
    return find_word(taking, word, &value_of(taking)->number);
}

/* Nothing is kept but that it was given. */
static enum status take_flag(const struct taking *taking, const char *word)
{
    (void)taking, (void)word;
    return STATUS_OK;
}

/* The caller compiles it: see criteria_condition. */
static enum status take_text(const struct taking *taking, const char *word)
{
    (void)taking, (void)word;
    return STATUS_OK;
}

static enum status refuse_date(const struct taking *taking, const char *word, const char *why)
{
    messages_setting_error(taking->messages, traits[taking->criterion].name, MESSAGE_INVALID_DATE,
                           "cannot select by \"%s\": %s", word, why);
    return STATUS_FAILURE;
}

static enum status take_span(const struct taking *taking, const char *word, bool interval,
                             const char *form)
{
    struct date date;
    enum date_error error = date_parse(word, &date);
    if (error != DATE_VALID)
        return refuse_date(taking, word, date_error_text(error));
    if (date.interval != interval)
        return refuse_date(taking, word, form);
    if (date.start.bound == DATE_UNKNOWN || date.end.bound == DATE_UNKNOWN)
        return refuse_date(taking, word, "write \"..\" for an open end");
    value_of(taking)->span = date_known_span(&date);
    return STATUS_OK;
}

static enum status take_date(const struct taking *taking, const char *word)
{
    return take_span(taking, word, false, "write one date, 2021-08");
}

/* One of its ends may be open. */
static enum status take_interval(const struct taking *taking, const char *word)
{
    return take_span(taking, word, true, "write two dates, 2021-08/2022-01 or 2021-08/..");
}

/* A letter, and a digit if that counts too: "B2", "C". */
static enum status take_grade(const struct taking *taking, const char *word)
{
    bool letter = word[0] >= 'A' && word[0] <= 'F';
    bool digit = letter && word[1] >= '1' && word[1] <= '6';
    if (!letter || (word[1] != '\0' && (!digit || word[2] != '\0'))) {
        messages_setting_error(
            taking->messages, traits[taking->criterion].name, MESSAGE_INVALID_VALUE,
            "\"%s\" is not a grade: write a letter from A to F, and optionally a "
            "digit from 1 to 6",
            word);
        return STATUS_FAILURE;
    }
    value_of(taking)->grade = (struct evidence_grade){word[0], word[1]};
    return STATUS_OK;
}

/* Reports that no WHAT is called WORD. */
static enum status refuse(const struct taking *taking, const char *what, const char *word,
                          const char *nearest)
{
    const char *name = traits[taking->criterion].name;
    if (nearest != NULL)
        messages_setting_error(taking->messages, name, MESSAGE_UNKNOWN_WORD,
                               "unknown %s \"%s\"; did you mean \"%s\"?", what, word, nearest);
    else
        messages_setting_error(taking->messages, name, MESSAGE_UNKNOWN_WORD, "unknown %s \"%s\"",
                               what, word);
    return STATUS_FAILURE;
}

static bool is_known_form(const char *form)
{
    for (size_t type = 0; type < TYPES; type++)
        if (vocabulary_find(relation_type_forms((enum relation_type)type), form) >= 0)
            return true;
    return false;
}

static bool has_form(const struct network *network, uint32_t form)
{
    for (size_t i = 0; i < network->relations.count; i++)
        if (network->relations.items[i].form == form)
            return true;
    return false;
}

static const char *nearest_form(const struct network *network, const char *form)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, form);
    for (size_t type = 0; type < TYPES; type++) {
        const struct vocabulary *forms = relation_type_forms((enum relation_type)type);
        for (size_t i = 0; i < forms->count; i++)
            suggestion_offer(&suggestion, forms->words[i]);
    }
    for (size_t i = 0; i < network->relations.count; i++)
        if (network->relations.items[i].form != 0)
            suggestion_offer(&suggestion,
                             network_text(network, network->relations.items[i].form));
    return suggestion.best;
}

/* A form that the vocabulary knows may be one that the dataset doesn't use. */
static enum status take_form(const struct taking *taking, const char *word)
{
    uint32_t form = strings_find(&taking->network->strings, word);
    if (form != 0 && has_form(taking->network, form))
        return add_item(taking, form);
    if (is_known_form(word))
        return add_item(taking, NETWORK_NONE);
    return refuse(taking, "form", word, nearest_form(taking->network, word));
}

static bool is_event(const struct network *network, uint32_t vertex)
{
    return network->vertices.items[vertex].kind == KIND_EVENT;
}

static const char *nearest_event(const struct network *network, const char *id)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, id);
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (is_event(network, i))
            suggestion_offer(&suggestion, network_text(network, network->vertices.items[i].id));
    return suggestion.best;
}

/* Whether ENTITY is what a criterion of SPACE asks for. */
static bool fits(const struct network *network, struct network_entity entity,
                 enum criteria_space space)
{
    if (space == CRITERIA_RELATIONS)
        return entity.what == ENTITY_RELATION;
    return entity.what == ENTITY_VERTEX &&
           (space == CRITERIA_VERTICES || is_event(network, entity.index));
}

static const char *describe(const struct network *network, struct network_entity entity)
{
    if (entity.what == ENTITY_RELATION)
        return "a relation";
    return is_event(network, entity.index) ? "an event" : "an actor";
}

static const char *nearest_id(const struct network *network, const char *id,
                              enum criteria_space space)
{
    if (space == CRITERIA_EVENTS)
        return nearest_event(network, id);
    return network_nearest(
        network, space == CRITERIA_RELATIONS ? NETWORK_RELATIONS : NETWORK_VERTICES, id);
}

static enum status take_id(const struct taking *taking, const char *word)
{
    const struct network *network = taking->network;
    enum criteria_space space = traits[taking->criterion].value.space;
    struct network_entity entity = network_find(network, word);
    if (fits(network, entity, space))
        return add_item(taking, entity.index);
    const char *wanted = space == CRITERIA_RELATIONS ? "a relation"
                         : space == CRITERIA_EVENTS  ? "an event"
                                                     : "an actor or event";
    if (entity.what == ENTITY_NONE)
        return refuse(taking, strchr(wanted, ' ') + 1, word, nearest_id(network, word, space));
    messages_setting_error(taking->messages, traits[taking->criterion].name, MESSAGE_WRONG_KIND,
                           "\"%s\" is %s, not %s", word, describe(network, entity), wanted);
    return STATUS_FAILURE;
}

static enum status take_source(const struct taking *taking, const char *word)
{
    uint32_t source = network_find_source(taking->network, word);
    if (source != NETWORK_NONE)
        return add_item(taking, source);
    return refuse(taking, "source", word,
                  network_nearest(taking->network, NETWORK_SOURCES, word));
}

/* Whether WORD is in LIST, whose words are separated by commas. */
static bool is_listed(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (;;) {
        size_t next = strcspn(list, ",");
        if (next == length && strncmp(list, word, length) == 0)
            return true;
        if (list[next] == '\0')
            return false;
        list += next + 1;
    }
}

static struct setting *find_asked(const struct settings *asked, enum criterion criterion)
{
    for (size_t i = 0; i < asked->count; i++)
        if (strcmp(asked->items[i].name, traits[criterion].name) == 0)
            return &asked->items[i];
    return NULL;
}

static enum status insert_asked(struct settings *asked, enum criterion criterion,
                                const char *word)
{
    TRY(settings_add(asked, traits[criterion].name, word));
    size_t at = asked->count - 1;
    const struct setting added = asked->items[at];
    for (; at > 0 && find_criterion(asked->items[at - 1].name) > criterion; at--)
        asked->items[at] = asked->items[at - 1];
    asked->items[at] = added;
    return STATUS_OK;
}

/* Records WORD, to be shown: a list grows, a single value is replaced. */
static enum status record_asked(const struct taking *taking, const char *word)
{
    struct settings *asked = &taking->criteria->asked;
    struct setting *setting = find_asked(asked, taking->criterion);
    if (setting == NULL)
        return insert_asked(asked, taking->criterion, word);
    bool list = traits[taking->criterion].value.list;
    if (list && is_listed(setting->value, word))
        return STATUS_OK;
    size_t size = strlen(setting->value) + strlen(word) + sizeof ",";
    char *value = malloc(size);
    if (value == NULL)
        return STATUS_MEMORY;
    snprintf(value, size, "%s%s%s", list ? setting->value : "", list ? "," : "", word);
    free(setting->value);
    setting->value = value;
    return STATUS_OK;
}

/* Takes the first LENGTH bytes of TEXT, one item of a list or a value, without the white space
   around them. */
static enum status take_piece(const struct taking *taking, const char *text, size_t length)
{
    static const char space[] = " \t\r\n";
    size_t lead = strspn(text, space);
    text += lead < length ? lead : length;
    length -= lead < length ? lead : length;
    while (length > 0 && strchr(space, text[length - 1]) != NULL)
        length--;
    if (length == 0 && traits[taking->criterion].value.list) {
        messages_setting_error(taking->messages, traits[taking->criterion].name,
                               MESSAGE_EMPTY_VALUE, "empty item in the list");
        return STATUS_FAILURE;
    }
    char *word = strndup(text, length);
    if (word == NULL)
        return STATUS_MEMORY;
    enum status status = traits[taking->criterion].value.take(taking, word);
    if (status == STATUS_OK)
        status = record_asked(taking, word);
    value_of(taking)->given = true;
    free(word);
    return status;
}

enum status criteria_take(struct criteria *criteria, const struct network *network,
                          const struct setting *setting, struct messages *messages)
{
    const struct taking taking = {criteria, network, messages, find_criterion(setting->name)};
    if (taking.criterion == CRITERIA) {
        messages_error(messages, NULL, MESSAGE_UNKNOWN_SETTING, "unknown criterion \"%s\"",
                       setting->name);
        return STATUS_FAILURE;
    }
    if (!traits[taking.criterion].value.list)
        return take_piece(&taking, setting->value, strlen(setting->value));
    const char *word = setting->value;
    for (;;) {
        size_t length = strcspn(word, ",");
        TRY(take_piece(&taking, word, length));
        if (word[length] == '\0')
            return STATUS_OK;
        word += length + 1;
    }
}
