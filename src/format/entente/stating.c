/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/stating.h"

#include "format/entente/idref.h"
#include "model/attributes.h"
#include "model/evidence.h"
#include "model/statement.h"

/* Whether claims can be about an element of RULE. */
static bool is_statement(enum grammar_rule rule)
{
    return (grammar_rules[RULE_CLAIM].parents >> rule & 1) != 0 && rule != RULE_PERIOD &&
           !grammar_is_relation(rule);
}

void stating_start(struct reading *reading, enum grammar_rule rule)
{
    if (!is_statement(rule))
        return;
    reading->stated = rule;
    reading->stated_from = reading->network->claims.count;
}

void stating_check_claim(const struct reading *reading, struct document *document)
{
    const struct network *network = reading->network;
    if (reading->stated == RULES)
        return;
    if (grammar_is_relation(reading->item_rule)) {
        if (reading->stated_from != READING_LAST(network->relations)->first_claim)
            document_error(document, NULL, MESSAGE_ELEMENT_ORDER,
                           "claims about an attribute must come before those about the relation; "
                           "move the <attribute> up");
    } else if (reading->item_rule != RULE_EVENT && !grammar_is_actor(reading->item_rule)) {
        document_error(document, NULL, MESSAGE_UNKNOWN_ELEMENT,
                       "no claims are possible about the name of a %s; only about those of "
                       "actors and events",
                       reading->item_rule == RULE_SOURCE ? "source" : "declared word");
    }
}

/* The last item of the topic that RULE is about. */
static uint32_t last_item(const struct network *network, enum grammar_rule rule,
                          enum network_topic *topic)
{
    switch (rule) {
    case RULE_NAME:
    case RULE_ALIAS: *topic = TOPIC_NAME; return (uint32_t)network->names.count - 1;
    case RULE_ROLE:
    case RULE_OUTCOME: *topic = TOPIC_REMARK; return (uint32_t)network->remarks.count - 1;
    case RULE_PARENT: *topic = TOPIC_PARENT; return NETWORK_NONE; /* see stating_conclude */
    case RULE_PARTICIPATION:
        *topic = TOPIC_PARTICIPANT;
        return (uint32_t)network->participants.count - 1;
    default: *topic = TOPIC_PROPERTY; return (uint32_t)network->properties.count - 1;
    }
}

static enum status add_statement(const struct reading *reading, enum grammar_rule rule)
{
    struct network *network = reading->network;
    struct network_statement statement = {
        .of_relation = grammar_is_relation(reading->item_rule),
        .first_claim = (uint32_t)reading->stated_from,
        .claim_count = (uint32_t)(network->claims.count - reading->stated_from)};
    statement.owner =
        (uint32_t)(statement.of_relation ? network->relations.count : network->vertices.count) -
        1;
    statement.item = last_item(network, rule, &statement.topic);
    return network_add_statement(network, &statement);
}

/* The claims of the relation, if it is one, begin after those about its attributes. */
static enum status end_statement(struct reading *reading, enum grammar_rule rule)
{
    struct network *network = reading->network;
    const size_t claims = network->claims.count - reading->stated_from;
    if (rule == RULE_PARENT || rule == RULE_PARTICIPATION)
        READING_LAST(network->statements)->claim_count = (uint32_t)claims;
    else if (claims > 0)
        TRY(add_statement(reading, rule));
    if (claims > 0 && grammar_is_relation(reading->item_rule))
        READING_LAST(network->relations)->first_claim = (uint32_t)network->claims.count;
    return STATUS_OK;
}

enum status stating_end(struct reading *reading, enum grammar_rule rule)
{
    if (reading->stated != rule)
        return STATUS_OK;
    reading->stated = RULES;
    const bool has_owner = reading->item_rule == RULE_EVENT ||
                           grammar_is_actor(reading->item_rule) ||
                           grammar_is_relation(reading->item_rule);
    return has_owner ? end_statement(reading, rule) : STATUS_OK;
}

/* Adds a parent or a participant, at its place among the other children. */
static enum status start_link(struct reading *reading, enum grammar_rule rule)
{
    struct network_remark remark = {.text = (uint32_t)reading->network->statements.count,
                                    .kind = NETWORK_FIT(REMARK_STATEMENT, NETWORK_REMARK_BITS)};
    TRY(reading_add_remark(reading, &remark));
    return add_statement(reading, rule);
}

enum status stating_start_parent(struct reading *reading, struct document *document,
                                 const char *const values[])
{
    struct network_vertex *actor = READING_LAST(reading->network->vertices);
    if (reading->has_parent)
        document_error(document, NULL, MESSAGE_DUPLICATE_ELEMENT,
                       "an actor has one parent at most");
    reading->has_parent = true;
    TRY(idref_resolve(reading, document, REFERENCE_PARENT, "ref", values[LINK_REF],
                      reading->network->vertices.count - 1, &actor->parent));
    return start_link(reading, RULE_PARENT);
}

enum status stating_start_participation(struct reading *reading, struct document *document,
                                        const char *const values[])
{
    struct network *network = reading->network;
    struct network_event *event = READING_LAST(network->events);
    uint32_t target;
    TRY(idref_resolve(reading, document, REFERENCE_PARTICIPANT, "ref", values[LINK_REF],
                      network->participants.count, &target));
    TRY(network_add_participant(network, target));
    if (!document_is_within(document, ++event->participant_count, reading->limits->ends,
                            "participants of one event", "limit-ends"))
        return STATUS_INVALID;
    return start_link(reading, RULE_PARTICIPATION);
}

/* The first text of KIND of the vertex after the remark LAST, or 0. */
static uint32_t next_text(const struct network *network, const struct network_vertex *vertex,
                          uint32_t last, enum network_remark_kind kind)
{
    for (uint32_t i = last + 1; i < vertex->first_remark + vertex->remark_count; i++)
        if (network->remarks.items[i].kind == kind)
            return network->remarks.items[i].text;
    return 0;
}

/* Where VERTEX had the role or the outcome ITEM, which is denied, it has the next one. */
static void deny_remark(struct network *network, struct network_vertex *vertex, uint32_t item)
{
    struct network_remark *remark = &network->remarks.items[item];
    uint32_t *first = remark->kind == REMARK_ROLE ? &vertex->role
                                                  : &network->events.items[vertex->event].outcome;
    remark->denied = true;
    if (*first == remark->text)
        *first = next_text(network, vertex, item, (enum network_remark_kind)remark->kind);
}

static void deny(struct network *network, const struct network_statement *statement)
{
    struct network_vertex *vertex = &network->vertices.items[statement->owner];
    switch (statement->topic) {
    case TOPIC_PARENT: vertex->parent = NETWORK_NONE; break;
    case TOPIC_NAME: network->names.items[statement->item].denied = true; break;
    case TOPIC_PROPERTY: network->properties.items[statement->item].denied = true; break;
    case TOPIC_REMARK: deny_remark(network, vertex, statement->item); break;
    case TOPIC_PARTICIPANT: break; /* participations are drawn with their evidence */
    }
}

void stating_conclude(struct network *network)
{
    for (size_t i = 0; i < network->statements.count; i++) {
        struct network_statement *statement = &network->statements.items[i];
        if (statement->topic == TOPIC_PARENT)
            statement->item = network->vertices.items[statement->owner].parent;
        if (evidence_of_claims(statement_claims(network, statement)) == EVIDENCE_DENIED)
            deny(network, statement);
    }
}
