/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/vertex.h"

#include "format/entente/attribute.h"
#include "format/entente/id.h"
#include "format/entente/idref.h"
#include "format/entente/undeclared.h"
#include "model/attributes.h"

/* The kind within KIND: a built-in or declared word, or another one, with a warning. */
static enum status read_subkind(struct reading *reading, struct document *document,
                                enum vertex_kind kind, const char *value, uint32_t *subkind)
{
    TRY(attribute_text(reading, ACTOR_SUBKIND, value, subkind));
    const char *text = network_text(reading->network, *subkind);
    if (*subkind == 0 || vocabulary_find(&vocabulary_subkinds, text) >= 0 ||
        network_find_kind(reading->network, kind, *subkind) != NETWORK_NONE)
        return STATUS_OK;
    undeclared_warn_of_kind(reading, document, kind, text);
    return STATUS_OK;
}

enum status vertex_start_actor(struct reading *reading, struct document *document,
                               enum vertex_kind kind, const char *const values[])
{
    struct network *network = reading->network;
    struct network_vertex vertex = {.kind = kind, .line = document_place(document, NULL).line};
    reading->has_parent = values[ACTOR_PARENT] != NULL;
    TRY(id_read(reading, document, values[ACTOR_ID], &vertex.id));
    TRY(idref_resolve(reading, document, REFERENCE_PARENT, "parent", values[ACTOR_PARENT],
                      network->vertices.count, &vertex.parent));
    TRY(read_subkind(reading, document, kind, values[ACTOR_SUBKIND], &vertex.subkind));
    TRY(attribute_address(reading, document, "href", ACTOR_HREF, values[ACTOR_HREF],
                          &vertex.href));
    return network_add_vertex(network, &vertex, NULL);
}

static enum status add_participants(struct reading *reading, struct document *document,
                                    const char *list, struct network_event *event)
{
    struct network *network = reading->network;
    size_t length;
    event->first_participant = (uint32_t)network->participants.count;
    for (const char *id = list; id != NULL && (id = idref_next(id, &length)) != NULL;
         id += length) {
        uint32_t target;
        TRY(idref_resolve_one(reading, document, REFERENCE_PARTICIPANT, "participants", id,
                              length, network->participants.count, &target));
        TRY(network_add_participant(network, target));
        if (!document_is_within(document, ++event->participant_count, reading->limits->ends,
                                "participants of one event", "limit-ends"))
            return STATUS_INVALID;
    }
    return list != NULL && event->participant_count == 0
               ? reading_keep_spelling(reading, EVENT_PARTICIPANTS, list)
               : STATUS_OK;
}

enum status vertex_start_event(struct reading *reading, struct document *document,
                               const char *const values[])
{
    struct network_vertex vertex = {
        .kind = KIND_EVENT, .line = document_place(document, NULL).line, .parent = NETWORK_NONE};
    struct network_event event = {.when = NETWORK_NONE};
    TRY(id_read(reading, document, values[EVENT_ID], &vertex.id));
    TRY(attribute_address(reading, document, "href", EVENT_HREF, values[EVENT_HREF],
                          &vertex.href));
    TRY(attribute_date(reading, document, "when", values[EVENT_WHEN], &event.when));
    TRY(attribute_text(reading, EVENT_PLACE, values[EVENT_PLACE], &event.place));
    TRY(add_participants(reading, document, values[EVENT_PARTICIPANTS], &event));
    return network_add_vertex(reading->network, &vertex, &event);
}
