/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"

static const struct network_vertex *actor_of(const struct column_cell *cell)
{
    return &cell->network->vertices.items[cell->row->item];
}

static const char *id_text(const struct column_cell *cell)
{
    return column_vertex_id(cell, cell->row->item);
}

static const char *name_text(const struct column_cell *cell)
{
    return column_vertex_name(cell, cell->row->item);
}

/* The kind within its kind, if it has one. */
static const char *kind_text(const struct column_cell *cell)
{
    const struct network_vertex *actor = actor_of(cell);
    return actor->subkind != 0 ? network_text(cell->network, actor->subkind)
                               : vocabulary_kinds.words[actor->kind];
}

static const char *parent_text(const struct column_cell *cell)
{
    return column_vertex_id(cell, actor_of(cell)->parent);
}

static const char *parent_name_text(const struct column_cell *cell)
{
    return column_vertex_name(cell, actor_of(cell)->parent);
}

static const char *aliases_text(const struct column_cell *cell)
{
    const struct network_vertex *actor = actor_of(cell);
    for (uint32_t i = 0; i < actor->name_count; i++) {
        const struct network_name *name = &cell->network->names.items[actor->first_name + i];
        if (name->alias && !name->denied)
            column_add_item(cell, network_text(cell->network, name->text));
    }
    return column_joined(cell);
}

static const char *role_text(const struct column_cell *cell)
{
    return network_text(cell->network, actor_of(cell)->role);
}

static const struct column columns[] = {
#define ACTOR_COLUMN(word, value, visibility, text, rank)                                        \
    {word, COLUMN_##value, COLUMN_##visibility, text, rank},
#include "cli/list/column.def"
};

static const char *const words[] = {
#define ACTOR_COLUMN(word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_actor_columns = {"column of actors", words,
                                                    sizeof columns / sizeof *columns};
const struct column_table actor_columns = {columns, &vocabulary_actor_columns};
