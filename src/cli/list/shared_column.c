/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"

static const struct network_relation *relation_of(const struct column_cell *cell)
{
    return &cell->network->relations.items[cell->row->relation];
}

static const struct network_vertex *vertex_of(const struct column_cell *cell)
{
    return &cell->network->vertices.items[cell->row->item];
}

const char *shared_type_text(const struct column_cell *cell)
{
    return vocabulary_types.words[relation_of(cell)->type];
}

const char *shared_form_text(const struct column_cell *cell)
{
    return network_text(cell->network, relation_of(cell)->form);
}

const char *shared_from_text(const struct column_cell *cell)
{
    return column_ids(cell, network_from(cell->network, cell->row->relation));
}

const char *shared_from_name_text(const struct column_cell *cell)
{
    return column_names(cell, network_from(cell->network, cell->row->relation));
}

const char *shared_to_text(const struct column_cell *cell)
{
    return column_ids(cell, network_to(cell->network, cell->row->relation));
}

const char *shared_to_name_text(const struct column_cell *cell)
{
    return column_names(cell, network_to(cell->network, cell->row->relation));
}

int64_t shared_type_rank(const struct column_cell *cell)
{
    return relation_of(cell)->type;
}

const char *shared_href_text(const struct column_cell *cell)
{
    return network_text(cell->network, vertex_of(cell)->href);
}

const char *shared_note_text(const struct column_cell *cell)
{
    return network_text(cell->network, vertex_of(cell)->note);
}

const char *shared_relations_text(const struct column_cell *cell)
{
    return column_number(cell, cell->context->degrees[cell->row->item]);
}

/* The best connected first. */
int64_t shared_relations_rank(const struct column_cell *cell)
{
    return -(int64_t)cell->context->degrees[cell->row->item];
}
