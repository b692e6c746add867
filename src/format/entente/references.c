/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/references.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"

/* What a field may refer to, and how its complaint reads. */
static const struct {
    bool source, actor, event;
    const char *complaint; /* of the owner's id and the id that is not there */
} fields[] = {
    [REFERENCE_END] = {false, true, true, "relation \"%s\" names no actor \"%s\""},
    [REFERENCE_PARTICIPANT] = {false, true, false, "event \"%s\" names no actor \"%s\""},
    [REFERENCE_PARENT] = {false, true, false, "the parent of \"%s\" is no actor: \"%s\""},
    [REFERENCE_EVENT] = {false, false, true, "relation \"%s\" names no event \"%s\""},
    [REFERENCE_SPEAKER] = {false, true, false, "source \"%s\" names no actor \"%s\""},
    [REFERENCE_VIA] = {true, false, false, "source \"%s\" came through no source \"%s\""},
    [REFERENCE_BASIS] = {true, false, false, "source \"%s\" rests on no source \"%s\""},
    [REFERENCE_CLAIMANT] = {true, false, false,
                            "relation \"%s\" has a claim by no source \"%s\""},
};

void references_clear(struct references *references)
{
    free(references->items.items);
}

uint32_t reference_target(const struct network *network, enum reference_field field, uint32_t id)
{
    if (fields[field].source)
        return network_find_source_text(network, id);
    struct network_entity owner = network_find_text(network, id);
    if (owner.what != ENTITY_VERTEX)
        return NETWORK_NONE;
    bool fits = owner.event ? fields[field].event : fields[field].actor;
    return fits ? owner.index : NETWORK_NONE;
}

enum status references_add(struct references *references, const struct reference *reference)
{
    ARRAY_ROOM(&references->items, 1);
    references->items.items[references->items.count++] = *reference;
    return STATUS_OK;
}

static uint32_t *slot(struct network *network, const struct reference *reference)
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

/* What an id that is known stands for, where that is not what was wanted. */
static const char *known_as(const struct network *network, const struct reference *reference)
{
    if (fields[reference->field].source)
        return NULL;
    struct network_entity owner = network_find_text(network, reference->id);
    if (owner.what == ENTITY_RELATION)
        return "a relation";
    if (owner.what == ENTITY_VERTEX)
        return network->vertices.items[owner.index].kind == KIND_EVENT ? "an event" : "an actor";
    return NULL;
}

static void complain(const struct network *network, const struct reference *reference,
                     struct messages *messages)
{
    const char *id = network_text(network, reference->id);
    struct buffer words = BUFFER_EMPTY;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    buffer_format(&words, fields[reference->field].complaint,
                  network_text(network, reference->owner), id);
#pragma GCC diagnostic pop
    const char *known = known_as(network, reference);
    /* Looking for what was meant goes through all ids: not for what isn't told. */
    bool told = !messages_are_full(messages);
    const char *nearest =
        !told ? NULL
              : network_nearest(
                    network, fields[reference->field].source ? NETWORK_SOURCES : NETWORK_VERTICES,
                    id);
    if (known != NULL)
        buffer_format(&words, ", which is %s", known);
    else if (nearest != NULL)
        buffer_format(&words, "; did you mean \"%s\"?", nearest);
    messages_error(messages, &reference->place, MESSAGE_UNKNOWN_REFERENCE, "%s",
                   buffer_string(&words));
    buffer_clear(&words);
}

enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < references->items.count; i++) {
        const struct reference *reference = &references->items.items[i];
        uint32_t target = reference_target(network, reference->field, reference->id);
        *slot(network, reference) = target;
        if (target != NETWORK_NONE)
            continue;
        complain(network, reference, messages);
        status = STATUS_INVALID;
    }
    return status;
}
