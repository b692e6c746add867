/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/references.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/confusable.h"

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

/* What the id of REFERENCE is instead of what it should be; NULL if nothing has it. */
static const char *known_as(const struct network *network, const struct reference *reference)
{
    struct network_entity entity = network_find_text(network, reference->id);
    if (entity.what != ENTITY_NONE)
        return network_entity_noun(entity);
    return network_find_source_text(network, reference->id) != NETWORK_NONE ? "a source" : NULL;
}

/* Adds the sources that are the actor at VERTEX: 'did you mean its source "x" or "y"?'. */
static void suggest_sources(const struct network *network, uint32_t vertex, struct buffer *out)
{
    const char *separator = "; did you mean its source ";
    for (size_t i = 0; i < network->sources.count; i++) {
        if (network->sources.items[i].actor != vertex)
            continue;
        buffer_format(out, "%s\"%s\"", separator,
                      network_text(network, network->sources.items[i].id));
        separator = " or ";
    }
    buffer_text(out, separator[1] == 'o' ? "?" : "; add a <source> whose actor it is");
}

/* A source named where its actor is meant, or the other way round. */
static void suggest_other(const struct network *network, const struct reference *reference,
                          struct buffer *out)
{
    struct network_entity entity = network_find_text(network, reference->id);
    uint32_t source = network_find_source_text(network, reference->id);
    if (fields[reference->field].source && entity.what == ENTITY_VERTEX && !entity.event)
        suggest_sources(network, entity.index, out);
    else if (!fields[reference->field].source && entity.what == ENTITY_NONE &&
             network->sources.items[source].actor != NETWORK_NONE)
        buffer_format(
            out, "; did you mean its actor \"%s\"?",
            network_text(network,
                         network->vertices.items[network->sources.items[source].actor].id));
}

/* Whether a character of UTF-8 begins at TEXT that is no combining mark (U+0300 to U+036F). */
static bool begins_letter(const char *text)
{
    unsigned char byte = (unsigned char)*text;
    return (byte & 0xc0) != 0x80 && byte != 0xcc &&
           !(byte == 0xcd && (unsigned char)text[1] < 0xb0);
}

/* The difference between ID and its TWIN, which looks like it. */
static void show_difference(const char *id, const char *twin, struct buffer *out)
{
    size_t at = 0;
    while (id[at] == twin[at] && id[at] != '\0')
        at++;
    while (at > 0 && !(begins_letter(id + at) && begins_letter(twin + at)))
        at--;
    buffer_format(out, "; did you mean \"%s\", which has ", twin);
    confusable_show(twin + at, out);
    buffer_text(out, " instead of ");
    confusable_show(id + at, out);
    buffer_char(out, '?');
}

/* Adds what was probably meant by an id that nothing has. Takes time proportional to the number
   of ids, so it is not done for messages that will not be shown. */
static void suggest(const struct network *network, const struct reference *reference,
                    struct buffer *out)
{
    enum network_ids among = fields[reference->field].source ? NETWORK_SOURCES : NETWORK_VERTICES;
    const char *id = network_text(network, reference->id), *found;
    bool list = reference->field == REFERENCE_END || reference->field == REFERENCE_PARTICIPANT;
    if (strpbrk(id, ",;") != NULL)
        buffer_format(out, "; %s",
                      list ? "separate ids with spaces only" : "only one id can stand here");
    else if ((found = confusable_twin(network, among, id)) != NULL)
        show_difference(id, found, out);
    else if ((found = network_nearest(network, among, id)) != NULL)
        buffer_format(out, "; did you mean \"%s\"?", found);
}

static void report(const struct network *network, const struct reference *reference,
                   struct messages *messages)
{
    struct buffer text = BUFFER_EMPTY;
    const char *id = network_text(network, reference->id);
    const char *known = known_as(network, reference);
    buffer_format(&text, "%s \"%s\" refers to ", fields[reference->field].referrer,
                  network_text(network, reference->referrer));
    if (known != NULL) {
        buffer_format(&text, "\"%s\", which is %s, not %s", id, known,
                      fields[reference->field].kinds);
        suggest_other(network, reference, &text);
    } else {
        buffer_format(&text, "unknown %s \"%s\"", fields[reference->field].target, id);
        if (!messages_are_full(messages))
            suggest(network, reference, &text);
    }
    messages_error(messages, &reference->place, MESSAGE_UNKNOWN_REFERENCE, "%s",
                   buffer_string(&text));
    buffer_clear(&text);
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
