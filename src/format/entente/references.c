/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/references.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/bitset.h"
#include "format/entente/confusable.h"
#include "model/nearest.h"

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
    free(references->rejected.items);
    free(references->skipped.items);
}

enum status references_reject(struct references *references, uint32_t id)
{
    if (references->rejected.count == MESSAGES_ERROR_LIMIT)
        return STATUS_OK;
    ARRAY_RESERVE(&references->rejected, 1);
    references->rejected.items[references->rejected.count++] = id;
    return STATUS_OK;
}

enum status references_skip(struct references *references, uint32_t id)
{
    ARRAY_RESERVE(&references->skipped, 1);
    references->skipped.items[references->skipped.count++] = id;
    return STATUS_OK;
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

/* The number of references to TARGET that are right, among ids of sources or of vertices. */
static size_t count_uses(const struct network *network, bool source, uint32_t target)
{
    size_t count = 0;
    for (size_t i = 0; source && i < network->claims.count; i++)
        count += network->claims.items[i].by == target;
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *s = &network->sources.items[i];
        count += source ? (s->via == target) + (s->basis == target) : s->actor == target;
    }
    for (size_t i = 0; !source && i < network->ends.count; i++)
        count += network->ends.items[i] == target;
    for (size_t i = 0; !source && i < network->participants.count; i++)
        count += network->participants.items[i] == target;
    for (size_t i = 0; !source && i < network->details.count; i++)
        count += network->details.items[i].event == target;
    for (size_t i = 0; !source && i < network->vertices.count; i++)
        count += network->vertices.items[i].parent == target;
    return count;
}

/* The number of references to the same id as REFERENCE. */
static size_t count_same(const struct references *references, const struct reference *reference)
{
    size_t count = 0;
    for (size_t i = 0; i < references->items.count; i++) {
        const struct reference *other = &references->items.items[i];
        count += other->id == reference->id &&
                 fields[other->field].source == fields[reference->field].source;
    }
    return count;
}

/* Reports the id TWIN, which nothing refers to, while COUNT references are to ID, which looks
   like it: then the definition is wrong, not the references. */
static void report_definition(const struct network *network, const struct reference *reference,
                              const char *twin, size_t count, struct messages *messages)
{
    bool source = fields[reference->field].source;
    uint32_t line = source ? network->sources.items[network_find_source(network, twin)].line
                           : network_entity_line(network, network_find(network, twin));
    const struct message_place place = {reference->place.file, line, 0};
    const char *id = network_text(network, reference->id);
    struct buffer difference = BUFFER_EMPTY;
    show_difference(twin, id, &difference);
    messages_error(messages, &place, MESSAGE_UNKNOWN_REFERENCE,
                   "nothing refers to the id \"%s\", but %zu references are to \"%s\"%s", twin,
                   count, id, buffer_string(&difference));
    buffer_clear(&difference);
}

/* Reports the definition that is the cause of REFERENCE's fault, if it is one. */
static bool blame_definition(const struct references *references, const struct network *network,
                             const struct reference *reference, struct messages *messages)
{
    bool source = fields[reference->field].source;
    const char *id = network_text(network, reference->id);
    const char *twin = confusable_twin(network, source ? NETWORK_SOURCES : NETWORK_VERTICES, id);
    if (twin == NULL)
        return false;
    size_t count = count_same(references, reference);
    uint32_t target =
        source ? network_find_source(network, twin) : network_find(network, twin).index;
    if (count < 2 || count_uses(network, source, target) > 0)
        return false;
    report_definition(network, reference, twin, count, messages);
    return true;
}

/* Whether an id that was rejected is, or looks like, that of REFERENCE. */
static bool is_rejected(const struct references *references, const struct network *network,
                        const struct reference *reference)
{
    const char *id = network_text(network, reference->id);
    for (size_t i = 0; i < references->rejected.count; i++)
        if (confusable_is_like(network_text(network, references->rejected.items[i]), id))
            return true;
    return false;
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

static bool resolve(const struct references *references, struct network *network)
{
    bool resolved = true;
    for (size_t i = 0; i < references->items.count; i++) {
        const struct reference *reference = &references->items.items[i];
        uint32_t target = reference_target(network, reference->field, reference->id);
        *target_of(network, reference) = target;
        resolved = resolved && target != NETWORK_NONE;
    }
    return resolved;
}

/* The ids whose references have been looked at, and those of them that need no report, each by
   twice its number, plus 1 if it is that of a source. */
struct verdicts {
    struct bitset known, silent;
};

/* Whether the fault of REFERENCE is reported, or to be reported, elsewhere. Decided once for each
   id. */
static bool is_explained(const struct references *references, const struct network *network,
                         const struct reference *reference, struct verdicts *verdicts,
                         struct messages *messages)
{
    uint32_t key = 2 * reference->id + fields[reference->field].source;
    if (messages->every || messages_are_full(messages))
        return false;
    if (bitset_has(&verdicts->known, key))
        return bitset_has(&verdicts->silent, key);
    if (known_as(network, reference) != NULL)
        return false;
    bitset_add(&verdicts->known, key);
    if (!is_rejected(references, network, reference) &&
        !blame_definition(references, network, reference, messages))
        return false;
    bitset_add(&verdicts->silent, key);
    return true;
}

/* The elements that were skipped have been reported. */
static void silence_skipped(const struct references *references, struct verdicts *verdicts)
{
    for (size_t i = 0; i < references->skipped.count; i++) {
        const size_t key = 2 * (size_t)references->skipped.items[i];
        for (size_t source = 0; source <= 1; source++) {
            bitset_add(&verdicts->known, key + source);
            bitset_add(&verdicts->silent, key + source);
        }
    }
}

static void report_all(const struct references *references, const struct network *network,
                       struct verdicts *verdicts, struct messages *messages)
{
    for (size_t i = 0; i < references->items.count; i++) {
        const struct reference *reference = &references->items.items[i];
        if (reference_target(network, reference->field, reference->id) == NETWORK_NONE &&
            !is_explained(references, network, reference, verdicts, messages))
            report(network, reference, messages);
    }
}

enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages)
{
    struct verdicts verdicts;
    size_t keys = 2 * ((size_t)strings_limit(&network->strings) + 1);
    if (resolve(references, network))
        return STATUS_OK;
    TRY(bitset_init(&verdicts.known, keys));
    enum status status = bitset_init(&verdicts.silent, keys);
    if (status == STATUS_OK) {
        silence_skipped(references, &verdicts);
        report_all(references, network, &verdicts, messages);
        bitset_clear(&verdicts.silent);
        status = STATUS_INVALID;
    }
    bitset_clear(&verdicts.known);
    return status;
}
