/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/consistency.h"

#include <stdlib.h>
#include <string.h>

/* Items, each of which refers to another of its kind, or to none. */
struct chain {
    size_t count;
    uint32_t (*next)(const struct network *network, uint32_t index);
    uint32_t (*line)(const struct network *network, uint32_t index);
    uint32_t (*id)(const struct network *network, uint32_t index);
    const char *what; /* a noun for an item: "actor" */
    const char *link; /* the attribute that refers: "parent" */
};

static uint32_t parent_of(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].parent;
}

static uint32_t vertex_line(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].line;
}

static uint32_t vertex_id(const struct network *network, uint32_t index)
{
    return network->vertices.items[index].id;
}

static uint32_t basis_of(const struct network *network, uint32_t index)
{
    return network->sources.items[index].basis;
}

static uint32_t source_line(const struct network *network, uint32_t index)
{
    return network->sources.items[index].line;
}

static uint32_t source_id(const struct network *network, uint32_t index)
{
    return network->sources.items[index].id;
}

static void report_cycle(const struct network *network, const struct chain *chain, uint32_t first,
                         const char *path, struct messages *messages)
{
    uint32_t at = first;
    do {
        const struct message_place place = {path, chain->line(network, at), 0};
        messages_error(messages, &place, MESSAGE_LOOP,
                       "%s \"%s\" is in a cycle: its %s is \"%s\"", chain->what,
                       network_text(network, chain->id(network, at)), chain->link,
                       network_text(network, chain->id(network, chain->next(network, at))));
        at = chain->next(network, at);
    } while (at != first);
}

/* Follows references from each item until one that has been visited; if that was in the same
   walk, there is a cycle. WALKS, initially zeros, has for each item the walk that visited it,
   counted from 1. */
static enum status find_cycles(const struct network *network, const struct chain *chain,
                               uint32_t *walks, const char *path, struct messages *messages)
{
    enum status status = STATUS_OK;
    for (uint32_t start = 0; start < chain->count; start++) {
        uint32_t at = start;
        while (at != NETWORK_NONE && walks[at] == 0) {
            walks[at] = start + 1;
            at = chain->next(network, at);
        }
        if (at == NETWORK_NONE || walks[at] != start + 1)
            continue;
        report_cycle(network, chain, at, path, messages);
        status = STATUS_INVALID;
    }
    return status;
}

/* Sets the length of each chain that begins at START or on its chain, which has no cycle. LENGTHS
   has those that are known, else 0; no item is passed more than twice. */
static void set_lengths(const struct network *network, const struct chain *chain,
                        uint32_t *lengths, uint32_t start)
{
    uint32_t length = 0, at = start;
    for (; at != NETWORK_NONE && lengths[at] == 0; at = chain->next(network, at))
        length++;
    length += at != NETWORK_NONE ? lengths[at] : 0;
    for (at = start; at != NETWORK_NONE && lengths[at] == 0; at = chain->next(network, at))
        lengths[at] = length--;
}

/* Reports only the first chain that is too long: any that contains it is too long as well.
   LENGTHS are zeros at first. */
static enum status check_length(const struct network *network, const struct chain *chain,
                                uint32_t *lengths, uint32_t max, const char *path,
                                struct messages *messages)
{
    for (uint32_t start = 0; start < chain->count; start++) {
        if (lengths[start] == 0)
            set_lengths(network, chain, lengths, start);
        if (lengths[start] <= max)
            continue;
        const struct message_place place = {path, chain->line(network, start), 0};
        messages_limit(messages, &place, "limit-chain",
                       "%s \"%s\" starts a chain longer than %lu", chain->what,
                       network_text(network, chain->id(network, start)), (unsigned long)max);
        return STATUS_INVALID;
    }
    return STATUS_OK;
}

static enum status check_chain(const struct network *network, const struct chain *chain,
                               uint32_t max, const char *path, struct messages *messages)
{
    uint32_t *numbers = calloc(chain->count + 1, sizeof *numbers);
    if (numbers == NULL)
        return STATUS_MEMORY;
    enum status status = find_cycles(network, chain, numbers, path, messages);
    memset(numbers, 0, chain->count * sizeof *numbers);
    if (status == STATUS_OK)
        status = check_length(network, chain, numbers, max, path, messages);
    free(numbers);
    return status;
}

/* --- participants */

/* What is known of participants while events are checked. */
struct attendance {
    bool *elements;  /* by participant: it is a <participation> */
    uint32_t *event; /* by vertex: the last event, plus 1, that has it; 0: none */
};

static void mark_elements(const struct network *network, struct attendance *attendance)
{
    for (size_t i = 0; i < network->statements.count; i++)
        if (network->statements.items[i].topic == TOPIC_PARTICIPANT)
            attendance->elements[network->statements.items[i].item] = true;
}

/* Reports participants of the event VERTEX that a <participation> names again. */
static bool check_event(const struct network *network, const struct attendance *attendance,
                        uint32_t vertex, const char *path, struct messages *messages)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    const struct network_event *event = &network->events.items[v->event];
    const struct message_place place = {path, v->line, 0};
    bool valid = true;
    for (uint32_t i = 0; i < event->participant_count; i++) {
        const uint32_t item = event->first_participant + i;
        const uint32_t participant = network->participants.items[item];
        if (participant == NETWORK_NONE) /* reported */
            continue;
        uint32_t *last = &attendance->event[participant];
        if (*last == vertex + 1 && attendance->elements[item]) {
            messages_error(messages, &place, MESSAGE_DUPLICATE_ELEMENT,
                           "event \"%s\" names participant \"%s\" twice; keep its "
                           "<participation> only",
                           network_text(network, v->id),
                           network_text(network, network->vertices.items[participant].id));
            valid = false;
        }
        *last = vertex + 1;
    }
    return valid;
}

static enum status check_participants(const struct network *network, const char *path,
                                      struct messages *messages)
{
    struct attendance attendance = {
        calloc(network->participants.count + 1, sizeof *attendance.elements),
        calloc(network->vertices.count + 1, sizeof *attendance.event)};
    const bool room = attendance.elements != NULL && attendance.event != NULL;
    bool valid = true;
    if (room)
        mark_elements(network, &attendance);
    for (uint32_t i = 0; room && i < network->vertices.count; i++)
        if (network->vertices.items[i].kind == KIND_EVENT)
            valid &= check_event(network, &attendance, i, path, messages);
    free(attendance.elements);
    free(attendance.event);
    return !room ? STATUS_MEMORY : valid ? STATUS_OK : STATUS_INVALID;
}

static enum status worse(enum status one, enum status other)
{
    return one > other ? one : other;
}

enum status consistency_check(const struct network *network, uint32_t max, const char *path,
                              struct messages *messages)
{
    const struct chain parents = {
        network->vertices.count, parent_of, vertex_line, vertex_id, "actor", "parent"};
    const struct chain bases = {
        network->sources.count, basis_of, source_line, source_id, "source", "basis"};
    enum status of_parents = check_chain(network, &parents, max, path, messages);
    enum status of_bases = check_chain(network, &bases, max, path, messages);
    enum status of_participants = check_participants(network, path, messages);
    return worse(worse(of_parents, of_bases), of_participants);
}
