/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criteria.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/suggestion.h"
#include "model/value.h"

enum { MOST_HOPS = 999, MOST_SOURCES = 9999 };

/* How the words of a criterion are understood. */
enum sort {
    SORT_WORD,
    SORT_FORM,
    SORT_VERTEX,
    SORT_RELATION,
    SORT_EVENT,
    SORT_SOURCE,
    SORT_NUMBER, /* from here on: one value, not a list */
    SORT_CHOICE,
    SORT_DATE,
    SORT_GRADE,
    SORT_FLAG,
    SORT_TEXT,
};

static const char *const undated_words[] = {"keep", "drop", NULL};
static const struct vocabulary undated_choices = {"choice", undated_words, 2};
static const char *const anonymous_words[] = {"only", "none", NULL};
static const struct vocabulary anonymous_choices = {"choice", anonymous_words, 2};

static const struct {
    const char *name;
    enum sort sort;
    const struct vocabulary *vocabulary; /* of words */
    unsigned low, high;                  /* of numbers */
} traits[CRITERIA] = {
    [CRITERION_RELATION] = {"relation", SORT_WORD, &vocabulary_types, 0, 0},
    [CRITERION_EXCLUDE] = {"exclude", SORT_WORD, &vocabulary_types, 0, 0},
    [CRITERION_FORM] = {"form", SORT_FORM, NULL, 0, 0},
    [CRITERION_ACTOR] = {"actor", SORT_VERTEX, NULL, 0, 0},
    [CRITERION_KIND] = {"kind", SORT_WORD, &vocabulary_kinds, 0, 0},
    [CRITERION_FROM] = {"from", SORT_VERTEX, NULL, 0, 0},
    [CRITERION_TO] = {"to", SORT_VERTEX, NULL, 0, 0},
    [CRITERION_ID] = {"id", SORT_RELATION, NULL, 0, 0},
    [CRITERION_EVENT] = {"event", SORT_EVENT, NULL, 0, 0},
    [CRITERION_TIER] = {"tier", SORT_WORD, &vocabulary_tiers, 0, 0},
    [CRITERION_MIN_WEIGHT] = {"min-weight", SORT_NUMBER, NULL, 1, 5},
    [CRITERION_PHASE] = {"phase", SORT_WORD, &vocabulary_phases, 0, 0},
    [CRITERION_SIGN] = {"sign", SORT_WORD, &vocabulary_signs, 0, 0},
    [CRITERION_AT] = {"at", SORT_DATE, NULL, 0, 0},
    [CRITERION_DURING] = {"during", SORT_DATE, NULL, 0, 0},
    [CRITERION_UNDATED] = {"undated", SORT_CHOICE, &undated_choices, 0, 0},
    [CRITERION_EVIDENCE] = {"evidence", SORT_WORD, &vocabulary_evidences, 0, 0},
    [CRITERION_GRADE] = {"grade", SORT_GRADE, NULL, 0, 0},
    [CRITERION_ANONYMOUS] = {"anonymous", SORT_CHOICE, &anonymous_choices, 0, 0},
    [CRITERION_SOURCE] = {"source", SORT_SOURCE, NULL, 0, 0},
    [CRITERION_ASSERTED_BY] = {"asserted-by", SORT_SOURCE, NULL, 0, 0},
    [CRITERION_DENIED_BY] = {"denied-by", SORT_SOURCE, NULL, 0, 0},
    [CRITERION_MIN_SOURCES] = {"min-sources", SORT_NUMBER, NULL, 1, MOST_SOURCES},
    [CRITERION_WHERE] = {"where", SORT_TEXT, NULL, 0, 0},
    [CRITERION_PATH] = {"path", SORT_VERTEX, NULL, 0, 0},
    [CRITERION_DIRECTED] = {"directed", SORT_FLAG, NULL, 0, 0},
    [CRITERION_FOCUS] = {"focus", SORT_VERTEX, NULL, 0, 0},
    [CRITERION_HOPS] = {"hops", SORT_NUMBER, NULL, 0, MOST_HOPS},
};

/* A criterion that is being taken. */
struct taking {
    struct criteria *criteria;
    const struct network *network;
    struct messages *messages;
    enum criterion criterion;
};

const char *criterion_name(enum criterion criterion)
{
    return traits[criterion].name;
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
    *criteria = (struct criteria){.hops = 1};
}

void criteria_clear(struct criteria *criteria)
{
    uint32_t *const lists[] = {
        criteria->forms.items,       criteria->actors.items,    criteria->from.items,
        criteria->to.items,          criteria->relations.items, criteria->events.items,
        criteria->focus.items,       criteria->path.items,      criteria->sources.items,
        criteria->asserted_by.items, criteria->denied_by.items};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        free(lists[i]);
    settings_clear(&criteria->asked);
    criteria_init(criteria);
}

/* Where a criterion of SORT_WORD keeps its words. */
static uint32_t *mask_of(struct criteria *criteria, enum criterion criterion)
{
    switch ((int)criterion) {
    case CRITERION_RELATION: return &criteria->types;
    case CRITERION_EXCLUDE: return &criteria->excluded_types;
    case CRITERION_KIND: return &criteria->kinds;
    case CRITERION_PHASE: return &criteria->phases;
    case CRITERION_SIGN: return &criteria->signs;
    case CRITERION_EVIDENCE: return &criteria->evidences;
    default: return &criteria->tiers;
    }
}

/* Where a criterion of ids or forms keeps them. */
static struct id_list *list_of(struct criteria *criteria, enum criterion criterion)
{
    switch ((int)criterion) {
    case CRITERION_FORM: return &criteria->forms;
    case CRITERION_ACTOR: return &criteria->actors;
    case CRITERION_FROM: return &criteria->from;
    case CRITERION_TO: return &criteria->to;
    case CRITERION_ID: return &criteria->relations;
    case CRITERION_EVENT: return &criteria->events;
    case CRITERION_PATH: return &criteria->path;
    case CRITERION_SOURCE: return &criteria->sources;
    case CRITERION_ASSERTED_BY: return &criteria->asserted_by;
    case CRITERION_DENIED_BY: return &criteria->denied_by;
    default: return &criteria->focus;
    }
}

static enum status add_item(const struct taking *taking, uint32_t item)
{
    struct id_list *list = list_of(taking->criteria, taking->criterion);
    ARRAY_ROOM(list, 1);
    list->items[list->count++] = item;
    return STATUS_OK;
}

static enum status take_word(const struct taking *taking, const char *word)
{
    unsigned index;
    TRY(value_word(traits[taking->criterion].name, word, traits[taking->criterion].vocabulary,
                   taking->messages, &index));
    *mask_of(taking->criteria, taking->criterion) |= UINT32_C(1) << index;
    return STATUS_OK;
}

static enum status take_number(const struct taking *taking, const char *word)
{
    struct criteria *criteria = taking->criteria;
    unsigned *number = taking->criterion == CRITERION_HOPS          ? &criteria->hops
                       : taking->criterion == CRITERION_MIN_SOURCES ? &criteria->min_sources
                                                                    : &criteria->min_weight;
    return value_number(traits[taking->criterion].name, word, traits[taking->criterion].low,
                        traits[taking->criterion].high, taking->messages, number);
}

static enum status take_choice(const struct taking *taking, const char *word)
{
    unsigned index;
    TRY(value_word(traits[taking->criterion].name, word, traits[taking->criterion].vocabulary,
                   taking->messages, &index));
    if (taking->criterion == CRITERION_UNDATED)
        taking->criteria->undated = index == 0 ? UNDATED_KEEP : UNDATED_DROP;
    else
        taking->criteria->anonymous = index == 0 ? ANONYMOUS_ONLY : ANONYMOUS_NONE;
    return STATUS_OK;
}

static enum status refuse_date(const struct taking *taking, const char *word, const char *why)
{
    messages_setting(taking->messages, traits[taking->criterion].name, MESSAGE_INVALID_DATE,
                     "\"%s\" is not what can be asked: %s", word, why);
    return STATUS_FAILURE;
}

/* A day or a span of days: --at takes one date, --during two, of which one may be open. */
static enum status take_date(const struct taking *taking, const char *word)
{
    struct date date;
    bool during = taking->criterion == CRITERION_DURING;
    enum date_error fault = date_parse(word, &date);
    if (fault != DATE_FINE)
        return refuse_date(taking, word, date_error_text(fault));
    if (date.interval != during)
        return refuse_date(taking, word,
                           during ? "write two dates, 2021-08/2022-01 or 2021-08/.."
                                  : "write one date, 2021-08");
    if (date.start.bound == DATE_UNKNOWN || date.end.bound == DATE_UNKNOWN)
        return refuse_date(taking, word, "write \"..\" for an end that is open");
    *(during ? &taking->criteria->during : &taking->criteria->at) = date_known(&date);
    *(during ? &taking->criteria->dated_during : &taking->criteria->dated_at) = true;
    return STATUS_OK;
}

/* A letter, and a digit if that is asked for too: "B2", "C". */
static enum status take_grade(const struct taking *taking, const char *word)
{
    bool letter = word[0] >= 'A' && word[0] <= 'F';
    bool digit = letter && word[1] >= '1' && word[1] <= '6';
    if (!letter || (word[1] != '\0' && (!digit || word[2] != '\0'))) {
        messages_setting(taking->messages, traits[taking->criterion].name, MESSAGE_INVALID_VALUE,
                         "\"%s\" is no grade: a letter from A to F, and a digit from 1 to 6",
                         word);
        return STATUS_FAILURE;
    }
    taking->criteria->grade = (struct grade){word[0], word[1]};
    return STATUS_OK;
}

/* Tells that there is no WHAT that is called WORD. */
static enum status miss(const struct taking *taking, const char *what, const char *word,
                        const char *nearest)
{
    const char *name = traits[taking->criterion].name;
    if (nearest != NULL)
        messages_setting(taking->messages, name, MESSAGE_UNKNOWN_WORD,
                         "there is no %s \"%s\"; did you mean \"%s\"?", what, word, nearest);
    else
        messages_setting(taking->messages, name, MESSAGE_UNKNOWN_WORD, "there is no %s \"%s\"",
                         what, word);
    return STATUS_FAILURE;
}

static bool is_word_of_a_type(const char *form)
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
    if (is_word_of_a_type(word))
        return add_item(taking, NETWORK_NONE);
    return miss(taking, "form", word, nearest_form(taking->network, word));
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

/* Whether what bears an id is what a criterion of SORT asks for. */
static bool fits(const struct network *network, struct network_entity owner, enum sort sort)
{
    if (sort == SORT_RELATION)
        return owner.what == ENTITY_RELATION;
    return owner.what == ENTITY_VERTEX && (sort == SORT_VERTEX || is_event(network, owner.index));
}

static const char *describe(const struct network *network, struct network_entity owner)
{
    if (owner.what == ENTITY_RELATION)
        return "a relation";
    return is_event(network, owner.index) ? "an event" : "an actor";
}

static enum status take_id(const struct taking *taking, const char *word)
{
    const struct network *network = taking->network;
    enum sort sort = traits[taking->criterion].sort;
    struct network_entity owner = network_find(network, word);
    if (fits(network, owner, sort))
        return add_item(taking, owner.index);
    const char *wanted = sort == SORT_RELATION ? "a relation"
                         : sort == SORT_EVENT  ? "an event"
                                               : "an actor or event";
    if (owner.what != ENTITY_NONE) {
        messages_setting(taking->messages, traits[taking->criterion].name, MESSAGE_WRONG_KIND,
                         "\"%s\" is %s, not %s", word, describe(network, owner), wanted);
        return STATUS_FAILURE;
    }
    const char *nearest =
        sort == SORT_EVENT
            ? nearest_event(network, word)
            : network_nearest(network,
                              sort == SORT_RELATION ? NETWORK_RELATIONS : NETWORK_VERTICES, word);
    return miss(taking, strchr(wanted, ' ') + 1, word, nearest);
}

static enum status take_source(const struct taking *taking, const char *word)
{
    uint32_t source = network_find_source(taking->network, word);
    if (source != NETWORK_NONE)
        return add_item(taking, source);
    return miss(taking, "source", word, network_nearest(taking->network, NETWORK_SOURCES, word));
}

static enum status take_by_sort(const struct taking *taking, const char *word)
{
    switch (traits[taking->criterion].sort) {
    case SORT_WORD: return take_word(taking, word);
    case SORT_FORM: return take_form(taking, word);
    case SORT_SOURCE: return take_source(taking, word);
    case SORT_NUMBER: return take_number(taking, word);
    case SORT_CHOICE: return take_choice(taking, word);
    case SORT_DATE: return take_date(taking, word);
    case SORT_GRADE: return take_grade(taking, word);
    case SORT_FLAG: taking->criteria->directed = true; return STATUS_OK;
    case SORT_TEXT: return STATUS_OK; /* the caller compiles it: see criteria_condition */
    case SORT_VERTEX:
    case SORT_RELATION:
    case SORT_EVENT: break;
    }
    return take_id(taking, word);
}

static bool is_single(enum criterion criterion)
{
    return traits[criterion].sort >= SORT_NUMBER;
}

/* Whether WORD is in LIST, whose words are parted by commas. */
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

/* Notes WORD for showing: a list grows, a single value is replaced. */
static enum status note_asked(const struct taking *taking, const char *word)
{
    struct settings *asked = &taking->criteria->asked;
    struct setting *setting = find_asked(asked, taking->criterion);
    if (setting == NULL)
        return insert_asked(asked, taking->criterion, word);
    bool single = is_single(taking->criterion);
    if (!single && is_listed(setting->value, word))
        return STATUS_OK;
    size_t size = strlen(setting->value) + strlen(word) + sizeof ",";
    char *value = malloc(size);
    if (value == NULL)
        return STATUS_MEMORY;
    snprintf(value, size, "%s%s%s", single ? "" : setting->value, single ? "" : ",", word);
    free(setting->value);
    setting->value = value;
    return STATUS_OK;
}

/* Takes the first LENGTH bytes of TEXT, one word of a list, without the white space around. */
static enum status take_piece(const struct taking *taking, const char *text, size_t length)
{
    static const char space[] = " \t\r\n";
    size_t lead = strspn(text, space);
    text += lead < length ? lead : length;
    length -= lead < length ? lead : length;
    while (length > 0 && strchr(space, text[length - 1]) != NULL)
        length--;
    if (length == 0 && !is_single(taking->criterion)) {
        messages_setting(taking->messages, traits[taking->criterion].name, MESSAGE_EMPTY_VALUE,
                         "an empty word in the list");
        return STATUS_FAILURE;
    }
    char *word = strndup(text, length);
    if (word == NULL)
        return STATUS_MEMORY;
    enum status status = take_by_sort(taking, word);
    if (status == STATUS_OK)
        status = note_asked(taking, word);
    free(word);
    return status;
}

enum status criteria_take(struct criteria *criteria, const struct network *network,
                          const struct setting *setting, struct messages *messages)
{
    const struct taking taking = {criteria, network, messages, find_criterion(setting->name)};
    if (taking.criterion == CRITERIA) {
        messages_error(messages, NULL, MESSAGE_UNKNOWN_SETTING, "\"%s\" is nothing to select by",
                       setting->name);
        return STATUS_FAILURE;
    }
    if (is_single(taking.criterion))
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
