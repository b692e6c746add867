/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/reading.h"

#include <string.h>

#include "base/memory/array.h"

enum status reading_intern(struct reading *reading, const char *text, uint32_t *number)
{
    if (text == NULL)
        text = "";
    return strings_intern(&reading->network->strings, STRINGS_OFTEN, text, strlen(text), number);
}

enum status reading_keep_spelling(struct reading *reading, unsigned attribute, const char *value)
{
    struct trivia_spelling spelling = {.element = reading->element, .attribute = attribute};
    TRY(strings_add(&reading->network->strings, value, strlen(value), &spelling.text));
    return trivia_add_spelling(&reading->network->trivia, &spelling);
}

enum status reading_note_form(struct reading *reading, struct reading_form form, bool *new)
{
    const struct reading_form *known = reading->unknown_forms.items;
    *new = true;
    for (size_t i = 0; i < reading->unknown_forms.count; i++)
        if (known[i].type == form.type && known[i].text == form.text)
            *new = false;
    if (!*new || reading->unknown_forms.count >= MESSAGES_ERROR_LIMIT)
        return STATUS_OK;
    ARRAY_RESERVE(&reading->unknown_forms, 1);
    reading->unknown_forms.items[reading->unknown_forms.count++] = form;
    return STATUS_OK;
}

bool reading_is_item(enum grammar_rule rule)
{
    return rule == RULE_FORM || rule == RULE_KIND || rule == RULE_SOURCE || rule == RULE_EVENT ||
           grammar_is_actor(rule) || grammar_is_relation(rule);
}

/* The number of claims about the relation that is being read. */
static size_t relation_claims(const struct network *network)
{
    return network->claims.count - READING_LAST(network->relations)->first_claim;
}

size_t reading_claims(const struct reading *reading)
{
    const struct network *network = reading->network;
    return reading->stated != RULES ? network->claims.count - reading->stated_from
                                    : relation_claims(network);
}

uint32_t *reading_name_count(const struct reading *reading)
{
    struct network *network = reading->network;
    if (reading->item_rule == RULE_FORM || reading->item_rule == RULE_KIND)
        return &READING_LAST(network->words)->name_count;
    return reading->item_rule == RULE_SOURCE ? &READING_LAST(network->sources)->name_count
                                             : &READING_LAST(network->vertices)->name_count;
}

size_t reading_names(const struct reading *reading)
{
    return *reading_name_count(reading);
}

size_t reading_remarks(const struct reading *reading)
{
    const struct network *network = reading->network;
    if (grammar_is_relation(reading->item_rule))
        return network_details(network, (uint32_t)network->relations.count - 1)->remark_count;
    return reading->item_rule == RULE_SOURCE ? READING_LAST(network->sources)->remark_count
                                             : READING_LAST(network->vertices)->remark_count;
}

size_t reading_quotes(const struct reading *reading)
{
    return network_citation(reading->network, READING_LAST(reading->network->claims))
        ->quote_count;
}

enum status reading_need_details(struct reading *reading, struct network_details **details)
{
    struct network *network = reading->network;
    struct network_relation *relation = READING_LAST(network->relations);
    if (relation->details == NETWORK_NONE) {
        ARRAY_RESERVE(&network->details, 1);
        relation->details = (uint32_t)network->details.count;
        network->details.items[network->details.count++] = (struct network_details){
            .event = NETWORK_NONE, .first_remark = (uint32_t)network->remarks.count};
    }
    *details = &network->details.items[relation->details];
    return STATUS_OK;
}

enum status reading_add_remark(struct reading *reading, struct network_remark *remark)
{
    struct network *network = reading->network;
    struct network_details *details;
    size_t position;
    if (grammar_is_relation(reading->item_rule)) {
        TRY(reading_need_details(reading, &details));
        details->remark_count++;
        position = relation_claims(network);
    } else {
        ++*(reading->item_rule == RULE_SOURCE ? &READING_LAST(network->sources)->remark_count
                                              : &READING_LAST(network->vertices)->remark_count);
        position = reading_names(reading);
    }
    remark->position = NETWORK_FIT((uint32_t)position, NETWORK_POSITION_BITS);
    return network_add_remark(network, remark);
}
