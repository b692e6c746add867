/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_names.h"

#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/table/cell_date.h"

struct cell_list cell_list_at(const uint32_t *lists, uint32_t index)
{
    return (struct cell_list){lists + index + 1, lists[index]};
}

void cell_report_unnumbered(struct table *table, const struct cell *cell, const char *nouns,
                            const char *name)
{
    table_report(table, cell,
                 "two %s are called \"%.100s\", and a row names one of them without an id; write "
                 "its id there",
                 nouns, name);
}

const char *cell_next_name(const char *text, size_t *length)
{
    text += strspn(text, "; \t\n");
    *length = strcspn(text, ";");
    while (*length > 0 && ascii_is_space(text[*length - 1]))
        (*length)--;
    return text;
}

static enum status find_source(struct table *table, const char *name, size_t length,
                               const struct cell *cell, uint32_t *index)
{
    uint32_t key;
    TRY(gathering_text(table->gathering, name, length, &key));
    TRY(gathering_source(table->gathering, key, index));
    struct gathered_source *source = gathering_source_at(table->gathering, *index);
    if (source->place.line == 0)
        source->place = table_place(table, cell);
    return STATUS_OK;
}

/* Adds what other columns say of the source. */
static enum status complete_source(struct table *table, uint32_t index)
{
    struct gathered_source *source = gathering_source_at(table->gathering, index);
    const struct cell *id = table_cell(table, ROLE_SOURCE_ID);
    const struct cell *grade = table_cell(table, ROLE_RELIABILITY);
    uint32_t date;
    if (id->length > 0 && source->id == 0)
        TRY(table_text(table, id->text, &source->id));
    if (grade->length == 1 && source->reliability != 0 &&
        ascii_lower(source->reliability) != ascii_lower(grade->text[0]))
        table_report(table, grade, "another row says that the reliability of this source is %c",
                     source->reliability);
    else if (grade->length > 0) {
        const char letter = (char)(ascii_lower(grade->text[0]) - 'a' + 'A');
        if (letter >= 'A' && letter <= 'F' && grade->length == 1)
            source->reliability = letter;
        else
            table_report(table, grade, "the reliability must be a letter from A to F, not \"%s\"",
                         grade->text);
    }
    TRY(cell_date(table, ROLE_PUBLISHED, &date));
    if (source->date == 0)
        source->date = date;
    losses_add(table->input->losses, "publication dates of sources that have another one",
               date != 0 && date != source->date);
    return STATUS_OK;
}

/* What other columns say of the source is said of none if there are several. */
static void count_ignored(struct table *table)
{
    losses_add(table->input->losses, "grades and dates of several sources in one cell",
               (size_t)(table_cell(table, ROLE_RELIABILITY)->length > 0) +
                   (table_cell(table, ROLE_PUBLISHED)->length > 0));
}

static enum status read_sources(struct table *table, const char *text, const struct cell *cell,
                                uint32_t *list)
{
    size_t length;
    *list = (uint32_t)table->memory.source_lists.count;
    ARRAY_RESERVE(&table->memory.source_lists, 1);
    table->memory.source_lists.items[table->memory.source_lists.count++] = 0;
    for (const char *name = cell_next_name(text, &length); length > 0;
         name = cell_next_name(name + length, &length)) {
        uint32_t source;
        TRY(find_source(table, name, length, cell, &source));
        struct gathered_source *found = gathering_source_at(table->gathering, source);
        if (found->namesake)
            cell_report_unnumbered(table, cell, "sources",
                                   gathering_string(table->gathering, found->name));
        found->unnumbered = true;
        ARRAY_RESERVE(&table->memory.source_lists, 1);
        table->memory.source_lists.items[table->memory.source_lists.count++] = source;
        table->memory.source_lists.items[*list]++;
    }
    if (table->memory.source_lists.items[*list] == 0)
        *list = TABLE_UNKNOWN;
    return STATUS_OK;
}

/* Adds a source with another ID than SOURCE, but the same NAME, and sets SOURCE to it. */
static enum status add_namesake(struct table *table, const char *id, const char *name,
                                const struct cell *cell, uint32_t *source)
{
    struct gathered_source *first = gathering_source_at(table->gathering, *source);
    struct buffer key = BUFFER_EMPTY;
    if (first->unnumbered)
        cell_report_unnumbered(table, cell, "sources", name);
    first->namesake = true;
    /* The byte before the id keeps it apart from names. */
    buffer_format(&key, "\1%s", id);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = find_source(table, buffer_string(&key), key.length, cell, source);
    buffer_clear(&key);
    TRY(status);
    return table_text(table, name, &gathering_source_at(table->gathering, *source)->name);
}

/* Makes a list of the one source with ID, whose name is all of TEXT. */
static enum status read_source(struct table *table, const char *id, const char *text,
                               const struct cell *cell, uint32_t *list)
{
    uint32_t source, number;
    TRY(table_text(table, id, &number));
    TRY(find_source(table, text, strlen(text), cell, &source));
    if (gathering_source_at(table->gathering, source)->id != 0)
        TRY(add_namesake(table, id, text, cell, &source));
    gathering_source_at(table->gathering, source)->id = number;
    *list = (uint32_t)table->memory.source_lists.count;
    ARRAY_RESERVE(&table->memory.source_lists, 2);
    table->memory.source_lists.items[table->memory.source_lists.count++] = 1;
    table->memory.source_lists.items[table->memory.source_lists.count++] = source;
    return STATUS_OK;
}

/* Recalls the list of the sources called TEXT, or of the one with ID. */
static enum status recall_sources(struct table *table, const char *id, const char *text,
                                  uint32_t *number, uint32_t *list)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_text(&key, *id != '\0' ? "\1" : "");
    buffer_text(&key, *id != '\0' ? id : text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = table_recall(&table->memory.sources, buffer_string(&key), number, list);
    buffer_clear(&key);
    return status;
}

/* Counts a name that is left out, as the source has another. */
static void count_name(struct table *table, uint32_t source, const char *name)
{
    const uint32_t known = gathering_source_at(table->gathering, source)->name;
    losses_add(table->input->losses, "other names of sources with one id",
               strcmp(gathering_string(table->gathering, known), name) != 0);
}

enum status cell_sources(struct table *table, uint32_t *list)
{
    const struct cell *cell = table_cell(table, ROLE_SOURCE);
    const char *id = table_cell(table, ROLE_SOURCE_ID)->text;
    const char *text = cell->length > 0 ? cell->text : *id != '\0' ? id : table->value_source;
    uint32_t number;
    *list = TABLE_UNKNOWN;
    if (text == NULL)
        return STATUS_OK;
    TRY(recall_sources(table, id, text, &number, list));
    if (*list == STRINGS_NO_VALUE) {
        TRY(*id != '\0' ? read_source(table, id, text, cell, list)
                        : read_sources(table, text, cell, list));
        strings_set_value(&table->memory.sources, number, *list);
    }
    if (*list == TABLE_UNKNOWN)
        return STATUS_OK;
    if (*id != '\0')
        count_name(table, table->memory.source_lists.items[*list + 1], text);
    if (table->memory.source_lists.items[*list] != 1) {
        count_ignored(table);
        return STATUS_OK;
    }
    return complete_source(table, table->memory.source_lists.items[*list + 1]);
}
