/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/text/utf8.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/list/column.h"
#include "cli/list/listing.h"
#include "cli/list/rows.h"
#include "cli/list/sums.h"
#include "cli/name_language.h"
#include "cli/options.h"
#include "cli/relation_query.h"
#include "model/value.h"
#include "query/phase.h"

enum format_columns { FORMAT_SHOWN, FORMAT_ALL, FORMAT_IDS };

static const struct list_format {
    listing_write *write;
    enum format_columns columns; /* without --columns */
} formats[] = {
#define LIST_FORMAT(word, write, columns) {write, FORMAT_##columns},
#include "cli/formats.def"
};

static const struct column_table *const tables[ROW_KINDS] = {
    [ROW_RELATION] = &relation_columns, [ROW_ACTOR] = &actor_columns,
    [ROW_EVENT] = &event_columns,       [ROW_CLAIM] = &claim_columns,
    [ROW_SOURCE] = &source_columns,
};

/* The options for a list. */
struct list_style {
    enum row_kind kind;
    bool kind_given;
    const struct list_format *format;
    const struct column *columns[COLUMN_MOST];
    size_t column_count;
    const struct column *sort; /* NULL: the order of the rows */
    const char *language;
    bool raw;
};

static enum status reject_columns(const char *option, const char *why, struct messages *messages)
{
    messages_setting_error(messages, option, MESSAGE_INVALID_VALUE, "%s", why);
    return STATUS_FAILURE;
}

static enum status find_column(const struct list_style *style, const char *option,
                               const char *word, struct messages *messages,
                               const struct column **column)
{
    const struct column_table *table = tables[style->kind];
    unsigned index;
    TRY(value_word(option, word, table->words, messages, &index));
    *column = &table->columns[index];
    return STATUS_OK;
}

/* Sets the columns to those that --columns names. */
static enum status read_columns(struct list_style *style, const char *list,
                                struct messages *messages)
{
    while (list != NULL) {
        char word[COLUMN_WORD];
        size_t length = strcspn(list, ",");
        size_t room = length < sizeof word - 1 ? length : sizeof word - 1;
        snprintf(word, sizeof word, "%.*s", (int)utf8_cut(list, room), list);
        if (style->column_count == COLUMN_MOST)
            return reject_columns("columns", "too many columns", messages);
        TRY(find_column(style, "columns", word, messages,
                        &style->columns[style->column_count++]));
        list = list[length] == ',' ? list + length + 1 : NULL;
    }
    return STATUS_OK;
}

/* Whether the format has the column without --columns. Relations have names only if --of says
   that they are to be listed: scripts from before there were any know which columns to expect. */
static bool is_default(const struct list_style *style, const struct column *column)
{
    switch (column->visibility) {
    case COLUMN_SHOWN: return true;
    case COLUMN_HIDDEN: return style->format->columns == FORMAT_ALL;
    case COLUMN_NAMED: return style->format->columns == FORMAT_ALL && style->kind_given;
    case COLUMN_ASKED: break;
    }
    return false;
}

static void choose_columns(struct list_style *style)
{
    const struct column_table *table = tables[style->kind];
    for (size_t i = 0; i < table->words->count; i++)
        if (is_default(style, &table->columns[i]))
            style->columns[style->column_count++] = &table->columns[i];
}

/* Ids are the first column, whatever --columns says. */
static enum status choose_ids(struct list_style *style, struct messages *messages)
{
    if (style->kind == ROW_CLAIM)
        return reject_columns("format", "claims have no ids; use --columns=relation,source",
                              messages);
    style->columns[0] = &tables[style->kind]->columns[0];
    style->column_count = 1;
    return STATUS_OK;
}

static enum status read_kind(struct list_style *style, const struct options *options,
                             struct messages *messages)
{
    const char *of = options_value(options, "of"), *format = options_value(options, "format");
    unsigned kind = ROW_RELATION, index = 0;
    if (of != NULL)
        TRY(value_word("of", of, &choices_rows, messages, &kind));
    if (format != NULL)
        TRY(value_word("format", format, &choices_list_formats, messages, &index));
    style->kind = (enum row_kind)kind;
    style->kind_given = of != NULL;
    style->format = &formats[index];
    return STATUS_OK;
}

static enum status read_style(struct list_style *style, const struct options *options,
                              struct messages *messages)
{
    const char *sort = options_value(options, "sort");
    const char *columns = options_value(options, "columns");
    *style = (struct list_style){.raw = options_value(options, "raw") != NULL};
    TRY(read_kind(style, options, messages));
    TRY(name_language_read(options, messages, &style->language));
    if (sort != NULL)
        TRY(find_column(style, "sort", sort, messages, &style->sort));
    if (columns != NULL)
        TRY(read_columns(style, columns, messages));
    if (style->format->columns == FORMAT_IDS)
        return choose_ids(style, messages);
    if (columns == NULL)
        choose_columns(style);
    return STATUS_OK;
}

/* Notes that no relations are selected, unless the list is of something else that the dataset has
   without any. */
static void note_empty(const struct relation_query *query, enum row_kind kind,
                       struct messages *messages)
{
    bool of_relations = kind == ROW_RELATION || kind == ROW_CLAIM;
    if (query->selection.count == 0 && (of_relations || query->selection.emptied_by != NULL))
        relation_query_note_empty(query, messages);
}

static enum status write_rows(struct rows *rows, const struct list_style *style,
                              const struct relation_query *query, struct messages *messages)
{
    const struct column_context context = {query->network, style->language, rows->tallies.items,
                                           phase_period(&query->criteria), rows->degrees};
    struct listing listing = {
        .context = &context,
        .messages = messages,
        .rows = rows->items,
        .count = rows->count,
        .column_count = style->column_count,
        .raw = style->raw,
    };
    memcpy(listing.columns, style->columns, sizeof listing.columns);
    if (style->sort != NULL)
        TRY(column_sort_rows(rows->items, rows->count, &context, style->sort));
    enum status status = style->format->write(&listing);
    listing_clear(&listing);
    return status;
}

/* Prints sums of amounts instead of rows, BY what the option says. */
static enum status list_sums(const struct relation_query *query, const struct list_style *style,
                             const char *by, struct messages *messages)
{
    unsigned key;
    enum sums_format format = SUMS_TEXT;
    TRY(value_word("sum", by, &vocabulary_sums, messages, &key));
    if (style->format->columns == FORMAT_IDS)
        return reject_columns("format", "sums have no ids", messages);
    if (style->format->write == listing_write_csv)
        format = SUMS_CSV;
    else if (style->format->write == listing_write_json)
        format = SUMS_JSON;
    return sums_write(query, (enum sums_key)key, format, style->language, style->raw, messages);
}

static enum status list_selected(const struct relation_query *query,
                                 const struct list_style *style, struct messages *messages)
{
    struct rows rows;
    note_empty(query, style->kind, messages);
    enum status status = rows_init(&rows, style->kind, query);
    if (status == STATUS_OK)
        status = write_rows(&rows, style, query, messages);
    rows_clear(&rows);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct list_style style;
    struct network *network;
    struct relation_query query;
    struct quota quota;
    TRY(read_style(&style, options, messages));
    TRY(quota_init(&quota, options, messages));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status =
        relation_query_init(&query, network, &options->settings, &quota, messages);
    const char *by = options_value(options, "sum");
    if (status == STATUS_OK) {
        status = by != NULL ? list_sums(&query, &style, by, messages)
                            : list_selected(&query, &style, messages);
        relation_query_clear(&query);
    }
    network_free(network);
    return status;
}

const struct command list_command = {
    .name = "list",
    .bit = COMMAND_LIST,
    .synopsis = "DATASET",
    .operands = OPERANDS_ONE,
    .summary = "List the selected relations, or their actors, events or claims",
    .run = run,
};
