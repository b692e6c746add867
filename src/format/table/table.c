/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/table.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/likeness.h"

/* --- what the rows need */

enum status table_recall(struct strings *memory, const char *text, uint32_t *number,
                         uint32_t *value)
{
    TRY(strings_intern(memory, STRINGS_OFTEN, text, strlen(text), number));
    *value = strings_value(memory, *number);
    return STATUS_OK;
}

const struct cell *table_cell(const struct table *table, enum role role)
{
    static char nothing[] = "";
    static const struct cell none = {.text = nothing};
    const int index = table->columns.of[role];
    return index >= 0 && (size_t)index < table->cells.row.count ? &table->cells.row.items[index]
                                                                : &none;
}

void table_report(struct table *table, const struct cell *cell, const char *format, ...)
{
    const bool here = cell->line > 0;
    const struct cell *place = here ? cell : &table->cells.row.items[0];
    const struct message_place at = {table->input->name, place->line, place->column};
    struct buffer text = BUFFER_EMPTY;
    va_list list;
    table->bad_row = true;
    if (!table->keep_going && messages_are_full(table->input->messages)) {
        messages_error(table->input->messages, &at, MESSAGE_BAD_ROW, "not shown");
        return;
    }
    va_start(list, format);
    buffer_format_list(&text, format, list);
    va_end(list);
    if (table->keep_going)
        messages_warning(table->input->messages, &at, MESSAGE_BAD_ROW, "%s; the row is left out",
                         buffer_string(&text));
    else
        messages_error(table->input->messages, &at, MESSAGE_BAD_ROW, "%s", buffer_string(&text));
    buffer_clear(&text);
}

struct gathered_place table_place(const struct table *table, const struct cell *cell)
{
    const unsigned file = table->claims ? TABLE_OF_CLAIMS : 0;
    return (struct gathered_place){draft_line(file, cell->line), cell->column};
}

enum status table_text(struct table *table, const char *text, uint32_t *number)
{
    *number = 0;
    return *text == '\0' ? STATUS_OK
                         : gathering_text(table->gathering, text, strlen(text), number);
}

/* Sets KEY to that of actors which are CALLED so: in capitals before the text itself, else before
   the text in small letters. */
static void make_known_key(struct buffer *key, enum table_called called, bool exact,
                           const char *text)
{
    buffer_char(key, "INAina"[called + (exact ? 0 : 3)]);
    if (exact)
        buffer_text(key, text);
    else
        likeness_add(key, text, LIKENESS_CASELESS);
}

static enum status know_so(struct table *table, enum table_called called, bool exact,
                           uint32_t text, uint32_t actor)
{
    struct strings *known = &table->memory.known;
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    make_known_key(&key, called, exact, gathering_string(table->gathering, text));
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(known, STRINGS_OFTEN, buffer_string(&key), key.length, &number);
    buffer_clear(&key);
    TRY(status);
    const uint32_t before = strings_value(known, number);
    strings_set_value(known, number,
                      before == STRINGS_NO_VALUE || before == actor ? actor : TABLE_SEVERAL);
    return STATUS_OK;
}

/* A name is looked up among the aliases, too. */
enum status table_know_actor(struct table *table, uint32_t key, uint32_t actor,
                             enum table_called called)
{
    TRY(know_so(table, called, true, key, actor));
    TRY(know_so(table, called, false, key, actor));
    return called == CALLED_NAME ? table_know_actor(table, key, actor, CALLED_ALIAS) : STATUS_OK;
}

static uint32_t find_known(const struct table *table, enum table_called called, bool exact,
                           uint32_t text)
{
    struct buffer key = BUFFER_EMPTY;
    make_known_key(&key, called, exact, gathering_string(table->gathering, text));
    const uint32_t number = strings_find(&table->memory.known, buffer_string(&key));
    buffer_clear(&key);
    return number != 0 ? strings_value(&table->memory.known, number) : GATHERED_NONE;
}

static uint32_t choose_known(const struct table *table, bool exact, uint32_t text, bool id_first)
{
    const uint32_t id = find_known(table, CALLED_ID, exact, text);
    const uint32_t name = find_known(table, CALLED_NAME, exact, text);
    if (id == GATHERED_NONE)
        return find_known(table, CALLED_ALIAS, exact, text);
    return id_first || name == GATHERED_NONE || name == id ? id : TABLE_SEVERAL;
}

uint32_t table_known_actor(const struct table *table, uint32_t key, bool id_first)
{
    const uint32_t exact = choose_known(table, true, key, id_first);
    return exact != GATHERED_NONE ? exact : choose_known(table, false, key, id_first);
}

/* --- opening and closing */

static enum status open_memory(struct table_memory *memory)
{
    TRY(strings_init(&memory->ends));
    TRY(strings_init(&memory->numbered));
    TRY(strings_init(&memory->sources));
    TRY(strings_init(&memory->dates));
    TRY(strings_init(&memory->relations));
    TRY(strings_init(&memory->known));
    TRY(strings_init(&memory->ties));
    return strings_init(&memory->stances);
}

enum status table_open(struct table *table, const struct exchange_input *input)
{
    *table =
        (struct table){.input = input, .keep_going = exchange_has(input->settings, "keep-going")};
    columns_clear(&table->columns);
    TRY(open_memory(&table->memory));
    return gathering_new(&table->gathering);
}

enum status table_reopen(struct table *table, const struct exchange_input *input)
{
    struct table_memory *memory = &table->memory;
    cells_clear(&table->cells);
    columns_clear(&table->columns);
    strings_clear(&memory->dates);
    strings_clear(&memory->relations);
    memory->words.count = 0;
    table->years.count = 0;
    table->matrix = false;
    table->input = input;
    table->cells = (struct cells){.delimiter = '\0', .decoding = {.descriptor = -1}};
    TRY(strings_init(&memory->dates));
    return strings_init(&memory->relations);
}

void table_close(struct table *table)
{
    strings_clear(&table->memory.ends);
    strings_clear(&table->memory.numbered);
    strings_clear(&table->memory.sources);
    strings_clear(&table->memory.dates);
    strings_clear(&table->memory.relations);
    strings_clear(&table->memory.known);
    strings_clear(&table->memory.ties);
    strings_clear(&table->memory.stances);
    free(table->memory.end_lists.items);
    free(table->memory.source_lists.items);
    free(table->memory.words.items);
    free(table->years.items);
    cells_clear(&table->cells);
    columns_clear(&table->columns);
    map_clear(&table->map);
    gathering_free(table->gathering);
}
