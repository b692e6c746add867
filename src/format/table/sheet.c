/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "format/exchange/gathered.h"
#include "format/exchange/unsaid.h"
#include "format/table/role.h"
#include "model/level.h"
#include "model/names.h"
#include "model/statement.h"

enum { COLUMNS_MAX = 100 };

/* Columns that only some actors have. */
struct extra_column {
    enum { EXTRA_LANGUAGE, EXTRA_IDENTIFIER, EXTRA_ATTRIBUTE } what;
    uint32_t name; /* a text */
};
struct extra_columns {
    struct extra_column items[COLUMNS_MAX];
    size_t count;
};

static const char *text_of(const struct sheet *sheet, uint32_t text)
{
    return network_text(sheet->network, text);
}

/* --- markings */

/* Whether a table can say MARKING: tables know only the usual levels. */
static bool is_sayable(const struct network *network, const struct network_marking *marking)
{
    const enum trivia_kind kind = marking->element.kind;
    return network->levels.count == 0 &&
           (kind == TRIVIA_VERTEX || kind == TRIVIA_RELATION || kind == TRIVIA_CLAIM);
}

enum status sheet_find_markings(struct sheet *sheet, enum trivia_kind kind, size_t count)
{
    const struct network *network = sheet->network;
    for (size_t i = 0; i < network->markings.count; i++) {
        const struct network_marking *marking = &network->markings.items[i];
        if (marking->element.kind != kind || !is_sayable(network, marking))
            continue;
        if (sheet->levels == NULL)
            sheet->levels = calloc(count, sizeof *sheet->levels);
        if (sheet->levels == NULL)
            return STATUS_MEMORY;
        sheet->levels[marking->element.index] = (unsigned char)(marking->level + 1);
    }
    return STATUS_OK;
}

static void count_markings(const struct network *network, struct losses *losses)
{
    size_t count = network->level_given;
    for (size_t i = 0; i < network->markings.count; i++)
        count += !is_sayable(network, &network->markings.items[i]);
    losses_add(losses, unsaid_plural(UNSAID_MARKINGS), count);
}

/* --- rows of all tables */

void sheet_end_row(struct sheet *sheet, size_t index)
{
    const unsigned level = sheet->levels != NULL ? sheet->levels[index] : 0;
    if (sheet->levels != NULL)
        csv_field(&sheet->csv, level > 0 ? level_word(sheet->network, level - 1) : "");
    csv_end_row(&sheet->csv);
}

void sheet_headings(struct sheet *sheet, const char *const *headings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_field(&sheet->csv, headings[i]);
    sheet->mark = sheet->csv.out->length;
    if (sheet->levels != NULL)
        csv_field(&sheet->csv, "marking");
    csv_end_row(&sheet->csv);
}

/* --- columns */

static bool has_column(const struct extra_columns *columns, struct extra_column column)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].what == column.what && columns->items[i].name == column.name)
            return true;
    return false;
}

static void add_column(struct extra_columns *columns, struct extra_column column)
{
    if (!has_column(columns, column) && columns->count < COLUMNS_MAX)
        columns->items[columns->count++] = column;
}

/* The first name that is not only denied, which is in the column "name"; NULL: there is none. */
static const struct network_name *first_name(const struct network *network,
                                             const struct network_vertex *vertex)
{
    const struct network_name *names = network->names.items + vertex->first_name;
    for (uint32_t i = 0; i < vertex->name_count; i++)
        if (!names[i].alias && !names[i].denied)
            return &names[i];
    return NULL;
}

/* Others are in a column of their language. */
static bool is_extra_name(const struct network_name *name, const struct network_name *first)
{
    return name != first && !name->alias && !name->denied && name->language != 0;
}

static void find_columns(const struct network *network, struct extra_columns *columns)
{
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        const struct network_name *first = first_name(network, vertex);
        for (uint32_t j = 0; j < vertex->name_count; j++) {
            const struct network_name *name = &network->names.items[vertex->first_name + j];
            if (is_extra_name(name, first))
                add_column(columns, (struct extra_column){EXTRA_LANGUAGE, name->language});
        }
    }
    for (size_t i = 0; i < network->properties.count; i++) {
        const struct network_property *property = &network->properties.items[i];
        if (!property->of_relation)
            add_column(columns, (struct extra_column){property->identifier ? EXTRA_IDENTIFIER
                                                                           : EXTRA_ATTRIBUTE,
                                                      property->name});
    }
}

/* Whether a column called NAME would be read as something else than an attribute. */
static bool has_meaning(const char *name)
{
    for (int role = ROLE_NONE + 1; role < ROLES; role++)
        if (role_rank_actor((enum role)role, name) != SIZE_MAX)
            return true;
    return strchr(name, ':') != NULL;
}

static void write_headings(struct sheet *sheet, const struct extra_columns *columns)
{
    static const char *const headings[] = {"id",     "name",    "short", "kind", "subkind",
                                           "parent", "aliases", "role",  "link", "note"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        csv_field(&sheet->csv, headings[i]);
    sheet->mark = sheet->csv.out->length;
    for (size_t i = 0; i < columns->count; i++) {
        const struct extra_column *column = &columns->items[i];
        const char *name = text_of(sheet, column->name);
        sheet->cell.length = 0;
        buffer_text(&sheet->cell, column->what == EXTRA_LANGUAGE     ? "name:"
                                  : column->what == EXTRA_IDENTIFIER ? "id:"
                                  : has_meaning(name)                ? "attribute:"
                                                                     : "");
        buffer_text(&sheet->cell, name);
        csv_field(&sheet->csv, buffer_string(&sheet->cell));
    }
    if (sheet->levels != NULL)
        csv_field(&sheet->csv, "marking");
    csv_end_row(&sheet->csv);
}

/* --- rows of actors */

static void clear_cell(struct sheet *sheet)
{
    sheet->cell.length = 0;
    if (sheet->cell.bytes != NULL)
        sheet->cell.bytes[0] = '\0';
}

static void add_to_list(struct sheet *sheet, const char *text)
{
    buffer_text(&sheet->cell, sheet->cell.length > 0 ? "; " : "");
    buffer_text(&sheet->cell, text);
}

static void write_aliases(struct sheet *sheet, const struct network_vertex *vertex)
{
    clear_cell(sheet);
    for (uint32_t i = 0; i < vertex->name_count; i++) {
        const struct network_name *name = &sheet->network->names.items[vertex->first_name + i];
        if (name->alias && !name->denied)
            add_to_list(sheet, text_of(sheet, name->text));
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void write_name_in(struct sheet *sheet, const struct network_vertex *vertex,
                          uint32_t language)
{
    const struct network_name *first = first_name(sheet->network, vertex);
    const char *text = "";
    for (uint32_t i = 0; i < vertex->name_count; i++) {
        const struct network_name *name = &sheet->network->names.items[vertex->first_name + i];
        if (is_extra_name(name, first) && name->language == language && *text == '\0')
            text = text_of(sheet, name->text);
    }
    csv_field(&sheet->csv, text);
}

/* The values of a property of the vertex, of which the first is at sheet->period. */
static void write_property(struct sheet *sheet, size_t vertex, const struct extra_column *column)
{
    const struct network *network = sheet->network;
    clear_cell(sheet);
    for (size_t i = sheet->period; i < network->properties.count; i++) {
        const struct network_property *property = &network->properties.items[i];
        if (property->of_relation || property->owner != vertex)
            break;
        if (!property->denied && property->name == column->name &&
            property->identifier == (column->what == EXTRA_IDENTIFIER))
            add_to_list(sheet, text_of(sheet, property->value));
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void write_vertex(struct sheet *sheet, size_t index, const struct extra_columns *columns)
{
    const struct network *network = sheet->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_name *name = first_name(network, vertex);
    csv_field(&sheet->csv, text_of(sheet, vertex->id));
    csv_field(&sheet->csv, name != NULL ? text_of(sheet, name->text) : "");
    csv_field(&sheet->csv, name != NULL ? text_of(sheet, name->short_form) : "");
    csv_field(&sheet->csv, vocabulary_kinds.words[vertex->kind]);
    csv_field(&sheet->csv, text_of(sheet, vertex->subkind));
    csv_field(&sheet->csv, vertex->parent != NETWORK_NONE
                               ? text_of(sheet, network->vertices.items[vertex->parent].id)
                               : "");
    write_aliases(sheet, vertex);
    csv_field(&sheet->csv, text_of(sheet, vertex->role));
    csv_field(&sheet->csv, text_of(sheet, vertex->href));
    csv_field(&sheet->csv, text_of(sheet, vertex->note));
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].what == EXTRA_LANGUAGE)
            write_name_in(sheet, vertex, columns->items[i].name);
        else
            write_property(sheet, index, &columns->items[i]);
    sheet_end_row(sheet, index);
}

void sheet_write_actors(struct sheet *sheet)
{
    const struct network *network = sheet->network;
    struct extra_columns columns = {.count = 0};
    find_columns(network, &columns);
    write_headings(sheet, &columns);
    for (size_t i = 0; i < network->vertices.count; i++) {
        while (sheet->period < network->properties.count &&
               !network->properties.items[sheet->period].of_relation &&
               network->properties.items[sheet->period].owner < i)
            sheet->period++;
        write_vertex(sheet, i, &columns);
    }
}

/* --- losses */

static void count_sources(const struct network *network, struct losses *losses)
{
    size_t links = 0, works = 0, notes = 0, anonymous = 0, bases = 0;
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        links += source->href != 0;
        works += source->work != NETWORK_NONE;
        notes += source->note != 0;
        anonymous += source->anonymous;
        bases += (source->via != NETWORK_NONE) + (source->basis != NETWORK_NONE);
    }
    losses_add(losses, "links of sources", links);
    losses_add(losses, "bibliographic records of sources", works);
    losses_add(losses, "notes on sources", notes);
    losses_add(losses, "marks of anonymous sources", anonymous);
    losses_add(losses, "links between sources (via, basis)", bases);
}

static void count_ties(const struct network *network, struct losses *losses)
{
    size_t properties = 0, shares = 0, archived = 0;
    for (size_t i = 0; i < network->properties.count; i++)
        properties += network->properties.items[i].of_relation;
    for (size_t i = 0; i < network->details.count; i++)
        shares += network->details.items[i].share != 0;
    for (size_t i = 0; i < network->citations.count; i++)
        archived += network->citations.items[i].archived != 0;
    losses_add(losses, "attributes and identifiers of ties", properties);
    losses_add(losses, "shares of ownership", shares);
    losses_add(losses, "links to archived copies", archived);
}

/* Counts texts with what separates texts in a cell. */
static void count_texts(const struct network *network, struct losses *losses)
{
    size_t languages = 0, quotes = 0, aliases = 0;
    for (size_t i = 0; i < network->quotes.count; i++) {
        const struct network_quote *quote = &network->quotes.items[i];
        languages += quote->language != 0 && quote->language != network->language;
        quotes += strstr(network_text(network, quote->text), GATHERED_BAR) != NULL;
    }
    for (size_t i = 0; i < network->names.count; i++)
        aliases += network->names.items[i].alias &&
                   strchr(network_text(network, network->names.items[i].text), ';') != NULL;
    losses_add(losses, "languages of quotes", languages);
    losses_add(losses, "quotes with \"" GATHERED_BAR "\" (read as several)", quotes);
    losses_add(losses, "aliases with \";\" (read as several)", aliases);
}

void sheet_count_losses(const struct network *network, struct losses *losses)
{
    losses_add(losses, "titles", network->titles.count);
    losses_add(losses, "descriptions", network->descriptions.count);
    losses_add(losses, "dates of the whole dataset", network->as_of != NETWORK_NONE);
    losses_add(losses, "words of the vocabulary", network->words.count);
    losses_add(losses, "dates, places and participants of events", network->events.count);
    losses_add(losses, "claims about names, roles and other details",
               statement_count_all_claims(network));
    unsaid_count(network,
                 ~(UNSAID_SET(LANGUAGE) | UNSAID_SET(GRAMMAR) | UNSAID_SET(ROLES) |
                   UNSAID_SET(OUTCOMES) | UNSAID_SET(SOURCE_NAMES) | UNSAID_SET(SPEAKERS)),
                 losses);
    count_markings(network, losses);
    count_sources(network, losses);
    count_ties(network, losses);
    count_texts(network, losses);
    losses_add(losses, "comments", network->trivia.comments.count);
}
