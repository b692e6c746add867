/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/table.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"

/* --- what the rows need */

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

enum status table_text(struct table *table, const char *text, uint32_t *number)
{
    *number = 0;
    return *text == '\0' ? STATUS_OK
                         : gathering_text(table->gathering, text, strlen(text), number);
}

/* Appends TEXT in small letters, each run of white space as one space. */
static void fold(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (!ascii_is_space(*text))
            buffer_char(out, ascii_lower(*text));
        else if (!ascii_is_space(text[1]))
            buffer_char(out, ' ');
}

/* In values of the actors that are known: it is by a name, and not by an id. */
#define KNOWN_BY_NAME 0x40000000u

static uint32_t known_value(uint32_t before, uint32_t actor, bool name)
{
    if (before == STRINGS_NO_VALUE)
        return name ? actor | KNOWN_BY_NAME : actor;
    if (!name || before == TABLE_SEVERAL || (before & KNOWN_BY_NAME) == 0)
        return before;
    return before == (actor | KNOWN_BY_NAME) ? before : TABLE_SEVERAL;
}

enum status table_know_actor(struct table *table, uint32_t key, uint32_t actor, bool name)
{
    struct strings *known = &table->memory.known;
    struct buffer text = BUFFER_EMPTY;
    uint32_t number;
    fold(&text, gathering_string(table->gathering, key));
    enum status status = buffer_status(&text);
    if (status == STATUS_OK)
        status = strings_intern(known, STRINGS_OFTEN, buffer_string(&text), text.length, &number);
    buffer_clear(&text);
    if (status == STATUS_OK && number != 0)
        strings_set_value(known, number, known_value(strings_value(known, number), actor, name));
    return status;
}

uint32_t table_known_actor(const struct table *table, uint32_t key)
{
    struct buffer text = BUFFER_EMPTY;
    fold(&text, gathering_string(table->gathering, key));
    const uint32_t number = strings_find(&table->memory.known, buffer_string(&text));
    buffer_clear(&text);
    const uint32_t value =
        number != 0 ? strings_value(&table->memory.known, number) : GATHERED_NONE;
    return value == GATHERED_NONE || value == TABLE_SEVERAL ? value : value & ~KNOWN_BY_NAME;
}

/* --- opening and closing */

static enum status open_memory(struct table_memory *memory)
{
    TRY(strings_init(&memory->ends));
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
