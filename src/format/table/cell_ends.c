/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_ends.h"

#include <string.h>

#include "base/memory/array.h"
#include "format/table/cell_names.h"

/* A part of a cell. */
struct word {
    const char *text;
    size_t length;
};

static void set_kind(struct table *table, struct gathered_actor *actor, const char *word,
                     bool given)
{
    enum vertex_kind kind;
    const char *subkind;
    if (*word == '\0' || !words_find_kind(word, &kind, &subkind))
        return;
    actor->kind = kind;
    actor->kind_given = given;
    uint32_t text;
    if (subkind != NULL && table_text(table, subkind, &text) == STATUS_OK)
        actor->subkind = text;
}

/* The kind of a new actor: as the map says, else a state if it has the name of one. */
static void guess_kind(struct table *table, struct gathered_actor *actor, const char *name)
{
    const char *mapped = map_find(&table->map, MAP_KINDS, name);
    if (mapped == NULL)
        mapped = map_find(&table->map, MAP_VALUES, "kind");
    if (mapped != NULL)
        set_kind(table, actor, mapped, true);
    else if (words_is_country(name))
        actor->kind = KIND_STATE;
}

static void report_several(struct table *table, const struct cell *cell, uint32_t key)
{
    table_report(
        table, cell,
        "the table of actors has several called \"%.100s\"; write the id of one, in columns "
        "from_id and to_id for instance",
        gathering_string(table->gathering, key));
}

enum status cell_actor(struct table *table, const char *name, size_t length,
                       const struct cell *cell, bool id, uint32_t *index)
{
    uint32_t key;
    const size_t before = gathering_actor_count(table->gathering);
    TRY(gathering_text(table->gathering, name, length, &key));
    *index = table_known_actor(table, key, id);
    if (*index == TABLE_SEVERAL)
        report_several(table, cell, key);
    else if (*index != GATHERED_NONE)
        return STATUS_OK;
    TRY(gathering_actor(table->gathering, key, index));
    if (gathering_actor_count(table->gathering) == before)
        return STATUS_OK;
    struct gathered_actor *actor = gathering_actor_at(table->gathering, *index);
    actor->place = table_place(table, cell);
    guess_kind(table, actor, gathering_string(table->gathering, key));
    return STATUS_OK;
}

/* --- actors with numbers, without a table of actors */

/* Adds an actor with another id than the one at INDEX, but the same name, and sets INDEX to it.
 */
static enum status add_namesake(struct table *table, struct word word, const struct cell *cell,
                                uint32_t id, uint32_t *index)
{
    struct gathered_actor *first = gathering_actor_at(table->gathering, *index);
    struct buffer key = BUFFER_EMPTY;
    uint32_t number, name;
    if (first->unnumbered)
        cell_report_unnumbered(table, cell, "actors",
                               gathering_string(table->gathering, first->name));
    first->namesake = true;
    TRY(gathering_text(table->gathering, word.text, word.length, &name));
    /* The byte before the id keeps it apart from names. */
    buffer_format(&key, "\1%s", gathering_string(table->gathering, id));
    enum status status =
        gathering_text(table->gathering, buffer_string(&key), key.length, &number);
    if (status == STATUS_OK)
        status = key.failed ? STATUS_MEMORY : gathering_actor(table->gathering, number, index);
    buffer_clear(&key);
    TRY(status);
    struct gathered_actor *actor = gathering_actor_at(table->gathering, *index);
    actor->name = name;
    actor->place = table_place(table, cell);
    guess_kind(table, actor, gathering_string(table->gathering, name));
    return STATUS_OK;
}

/* The actor with an id that no row above has: the one with its NAME, unless that has another. */
static enum status number_actor(struct table *table, struct word name, struct word id,
                                const struct cell *cell, uint32_t *index)
{
    uint32_t text;
    TRY(gathering_text(table->gathering, id.text, id.length, &text));
    TRY(cell_actor(table, name.text, name.length, cell, false, index));
    if (gathering_actor_at(table->gathering, *index)->id != 0)
        TRY(add_namesake(table, name, cell, text, index));
    gathering_actor_at(table->gathering, *index)->id = text;
    return STATUS_OK;
}

/* Counts a name that is left out, as the actor has another. */
static void count_name(struct table *table, uint32_t actor, struct word name)
{
    const char *known =
        gathering_string(table->gathering, gathering_actor_at(table->gathering, actor)->name);
    losses_add(table->input->losses, "other names of actors with one id",
               strlen(known) != name.length || strncmp(known, name.text, name.length) != 0);
}

static enum status find_numbered(struct table *table, struct word name, struct word id,
                                 const struct cell *cell, uint32_t *index)
{
    struct strings *numbered = &table->memory.numbered;
    uint32_t number;
    TRY(strings_intern(numbered, STRINGS_OFTEN, id.text, id.length, &number));
    *index = strings_value(numbered, number);
    if (*index == STRINGS_NO_VALUE) {
        TRY(number_actor(table, name, id, cell, index));
        strings_set_value(numbered, number, *index);
    }
    count_name(table, *index, name);
    return STATUS_OK;
}

/* The actor with this NAME, and an ID unless it has no bytes. */
static enum status find_end(struct table *table, struct word name, struct word id,
                            const struct cell *cell, uint32_t *index)
{
    if (id.length > 0)
        return find_numbered(table, name, id, cell, index);
    TRY(cell_actor(table, name.text, name.length, cell, false, index));
    struct gathered_actor *actor = gathering_actor_at(table->gathering, *index);
    if (actor->namesake)
        cell_report_unnumbered(table, cell, "actors",
                               gathering_string(table->gathering, actor->name));
    actor->unnumbered = true;
    return STATUS_OK;
}

/* --- ends */

/* Reports an id of one actor beside the name of another one, in a table of actors. */
static void check_name(struct table *table, uint32_t actor, const struct cell *name,
                       const struct cell *id)
{
    uint32_t key;
    if (name->length == 0 || table_text(table, name->text, &key) != STATUS_OK)
        return;
    const uint32_t named = table_known_actor(table, key, false);
    if (named != GATHERED_NONE && named != TABLE_SEVERAL && named != actor)
        table_report(table, id,
                     "in the table of actors, \"%.100s\" is the id of another actor than "
                     "\"%.100s\"",
                     id->text, name->text);
}

static size_t count_names(const char *text)
{
    size_t count = 0, length;
    for (const char *name = cell_next_name(text, &length); length > 0;
         name = cell_next_name(name + length, &length))
        count++;
    return count;
}

/* Reads the list of names in CELL, or with a table of actors, of their IDS if that has any. */
static enum status read_ends(struct table *table, const struct cell *cell, const struct cell *ids,
                             uint32_t *list)
{
    const bool known = table->has_actors && ids->length > 0;
    const bool numbered = !table->has_actors && count_names(ids->text) == count_names(cell->text);
    const struct cell *names = known ? ids : cell;
    struct word name = {names->text, 0}, id = {numbered ? ids->text : "", 0};
    *list = (uint32_t)table->memory.end_lists.count;
    ARRAY_RESERVE(&table->memory.end_lists, 1);
    table->memory.end_lists.items[table->memory.end_lists.count++] = 0;
    for (;;) {
        uint32_t actor;
        name.text = cell_next_name(name.text + name.length, &name.length);
        id.text = cell_next_name(id.text + id.length, &id.length);
        if (name.length == 0)
            break;
        TRY(table->has_actors ? cell_actor(table, name.text, name.length, names, known, &actor)
                              : find_end(table, name, id, names, &actor));
        ARRAY_RESERVE(&table->memory.end_lists, 1);
        table->memory.end_lists.items[table->memory.end_lists.count++] = actor;
        table->memory.end_lists.items[*list]++;
    }
    if (table->memory.end_lists.items[*list] == 0)
        *list = TABLE_UNKNOWN;
    else if (known && table->memory.end_lists.items[*list] == 1)
        check_name(table, table->memory.end_lists.items[*list + 1], cell, ids);
    return STATUS_OK;
}

/* Recalls the list of the names in CELL with these IDS. */
static enum status recall_ends(struct table *table, const struct cell *cell,
                               const struct cell *ids, uint32_t *number, uint32_t *list)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_format(&key, "%s\1%s", cell->text, ids->text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = table_recall(&table->memory.ends, buffer_string(&key), number, list);
    buffer_clear(&key);
    return status;
}

enum status cell_ends(struct table *table, enum role role, enum role id, enum role kind,
                      uint32_t *list)
{
    const struct cell *cell = table_cell(table, role), *ids = table_cell(table, id);
    uint32_t number;
    *list = TABLE_UNKNOWN;
    if (cell->length == 0 && (!table->has_actors || ids->length == 0))
        return STATUS_OK;
    TRY(recall_ends(table, cell, ids, &number, list));
    if (*list == STRINGS_NO_VALUE) {
        const bool bad = table->bad_row;
        table->bad_row = false;
        TRY(read_ends(table, cell, ids, list));
        /* What is wrong is reported in each row. */
        if (!table->bad_row)
            strings_set_value(&table->memory.ends, number, *list);
        table->bad_row = table->bad_row || bad;
    }
    if (*list == TABLE_UNKNOWN || table->memory.end_lists.items[*list] != 1)
        return STATUS_OK;
    struct gathered_actor *actor =
        gathering_actor_at(table->gathering, table->memory.end_lists.items[*list + 1]);
    if (!actor->kind_given)
        set_kind(table, actor, table_cell(table, kind)->text, true);
    return STATUS_OK;
}
