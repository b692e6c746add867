/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/completion/dataset_words.h"

#include <string.h>

#include "model/level.h"
#include "model/names.h"

static void offer_vertices(const struct candidates *candidates, const struct network *network,
                           bool events_only)
{
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        if (!events_only || vertex->event != NETWORK_NONE)
            candidates_offer(candidates, network_text(network, vertex->id),
                             network_vertex_name(network, i, NULL, false));
    }
}

static void offer_sources(const struct candidates *candidates, const struct network *network)
{
    for (uint32_t i = 0; i < network->sources.count; i++)
        candidates_offer(candidates, network_text(network, network->sources.items[i].id),
                         network_source_name(network, i, NULL, false));
}

/* "support: Iran - Taliban" */
static void describe_relation(const struct network *network, uint32_t relation,
                              struct buffer *out)
{
    const struct network_relation *item = &network->relations.items[relation];
    const struct network_ends from = network_from(network, relation),
                              to = network_to(network, relation);
    buffer_format(out, "%s: %s - %s", vocabulary_types.words[item->type],
                  network_vertex_name(network, from.items[0], NULL, true),
                  to.count > 0 ? network_vertex_name(network, to.items[0], NULL, true) : "");
}

static void offer_relations(const struct candidates *candidates, const struct network *network)
{
    for (uint32_t i = 0; i < network->relations.count; i++) {
        struct buffer meaning = BUFFER_EMPTY;
        describe_relation(network, i, &meaning);
        candidates_offer(candidates, network_text(network, network->relations.items[i].id),
                         buffer_string(&meaning));
        buffer_clear(&meaning);
    }
}

/* Sources that have the id of an actor or an event need their prefix to be told apart. */
static void offer_items(const struct candidates *candidates, const struct network *network)
{
    offer_vertices(candidates, network, false);
    offer_relations(candidates, network);
    for (uint32_t i = 0; i < network->sources.count; i++) {
        const char *id = network_text(network, network->sources.items[i].id);
        struct buffer word = BUFFER_EMPTY;
        const bool shared = network_find(network, id).what != ENTITY_NONE;
        buffer_format(&word, "%s%s", shared ? "source:" : "", id);
        candidates_offer(candidates, buffer_string(&word),
                         network_source_name(network, i, NULL, false));
        buffer_clear(&word);
    }
}

/* What actors and relations of the dataset have, then what the vocabulary has. */
static void offer_forms(const struct candidates *candidates, const struct network *network)
{
    for (size_t i = 0; i < network->relations.count; i++) {
        const uint32_t form = network->relations.items[i].form;
        if (form != 0)
            candidates_offer_once(candidates, network_text(network, form), NULL);
    }
}

static void offer_kinds(const struct candidates *candidates, const struct network *network)
{
    for (size_t i = 0; i < network->vertices.count; i++) {
        const uint32_t kind = network->vertices.items[i].subkind;
        if (kind != 0)
            candidates_offer_once(candidates, network_text(network, kind), NULL);
    }
}

/* NAME= of each, or once that is typed, NAME=VALUE. */
static void offer_properties(const struct candidates *candidates, const struct network *network)
{
    const bool named = strchr(candidates->word + candidates->prefix, '=') != NULL;
    for (size_t i = 0; i < network->properties.count; i++) {
        const struct network_property *property = &network->properties.items[i];
        struct buffer word = BUFFER_EMPTY;
        buffer_format(&word, "%s=%s", network_text(network, property->name),
                      named ? network_text(network, property->value) : "");
        candidates_offer_once(candidates, buffer_string(&word),
                              property->identifier ? "identifier" : "attribute");
        buffer_clear(&word);
    }
}

static void offer_attributes(const struct candidates *candidates, const struct network *network)
{
    for (size_t i = 0; i < network->properties.count; i++) {
        const struct network_property *property = &network->properties.items[i];
        struct buffer word = BUFFER_EMPTY;
        buffer_format(&word, "attribute:%s", network_text(network, property->name));
        if (!property->identifier && !property->of_relation)
            candidates_offer_once(candidates, buffer_string(&word), NULL);
        buffer_clear(&word);
    }
}

static void offer_languages(const struct candidates *candidates, const struct network *network)
{
    if (network->language != 0)
        candidates_offer_once(candidates, network_text(network, network->language), NULL);
    for (size_t i = 0; i < network->names.count; i++)
        if (network->names.items[i].language != 0)
            candidates_offer_once(candidates,
                                  network_text(network, network->names.items[i].language), NULL);
}

static void offer_levels(const struct candidates *candidates, const struct network *network)
{
    for (uint32_t level = 0; level < level_count(network); level++)
        candidates_offer(candidates, level_word(network, level), NULL);
}

void dataset_words_offer(const struct candidates *candidates, const struct network *network,
                         enum value_kind kind)
{
    switch (kind) {
    case VALUE_VERTICES: offer_vertices(candidates, network, false); break;
    case VALUE_BLOCS:
        offer_vertices(candidates, network, false);
        offer_attributes(candidates, network);
        break;
    case VALUE_EVENTS: offer_vertices(candidates, network, true); break;
    case VALUE_RELATIONS: offer_relations(candidates, network); break;
    case VALUE_SOURCES: offer_sources(candidates, network); break;
    case VALUE_PARTIES:
        offer_sources(candidates, network);
        offer_vertices(candidates, network, false);
        break;
    case VALUE_ITEMS: offer_items(candidates, network); break;
    case VALUE_FORMS: offer_forms(candidates, network); break;
    case VALUE_KINDS: offer_kinds(candidates, network); break;
    case VALUE_PROPERTIES: offer_properties(candidates, network); break;
    case VALUE_ATTRIBUTES: offer_attributes(candidates, network); break;
    case VALUE_LANGUAGES: offer_languages(candidates, network); break;
    case VALUE_LEVELS: offer_levels(candidates, network); break;
    case VALUE_TEXT:
    case VALUE_WORDS:
    case VALUE_COLUMNS:
    case VALUE_WARNINGS:
    case VALUE_READ:
    case VALUE_WRITTEN:
    case VALUE_FILE:
    case VALUE_FOLDER: break;
    }
}
