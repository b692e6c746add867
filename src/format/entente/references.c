/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/references.h"

#include <stdlib.h>

#include "base/memory/array.h"

/* What a field may refer to, and nouns for messages. */
static const struct {
    bool source, actor, event;
    const char *referrer; /* the referring element */
    const char *target;   /* what the id should be, if unknown */
    const char *kinds;    /* what the field may refer to */
} fields[] = {
    [REFERENCE_END] = {false, true, true, "relation", "actor", "an actor or an event"},
    [REFERENCE_PARTICIPANT] = {false, true, false, "event", "actor", "an actor"},
    [REFERENCE_PARENT] = {false, true, false, "actor", "parent", "an actor"},
    [REFERENCE_EVENT] = {false, false, true, "relation", "event", "an event"},
    [REFERENCE_SPEAKER] = {false, true, false, "source", "actor", "an actor"},
    [REFERENCE_VIA] = {true, false, false, "source", "source", "a source"},
    [REFERENCE_BASIS] = {true, false, false, "source", "basis", "a source"},
    [REFERENCE_CLAIMANT] = {true, false, false, "a claim about relation", "source", "a source"},
};

void references_clear(struct references *references)
{
    free(references->items.items);
}

uint32_t reference_target(const struct network *network, enum reference_field field, uint32_t id)
{
    if (fields[field].source)
        return network_find_source_text(network, id);
    struct network_entity entity = network_find_text(network, id);
    if (entity.what != ENTITY_VERTEX)
        return NETWORK_NONE;
    bool fits = entity.event ? fields[field].event : fields[field].actor;
    return fits ? entity.index : NETWORK_NONE;
}

enum status references_add(struct references *references, const struct reference *reference)
{
    ARRAY_RESERVE(&references->items, 1);
    references->items.items[references->items.count++] = *reference;
    return STATUS_OK;
}

static uint32_t *target_of(struct network *network, const struct reference *reference)
{
    uint32_t index = reference->index;
    switch (reference->field) {
    case REFERENCE_END: return &network->ends.items[index];
    case REFERENCE_PARTICIPANT: return &network->participants.items[index];
    case REFERENCE_PARENT: return &network->vertices.items[index].parent;
    case REFERENCE_EVENT: return &network->details.items[index].event;
    case REFERENCE_SPEAKER: return &network->sources.items[index].actor;
    case REFERENCE_VIA: return &network->sources.items[index].via;
    case REFERENCE_BASIS: return &network->sources.items[index].basis;
    case REFERENCE_CLAIMANT: break;
    }
    return &network->claims.items[index].by;
}

/* A noun for the element of the wrong kind to which REFERENCE refers; NULL if there is none. */
static const char *known_as(const struct network *network, const struct reference *reference)
{
    if (fields[reference->field].source)
        return NULL;
    struct network_entity entity = network_find_text(network, reference->id);
    return entity.what != ENTITY_NONE ? network_entity_noun(entity) : NULL;
}

/* The id that was probably meant, or NULL. Takes time proportional to the number of ids, so it is
   not done for messages that will not be shown. */
static const char *nearest_id(const struct network *network, const struct reference *reference,
                              const struct messages *messages)
{
    enum network_ids among = fields[reference->field].source ? NETWORK_SOURCES : NETWORK_VERTICES;
    if (messages_are_full(messages))
        return NULL;
    return network_nearest(network, among, network_text(network, reference->id));
}

static void report(const struct network *network, const struct reference *reference,
                   struct messages *messages)
{
    const char *id = network_text(network, reference->id);
    const char *referrer = fields[reference->field].referrer;
    const char *referrer_id = network_text(network, reference->referrer);
    const char *known = known_as(network, reference);
    const char *nearest = known == NULL ? nearest_id(network, reference, messages) : NULL;
    if (known != NULL)
        messages_error(messages, &reference->place, MESSAGE_UNKNOWN_REFERENCE,
                       "%s \"%s\" refers to \"%s\", which is %s, not %s", referrer, referrer_id,
                       id, known, fields[reference->field].kinds);
    else
        messages_error(messages, &reference->place, MESSAGE_UNKNOWN_REFERENCE,
                       "%s \"%s\" refers to unknown %s \"%s\"%s%s%s", referrer, referrer_id,
                       fields[reference->field].target, id,
                       nearest != NULL ? "; did you mean \"" : "", nearest != NULL ? nearest : "",
                       nearest != NULL ? "\"?" : "");
}

enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < references->items.count; i++) {
        const struct reference *reference = &references->items.items[i];
        uint32_t target = reference_target(network, reference->field, reference->id);
        *target_of(network, reference) = target;
        if (target != NETWORK_NONE)
            continue;
        report(network, reference, messages);
        status = STATUS_INVALID;
    }
    return status;
}
