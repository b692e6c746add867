/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"

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

static struct network_ends participants_of(const struct column_cell *cell)
{
    return network_participants(cell->network, vertex_of(cell)->event);
}

static const char *participants_text(const struct column_cell *cell)
{
    return column_ids(cell, participants_of(cell));
}

static const char *participant_names_text(const struct column_cell *cell)
{
    return column_names(cell, participants_of(cell));
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
