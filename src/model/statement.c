/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/statement.h"

size_t statement_count_claims(const struct network *network, uint32_t owner, bool of_relation)
{
    size_t first, claims = 0;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++)
        claims += network->statements.items[i].claim_count;
    return claims;
}

size_t statement_count_all_claims(const struct network *network)
{
    size_t claims = 0;
    for (size_t i = 0; i < network->statements.count; i++)
        claims += network->statements.items[i].claim_count;
    return claims;
}

struct network_claims statement_claims(const struct network *network,
                                       const struct network_statement *statement)
{
    return (struct network_claims){
        statement->claim_count > 0 ? network->claims.items + statement->first_claim : NULL,
        statement->claim_count};
}

const char *statement_owner_id(const struct network *network,
                               const struct network_statement *statement)
{
    return network_text(network, statement->of_relation
                                     ? network->relations.items[statement->owner].id
                                     : network->vertices.items[statement->owner].id);
}

const char *statement_noun(const struct network *network,
                           const struct network_statement *statement)
{
    switch (statement->topic) {
    case TOPIC_NAME: return network->names.items[statement->item].alias ? "alias" : "name";
    case TOPIC_REMARK:
        return network->remarks.items[statement->item].kind == REMARK_ROLE ? "role" : "outcome";
    case TOPIC_PROPERTY:
        return network->properties.items[statement->item].identifier ? "identifier" : "attribute";
    case TOPIC_PARENT: return "parent";
    case TOPIC_PARTICIPANT: break;
    }
    return "participant";
}

static void write_property(const struct network *network, const struct network_property *property,
                           struct buffer *out)
{
    buffer_text(out, network_text(network, property->name));
    buffer_text(out, property->identifier ? " " : ": ");
    buffer_text(out, network_text(network, property->value));
}

static void write_id(const struct network *network, uint32_t vertex, struct buffer *out)
{
    if (vertex != NETWORK_NONE)
        buffer_text(out, network_text(network, network->vertices.items[vertex].id));
}

void statement_write_value(const struct network *network,
                           const struct network_statement *statement, struct buffer *out)
{
    const uint32_t item = statement->item;
    switch (statement->topic) {
    case TOPIC_NAME:
        buffer_text(out, network_text(network, network->names.items[item].text));
        break;
    case TOPIC_REMARK:
        buffer_text(out, network_text(network, network->remarks.items[item].text));
        break;
    case TOPIC_PROPERTY: write_property(network, &network->properties.items[item], out); break;
    case TOPIC_PARENT: write_id(network, item, out); break;
    case TOPIC_PARTICIPANT: write_id(network, network->participants.items[item], out); break;
    }
}

struct statement_walk statement_walk_of(const struct network *network, uint32_t event)
{
    struct statement_walk walk = {network, 0, 0};
    walk.end = network_statements(network, event, false, &walk.next);
    walk.end += walk.next;
    return walk;
}

/* Both are in the order of the dataset. */
enum evidence statement_walk_evidence(struct statement_walk *walk, uint32_t item)
{
    for (; walk->next < walk->end; walk->next++) {
        const struct network_statement *about = &walk->network->statements.items[walk->next];
        if (about->topic == TOPIC_PARTICIPANT && about->item > item)
            break;
        if (about->topic == TOPIC_PARTICIPANT && about->item == item)
            return evidence_of_claims(statement_claims(walk->network, about));
    }
    return EVIDENCE_UNSOURCED;
}
