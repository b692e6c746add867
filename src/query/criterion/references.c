/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criterion/references.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/suggestion.h"
#include "model/amount.h"
#include "model/nearest.h"
#include "model/value.h"
#include "query/criterion/known_words.h"

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

enum status criterion_parse_amount(const struct criterion_parser *parser, const char *word)
{
    struct criteria_value *value = parser->value;
    struct amount_limit limit;
    if (!amount_parse_limit(word, &limit)) {
        messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_VALUE,
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
    return criterion_report_unknown(parser, "unit", limit.unit,
                                    nearest_unit(parser->network, limit.unit));
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
enum status criterion_parse_property(const struct criterion_parser *parser, const char *word)
{
    const char *sign = strchr(word, '=');
    struct criteria_value *value = parser->value;
    if (sign == NULL || sign == word) {
        messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_VALUE,
                               "write a name and a value, such as religion=Sunni, not \"%s\"",
                               word);
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
        status = criterion_report_unknown(parser, "attribute", name,
                                          nearest_property(parser->network, name));
    free(name);
    return status;
}

/* A form from the vocabulary is valid even if the dataset does not use it. */
enum status criterion_parse_form(const struct criterion_parser *parser, const char *word)
{
    uint32_t form = strings_find(&parser->network->strings, word);
    TRY(known_forms_find(parser->forms, parser->network));
    if (form != 0 && bitset_has(parser->forms, form))
        return criterion_add_item(parser, form);
    if (known_form_is_defined(parser->network, word))
        return criterion_add_item(parser, NETWORK_NONE);
    return criterion_report_unknown(parser, "form", word,
                                    known_form_nearest(parser->network, word));
}

static enum status report_kind(const struct criterion_parser *parser, const char *word)
{
    const char *nearest = known_kind_nearest(parser->network, word);
    if (nearest != NULL)
        return criterion_report_unknown(parser, "kind", word, nearest);
    unsigned index;
    return value_word(parser->name, word, &vocabulary_kinds, parser->messages, &index);
}

/* Sets *TEXT to a kind within a kind of actor: built in, declared or used. */
static enum status find_subkind(const struct criterion_parser *parser, const char *word,
                                uint32_t *text)
{
    *text = strings_find(&parser->network->strings, word);
    TRY(known_kinds_find(parser->kinds, parser->network));
    if (*text != 0 && bitset_has(parser->kinds, *text))
        return STATUS_OK;
    *text = NETWORK_NONE;
    return known_kind_is_defined(parser->network, word) ? STATUS_OK : report_kind(parser, word);
}

/* A kind of actor, or one within it. */
enum status criterion_parse_kind(const struct criterion_parser *parser, const char *word)
{
    int kind = vocabulary_find(&vocabulary_kinds, word);
    uint32_t text;
    if (kind >= 0) {
        parser->value->words |= UINT32_C(1) << kind;
        return STATUS_OK;
    }
    TRY(find_subkind(parser, word, &text));
    return criterion_add_item(parser, text);
}

/* The same, as an item of CRITERIA_KINDS. */
enum status criterion_parse_ordered_kind(const struct criterion_parser *parser, const char *word)
{
    int kind = vocabulary_find(&vocabulary_kinds, word);
    uint32_t text;
    if (kind >= 0)
        return criterion_add_item(parser, (uint32_t)kind);
    TRY(find_subkind(parser, word, &text));
    return criterion_add_item(parser, text != NETWORK_NONE ? KINDS + text : NETWORK_NONE);
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

enum status criterion_parse_id(const struct criterion_parser *parser, const char *word)
{
    const struct network *network = parser->network;
    enum criteria_domain domain = parser->rule->domain;
    struct network_entity entity = network_find(network, word);
    if (fits(network, entity, domain))
        return criterion_add_item(parser, entity.index);
    const char *wanted = domain == CRITERIA_RELATIONS ? "a relation"
                         : domain == CRITERIA_EVENTS  ? "an event"
                                                      : "an actor or event";
    if (entity.what == ENTITY_NONE)
        return criterion_report_unknown(parser, strchr(wanted, ' ') + 1, word,
                                        nearest_id(network, word, domain));
    messages_setting_error(parser->messages, parser->name, MESSAGE_WRONG_KIND,
                           "\"%s\" is %s, not %s", word, describe(network, entity), wanted);
    return STATUS_FAILURE;
}

/* An attribute whose values are folded; it must be the only item. */
static enum status parse_folded_attribute(const struct criterion_parser *parser, const char *name)
{
    struct criteria_value *value = parser->value;
    value->unit = strings_find(&parser->network->strings, name);
    value->number = CRITERIA_FOLD_ATTRIBUTE;
    if (value->unit == 0 || !is_property(parser->network, value->unit))
        return criterion_report_unknown(parser, "attribute", name,
                                        nearest_property(parser->network, name));
    return STATUS_OK;
}

/* An actor; or "all", even if an actor has this id; or the values of an attribute. */
enum status criterion_parse_bloc(const struct criterion_parser *parser, const char *word)
{
    const struct network *network = parser->network;
    struct network_entity entity = network_find(network, word);
    const bool of_attribute =
        strncmp(word, CRITERIA_ATTRIBUTE, sizeof CRITERIA_ATTRIBUTE - 1) == 0;
    if (parser->value->number == CRITERIA_FOLD_ATTRIBUTE ||
        (of_attribute && parser->value->list.count > 0)) {
        messages_setting_error(parser->messages, parser->name, MESSAGE_INVALID_VALUE,
                               "an attribute cannot be combined with other items");
        return STATUS_FAILURE;
    }
    if (of_attribute)
        return parse_folded_attribute(parser, word + sizeof CRITERIA_ATTRIBUTE - 1);
    if (strcmp(word, "all") == 0) {
        parser->value->number = CRITERIA_FOLD_ALL;
        return STATUS_OK;
    }
    if (entity.what == ENTITY_VERTEX && !is_event(network, entity.index))
        return criterion_add_item(parser, entity.index);
    if (entity.what == ENTITY_NONE)
        return criterion_report_unknown(parser, "actor", word,
                                        nearest_id(network, word, CRITERIA_VERTICES));
    messages_setting_error(parser->messages, parser->name, MESSAGE_WRONG_KIND,
                           "\"%s\" is %s, not an actor", word, describe(network, entity));
    return STATUS_FAILURE;
}

enum status criterion_parse_source(const struct criterion_parser *parser, const char *word)
{
    uint32_t source = network_find_source(parser->network, word);
    if (source != NETWORK_NONE)
        return criterion_add_item(parser, source);
    return criterion_report_unknown(parser, "source", word,
                                    network_nearest(parser->network, NETWORK_SOURCES, word));
}

/* --- what another network knows */

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

/* Whether NETWORK has amounts in the unit of WORD, an amount. */
static bool is_known_unit(const struct network *network, const char *word)
{
    struct amount_limit limit;
    return amount_parse_limit(word, &limit) &&
           has_unit(network, strings_find(&network->strings, limit.unit));
}

/* Whether NETWORK has the attribute or identifier that WORD, "name=value", names. */
static bool is_known_property(const struct network *network, const char *word)
{
    const size_t length = strcspn(word, "=");
    for (size_t i = 0; i < network->properties.count; i++) {
        const char *name = network_text(network, network->properties.items[i].name);
        if (strncmp(name, word, length) == 0 && name[length] == '\0')
            return true;
    }
    return false;
}

bool criterion_is_known(enum criteria_domain domain, const struct network *network,
                        const char *word)
{
    switch (domain) {
    case CRITERIA_VERTICES:
    case CRITERIA_EVENTS:
    case CRITERIA_RELATIONS: return fits(network, network_find(network, word), domain);
    case CRITERIA_SOURCES: return network_find_source(network, word) != NETWORK_NONE;
    case CRITERIA_FORMS:
    case CRITERIA_KINDS: return is_known_word(network, word);
    case CRITERIA_UNITS: return is_known_unit(network, word);
    case CRITERIA_PROPERTIES: return is_known_property(network, word);
    case CRITERIA_NONE: break;
    }
    return false;
}
