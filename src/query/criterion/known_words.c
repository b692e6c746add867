/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criterion/known_words.h"

#include "base/text/suggestion.h"
#include "model/vocabulary.h"

enum status known_forms_find(struct bitset *forms, const struct network *network)
{
    if (forms->words != NULL)
        return STATUS_OK;
    TRY(bitset_init(forms, strings_limit(&network->strings)));
    for (size_t i = 0; i < network->relations.count; i++)
        bitset_add(forms, network->relations.items[i].form);
    return STATUS_OK;
}

enum status known_kinds_find(struct bitset *kinds, const struct network *network)
{
    if (kinds->words != NULL)
        return STATUS_OK;
    TRY(bitset_init(kinds, strings_limit(&network->strings)));
    for (size_t i = 0; i < network->vertices.count; i++)
        bitset_add(kinds, network->vertices.items[i].subkind);
    return STATUS_OK;
}

bool known_form_is_defined(const struct network *network, const char *word)
{
    const uint32_t text = strings_find(&network->strings, word);
    for (unsigned type = 0; type < TYPES; type++)
        if (vocabulary_find(relation_type_forms((enum relation_type)type), word) >= 0 ||
            network_find_form(network, (enum relation_type)type, text) != NETWORK_NONE)
            return true;
    return false;
}

bool known_kind_is_defined(const struct network *network, const char *word)
{
    const uint32_t text = strings_find(&network->strings, word);
    if (vocabulary_find(&vocabulary_subkinds, word) >= 0)
        return true;
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (network_find_kind(network, (enum vertex_kind)kind, text) != NETWORK_NONE)
            return true;
    return false;
}

static void offer_words(struct suggestion *suggestion, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        suggestion_offer(suggestion, vocabulary->words[i]);
}

static void offer_declared(struct suggestion *suggestion, const struct network *network,
                           bool is_kind)
{
    for (size_t i = 0; i < network->words.count; i++)
        if (network->words.items[i].is_kind == is_kind)
            suggestion_offer(suggestion, network_text(network, network->words.items[i].word));
}

const char *known_form_nearest(const struct network *network, const char *word)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (unsigned type = 0; type < TYPES; type++)
        offer_words(&suggestion, relation_type_forms((enum relation_type)type));
    offer_declared(&suggestion, network, false);
    for (size_t i = 0; i < network->relations.count; i++)
        if (network->relations.items[i].form != 0)
            suggestion_offer(&suggestion,
                             network_text(network, network->relations.items[i].form));
    return suggestion.best;
}

const char *known_kind_nearest(const struct network *network, const char *word)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    offer_words(&suggestion, &vocabulary_subkinds);
    offer_declared(&suggestion, network, true);
    return suggestion.best;
}
