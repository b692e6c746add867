/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/attendance.h"

#include "cli/explain/english.h"
#include "model/evidence.h"
#include "model/statement.h"

/* By the evidence for a participation. What nobody makes a claim about, the dataset itself says.
 */
struct lists {
    struct buffer attended, said, disputed, denied;
};

static struct buffer *list_of(struct lists *lists, enum evidence evidence)
{
    switch (evidence) {
    case EVIDENCE_SUSPECTED: return &lists->said;
    case EVIDENCE_DISPUTED: return &lists->disputed;
    case EVIDENCE_DENIED: return &lists->denied;
    case EVIDENCE_ASSERTED:
    case EVIDENCE_UNSOURCED:
    case EVIDENCES: break;
    }
    return &lists->attended;
}

/* The list for the next item with this EVIDENCE, after what separates it from the one before. */
static struct buffer *next_place(struct lists *lists, enum evidence evidence)
{
    struct buffer *list = list_of(lists, evidence);
    buffer_text(list, list->length > 0 ? ", " : "");
    return list;
}

/* Adds one of the lists of doubts, and clears it. */
static void add_doubt(struct buffer *out, const char *heading, struct buffer *list)
{
    if (list->length > 0)
        buffer_format(out, "%s%s: %s", out->length > 0 ? "; " : "", heading, buffer_string(list));
    out->failed |= list->failed;
    buffer_clear(list);
}

/* Writes the lists, and clears them. */
static void write_lists(const struct prose *prose, struct lists *lists, const char *label,
                        const char *said)
{
    struct buffer doubts = BUFFER_EMPTY;
    add_doubt(&doubts, said, &lists->said);
    add_doubt(&doubts, "disputed", &lists->disputed);
    add_doubt(&doubts, "denied", &lists->denied);
    prose_take_field(prose, label, &lists->attended);
    prose_take_field(prose, "in doubt", &doubts);
}

void attendance_write_participants(const struct prose *prose, const struct network *network,
                                   uint32_t event)
{
    struct lists lists = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};
    struct statement_walk walk = statement_walk_of(network, event);
    const struct network_event *e = &network->events.items[network->vertices.items[event].event];
    for (uint32_t i = e->first_participant; i < e->first_participant + e->participant_count; i++)
        english_vertex(next_place(&lists, statement_walk_evidence(&walk, i)), network,
                       network->participants.items[i]);
    write_lists(prose, &lists, "took part", "said to have taken part");
}

/* The index of the participant of EVENT, an index into events, that is ACTOR; or NETWORK_NONE. */
static uint32_t find_participant(const struct network *network, uint32_t event, uint32_t actor)
{
    const struct network_event *e = &network->events.items[event];
    for (uint32_t i = e->first_participant; i < e->first_participant + e->participant_count; i++)
        if (network->participants.items[i] == actor)
            return i;
    return NETWORK_NONE;
}

void attendance_write_events(const struct prose *prose, const struct network *network,
                             uint32_t actor)
{
    struct lists lists = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        const uint32_t item = vertex->event != NETWORK_NONE
                                  ? find_participant(network, vertex->event, actor)
                                  : NETWORK_NONE;
        struct statement_walk walk = statement_walk_of(network, i);
        if (item != NETWORK_NONE)
            buffer_text(next_place(&lists, statement_walk_evidence(&walk, item)),
                        network_text(network, vertex->id));
    }
    write_lists(prose, &lists, "took part in", "said to have taken part in");
}
