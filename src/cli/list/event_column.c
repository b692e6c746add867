/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"
#include "model/statement.h"

static const struct network_vertex *vertex_of(const struct column_cell *cell)
{
    return &cell->network->vertices.items[cell->row->item];
}

static const struct network_event *event_of(const struct column_cell *cell)
{
    return &cell->network->events.items[vertex_of(cell)->event];
}

static const char *id_text(const struct column_cell *cell)
{
    return column_vertex_id(cell, cell->row->item);
}

static const char *name_text(const struct column_cell *cell)
{
    return column_vertex_name(cell, cell->row->item);
}

static const char *when_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, event_of(cell)->when);
}

static int64_t when_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, event_of(cell)->when);
}

static const char *place_text(const struct column_cell *cell)
{
    return network_text(cell->network, event_of(cell)->place);
}

/* The text of a vertex. */
typedef const char *describe(const struct column_cell *cell, uint32_t vertex);

/* Those of whom somebody says that they took part, or who are named without a claim. */
static const char *list_participants(const struct column_cell *cell, describe *text)
{
    const struct network *network = cell->network;
    const struct network_event *event = event_of(cell);
    const uint32_t end = event->first_participant + event->participant_count;
    struct statement_walk walk = statement_walk_of(network, cell->row->item);
    for (uint32_t i = event->first_participant; i < end; i++)
        if (statement_walk_evidence(&walk, i) != EVIDENCE_DENIED)
            column_add_item(cell, text(cell, network->participants.items[i]));
    return column_joined(cell);
}

static const char *participants_text(const struct column_cell *cell)
{
    return list_participants(cell, column_vertex_id);
}

static const char *participant_names_text(const struct column_cell *cell)
{
    return list_participants(cell, column_vertex_name);
}

static const char *outcome_text(const struct column_cell *cell)
{
    return network_text(cell->network, event_of(cell)->outcome);
}

static const struct column columns[] = {
#define EVENT_COLUMN(word, value, visibility, text, rank)                                        \
    {word, COLUMN_##value, COLUMN_##visibility, text, rank},
#include "cli/list/column.def"
};

static const char *const words[] = {
#define EVENT_COLUMN(word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_event_columns = {"column of events", words,
                                                    sizeof columns / sizeof *columns};
const struct column_table event_columns = {columns, &vocabulary_event_columns};
