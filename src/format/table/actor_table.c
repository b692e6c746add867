/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/actor_table.h"
#include "format/table/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/table/cell_values.h"

/* Another actor that a row names as the parent, which may be in a later row; or another name of
   its own. */
struct mention {
    uint32_t actor, name; /* NAME is a text */
    struct gathered_place place;
};

/* A table of actors that is being read; FILE has its cells. */
struct actor_table {
    struct table *table;
    struct table file;
    size_t unknown_kinds, new_parents;
    struct buffer unknown; /* the first few words that are no kinds */
    NETWORK_ARRAY(struct mention) parents;
    NETWORK_ARRAY(struct mention) names;
    NETWORK_ARRAY(struct mention) aliases;
};

/* --- columns */

/* The language in a heading such as "name:fa" or "name_fa"; NULL: none. */
static const char *find_language(const char *heading)
{
    if (strlen(heading) < 7 || (heading[4] != ':' && heading[4] != '_'))
        return NULL;
    for (int i = 0; i < 4; i++)
        if (ascii_lower(heading[i]) != "name"[i])
            return NULL;
    return heading + 5;
}

static void assign_roles(struct columns *columns)
{
    for (int role = ROLE_NONE + 1; role < ROLES; role++) {
        size_t best = SIZE_MAX, found = 0;
        for (size_t i = 0; i < columns->list.count; i++) {
            const struct column *column = &columns->list.items[i];
            const size_t rank = column->role == ROLE_NONE
                                    ? role_rank_actor((enum role)role, column->heading)
                                    : SIZE_MAX;
            /* Several columns can have identifiers. */
            if (role == ROLE_IDENTIFIER && rank != SIZE_MAX)
                columns->list.items[i].role = ROLE_IDENTIFIER;
            else if (rank < best) {
                best = rank;
                found = i;
            }
        }
        if (best == SIZE_MAX)
            continue;
        columns->list.items[found].role = (enum role)role;
        columns->of[role] = (int)found;
    }
}

/* --- details */

static const char *scheme_of(const char *heading)
{
    char key[WORDS_KEY];
    if (strncmp(heading, "id:", 3) == 0)
        return heading + 3;
    words_squeeze(key, heading);
    return strcmp(key, "qid") == 0 || strcmp(key, "wikidataid") == 0 ? "wikidata" : heading;
}

static enum status add_detail(struct table *table, uint32_t actor, enum gathered_detail what,
                              const char *name, const char *value, size_t length)
{
    uint32_t name_text, value_text;
    TRY(table_text(table, name, &name_text));
    TRY(gathering_text(table->gathering, value, length, &value_text));
    return gathering_actor_detail(table->gathering, actor, what, name_text, value_text);
}

/* Other names, separated by semicolons or bars. */
static enum status add_aliases(struct actor_table *actors, uint32_t actor, const char *text)
{
    struct table *table = actors->table;
    while (*text != '\0') {
        const size_t length = strcspn(text, ";|");
        uint32_t alias;
        TRY(gathering_text(table->gathering, text, length, &alias));
        if (alias != 0) {
            TRY(add_detail(table, actor, DETAIL_ALIAS, "", text, length));
            ARRAY_RESERVE(&actors->aliases, 1);
            actors->aliases.items[actors->aliases.count++] =
                (struct mention){actor, alias, {0, 0}};
        }
        text += length;
        text += *text != '\0';
    }
    return STATUS_OK;
}

static enum status add_cell(struct actor_table *actors, uint32_t actor,
                            const struct column *column, const struct cell *cell)
{
    struct table *table = actors->table;
    const char *language = find_language(column->heading);
    if (column->role == ROLE_ALIAS)
        return add_aliases(actors, actor, cell->text);
    if (column->role == ROLE_IDENTIFIER || strncmp(column->heading, "id:", 3) == 0)
        return add_detail(table, actor, DETAIL_IDENTIFIER, scheme_of(column->heading), cell->text,
                          cell->length);
    if (column->role != ROLE_NONE || *column->heading == '\0')
        return STATUS_OK;
    if (language != NULL)
        return add_detail(table, actor, DETAIL_NAME, language, cell->text, cell->length);
    const char *name =
        column->heading + (strncmp(column->heading, "attribute:", 10) == 0 ? 10 : 0);
    return add_detail(table, actor, DETAIL_ATTRIBUTE, name, cell->text, cell->length);
}

static enum status set_kind(struct actor_table *actors, uint32_t index)
{
    const struct cell *cell = table_cell(&actors->file, ROLE_KIND);
    struct gathered_actor *actor = gathering_actor_at(actors->table->gathering, index);
    const char *subkind;
    if (cell->length == 0)
        return STATUS_OK;
    if (words_find_kind(cell->text, &actor->kind, &subkind)) {
        actor->kind_given = true;
        return subkind != NULL ? table_text(actors->table, subkind, &actor->subkind) : STATUS_OK;
    }
    if (actors->unknown_kinds++ < 3)
        buffer_format(&actors->unknown, "%s\"%.100s\"", actors->unknown_kinds > 1 ? ", " : "",
                      cell->text);
    return add_detail(actors->table, index, DETAIL_ATTRIBUTE,
                      columns_find(&actors->file.columns, ROLE_KIND)->heading, cell->text,
                      cell->length);
}

/* --- rows */

static enum status set_texts(struct actor_table *actors, uint32_t index)
{
    const struct table *file = &actors->file;
    struct table *table = actors->table;
    struct gathered_actor *actor = gathering_actor_at(table->gathering, index);
    const struct cell *subkind = table_cell(file, ROLE_SUBKIND);
    TRY(table_text(table, table_cell(file, ROLE_ID)->text, &actor->id));
    TRY(table_text(table, table_cell(file, ROLE_SHORT)->text, &actor->short_form));
    TRY(table_text(table, table_cell(file, ROLE_ROLE)->text, &actor->role));
    TRY(table_text(table, table_cell(file, ROLE_NOTE)->text, &actor->note));
    TRY(table_text(table, table_cell(file, ROLE_LINK)->text, &actor->href));
    return subkind->length > 0 ? table_text(table, subkind->text, &actor->subkind) : STATUS_OK;
}

static enum status add_parent(struct actor_table *actors, uint32_t actor)
{
    const struct cell *cell = table_cell(&actors->file, ROLE_PARENT);
    struct mention parent = {.actor = actor, .place = {cell->line, cell->column}};
    if (cell->length == 0)
        return STATUS_OK;
    TRY(table_text(actors->table, cell->text, &parent.name));
    ARRAY_RESERVE(&actors->parents, 1);
    actors->parents.items[actors->parents.count++] = parent;
    return STATUS_OK;
}

/* The actor of the current row. One with an id is called by it and by its name. */
static enum status find_actor(struct actor_table *actors, uint32_t *index)
{
    struct table *table = actors->table;
    const struct cell *id = table_cell(&actors->file, ROLE_ID);
    const struct cell *name = table_cell(&actors->file, ROLE_NAME);
    uint32_t key, text;
    TRY(table_text(table, id->length > 0 ? id->text : name->text, &key));
    TRY(table_text(table, name->text, &text));
    const size_t before = gathering_actor_count(table->gathering);
    TRY(gathering_actor(table->gathering, key, index));
    if (gathering_actor_count(table->gathering) == before) {
        table_report(&actors->file, id->length > 0 ? id : name,
                     "\"%.100s\" has a row already; give each actor an id of its own",
                     gathering_string(table->gathering, key));
        return STATUS_OK;
    }
    struct gathered_actor *actor = gathering_actor_at(table->gathering, *index);
    const struct cell *first = name->length > 0 ? name : id;
    actor->place =
        (struct gathered_place){draft_line(TABLE_OF_ACTORS, first->line), first->column};
    actor->listed = true;
    actor->name = text != 0 ? text : key;
    if (words_is_country(first->text))
        actor->kind = KIND_STATE;
    TRY(table_know_actor(table, key, *index, id->length == 0 ? CALLED_NAME : CALLED_ID));
    ARRAY_RESERVE(&actors->names, 1);
    actors->names.items[actors->names.count++] = (struct mention){*index, actor->name, {0, 0}};
    return STATUS_OK;
}

static enum status read_row(struct actor_table *actors)
{
    const struct table *file = &actors->file;
    uint32_t actor, marking;
    if (table_cell(file, ROLE_ID)->length == 0 && table_cell(file, ROLE_NAME)->length == 0) {
        table_report(&actors->file, &file->cells.row.items[0], "the actor has no name");
        return STATUS_OK;
    }
    rows_check_length(&actors->file);
    TRY(cell_marking(actors->table, &actors->file, &marking));
    if (!file->bad_row)
        TRY(find_actor(actors, &actor));
    if (file->bad_row)
        return STATUS_OK;
    TRY(set_texts(actors, actor));
    gathering_actor_at(actors->table->gathering, actor)->marking = marking;
    TRY(set_kind(actors, actor));
    TRY(add_parent(actors, actor));
    for (size_t i = 0; i < file->cells.row.count && i < file->columns.list.count; i++)
        if (file->cells.row.items[i].length > 0)
            TRY(add_cell(actors, actor, &file->columns.list.items[i], &file->cells.row.items[i]));
    return table_text(actors->table, "", &actor);
}

static enum status know_names(struct actor_table *actors)
{
    for (size_t i = 0; i < actors->names.count; i++)
        TRY(table_know_actor(actors->table, actors->names.items[i].name,
                             actors->names.items[i].actor, CALLED_NAME));
    for (size_t i = 0; i < actors->aliases.count; i++)
        TRY(table_know_actor(actors->table, actors->aliases.items[i].name,
                             actors->aliases.items[i].actor, CALLED_ALIAS));
    return STATUS_OK;
}

static enum status set_parents(struct actor_table *actors)
{
    struct table *table = actors->table;
    for (size_t i = 0; i < actors->parents.count; i++) {
        const struct mention *parent = &actors->parents.items[i];
        uint32_t index = table_known_actor(table, parent->name, true);
        if (index == TABLE_SEVERAL) {
            const struct message_place place = {actors->file.input->name, parent->place.line,
                                                parent->place.column};
            messages_error(actors->file.input->messages, &place, MESSAGE_BAD_ROW,
                           "the parent \"%.100s\" can be several actors; write its id",
                           gathering_string(table->gathering, parent->name));
            return STATUS_INVALID;
        }
        if (index == GATHERED_NONE) {
            const size_t before = gathering_actor_count(table->gathering);
            TRY(gathering_actor(table->gathering, parent->name, &index));
            actors->new_parents += gathering_actor_count(table->gathering) > before;
        }
        gathering_actor_at(table->gathering, parent->actor)->parent = index;
    }
    return STATUS_OK;
}

static enum status read_rows(struct actor_table *actors)
{
    struct table *file = &actors->file;
    bool more;
    TRY(cells_open(&file->cells, file->input));
    TRY(cells_next(&file->cells, &more));
    if (more)
        TRY(columns_init(&file->columns, file->cells.row.items, file->cells.row.count));
    assign_roles(&file->columns);
    if (file->columns.of[ROLE_ID] < 0 && file->columns.of[ROLE_NAME] < 0) {
        const struct message_place place = {file->input->name, 1, 1};
        messages_error(file->input->messages, &place, MESSAGE_FOREIGN_FILE,
                       "no column of the table of actors has the heading \"name\" or \"id\"");
        return STATUS_INVALID;
    }
    for (;;) {
        TRY(cells_next(&file->cells, &more));
        if (!more)
            break;
        file->bad_row = false;
        TRY(read_row(actors));
        actors->table->bad_rows += file->bad_row;
    }
    TRY(know_names(actors));
    return set_parents(actors);
}

enum status actor_table_read(struct table *table)
{
    const char *path = settings_find(table->input->settings, "actors");
    struct actor_table actors = {.table = table};
    struct exchange_input input = *table->input;
    if (path == NULL)
        return STATUS_OK;
    table->has_actors = true;
    input.path = input.name = path;
    columns_clear(&actors.file.columns);
    actors.file.input = &input;
    actors.file.keep_going = table->keep_going;
    const enum status status = read_rows(&actors);
    if (actors.unknown_kinds > 0)
        messages_note(table->input->messages, MESSAGE_GUESSED, "%s: %zu %s (%s%s)", path,
                      actors.unknown_kinds,
                      actors.unknown_kinds == 1
                          ? "word is no kind of actor; it became an attribute"
                          : "words are no kinds of actors; they became attributes",
                      buffer_string(&actors.unknown), actors.unknown_kinds > 3 ? ", \u2026" : "");
    if (actors.new_parents > 0)
        messages_note(table->input->messages, MESSAGE_GUESSED,
                      "%s: %zu parents have no row; they became actors", path,
                      actors.new_parents);
    buffer_clear(&actors.unknown);
    cells_clear(&actors.file.cells);
    columns_clear(&actors.file.columns);
    free(actors.parents.items);
    free(actors.names.items);
    free(actors.aliases.items);
    return status;
}
