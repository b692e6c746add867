/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>

#include "base/process/output.h"
#include "base/text/prose.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/member.h"
#include "cli/name_language.h"
#include "cli/options.h"
#include "cli/reference.h"
#include "cli/relation_query.h"
#include "cli/source_tally.h"
#include "format/csv/csv.h"
#include "format/json/json.h"
#include "model/names.h"
#include "model/value.h"
#include "query/phase.h"

/* A list of the sources that is being written. */
struct source_list {
    const struct network *network;
    const struct tallies *tallies;
    const char *language; /* of names; NULL: that of the dataset */
    bool raw;             /* CSV: see csv.h */
};

/* The columns of CSV, in order. New ones are last, since scripts may count them. */
static const char *const headings[] = {
    "id",       "name",      "reliability", "anonymous", "asserts", "denies", "alone",
    "author",   "work",      "publisher",   "language",  "date",    "href",   "archived",
    "accessed", "qualifies", "no_comment",  "relations", "claims",  "details"};

static const char *name_of(const struct source_list *list, uint32_t source)
{
    return network_source_name(list->network, source, list->language, false);
}

static void add_number(struct prose_table *table, size_t number)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_integer(&text, (long long)number);
    prose_table_take(table, &text);
}

static void add_row(struct prose_table *table, const struct source_list *list, uint32_t index)
{
    const struct network_source *source = &list->network->sources.items[index];
    const struct source_tally *tally = &list->tallies->items[index];
    const char letter[] = {source->reliability, '\0'};
    prose_table_cell(table, network_text(list->network, source->id));
    prose_table_cell(table, letter);
    prose_table_cell(table, vocabulary_yes_no.words[source->anonymous]);
    add_number(table, tally->stances[STANCE_ASSERTS]);
    add_number(table, tally->stances[STANCE_DENIES]);
    add_number(table, tally->stances[STANCE_QUALIFIES]);
    add_number(table, tally->stances[STANCE_NO_COMMENT]);
    add_number(table, tally->relations);
    add_number(table, tally->claims);
    add_number(table, tally->alone);
    prose_table_cell(table, name_of(list, index));
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* "27 sources: 20 of them make 254 claims about 160 relations; 150 are asserted, 9 denied ..." A
   relation with claims of two stances counts in both, so that the stances need not add up. */
static void add_totals(struct buffer *out, const struct tallies *tallies)
{
    const struct source_tally *all = &tallies->all;
    buffer_format(out, "\n%zu source%s, of which %zu make%s %zu claim%s about %zu relation%s",
                  tallies->count, plural(tallies->count), tallies->speaking,
                  tallies->speaking == 1 ? "s" : "", all->claims, plural(all->claims),
                  all->relations, plural(all->relations));
    if (all->details > 0)
        buffer_format(out, " and %zu name%s, role%s or other detail%s", all->details,
                      plural(all->details), plural(all->details), plural(all->details));
    buffer_text(out, ":\n");
    buffer_format(out,
                  "%zu asserted, %zu denied, %zu qualified, %zu without comment; "
                  "%zu rest%s on one source alone\n",
                  all->stances[STANCE_ASSERTS], all->stances[STANCE_DENIES],
                  all->stances[STANCE_QUALIFIES], all->stances[STANCE_NO_COMMENT], all->alone,
                  all->alone == 1 ? "s" : "");
}

/* Writes a line for each source, however long; the name comes last, since it may be long. */
static enum status write_text(const struct source_list *list, struct buffer *out)
{
    static const char *const in_text[] = {"id",     "reliability", "anonymous",  "asserts",
                                          "denies", "qualifies",   "no_comment", "relations",
                                          "claims", "alone",       "name"};
    enum { COLUMNS = sizeof in_text / sizeof *in_text, FIRST_NUMBER = 3, NUMBERS = 7 };
    const struct prose prose = {out, SIZE_MAX};
    struct prose_table table = {.columns = COLUMNS,
                                .right = ((1 << NUMBERS) - 1) << FIRST_NUMBER};
    for (size_t c = 0; c < COLUMNS; c++)
        prose_table_cell(&table, in_text[c]);
    for (size_t i = 0; i < list->tallies->count; i++)
        add_row(&table, list, list->tallies->order[i]);
    enum status status = prose_table_write(&table, &prose, 0);
    prose_table_clear(&table);
    if (status == STATUS_OK)
        add_totals(out, list->tallies);
    return status;
}

static void add_csv_number(struct csv *csv, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    csv_field(csv, digits);
}

static void add_csv_work(struct csv *csv, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    csv_field(csv, network_text(network, work->author));
    csv_field(csv, network_text(network, work->title));
    csv_field(csv, network_text(network, work->publisher));
    csv_field(csv, network_text(network, work->language));
    csv_field(csv, network_date_text(network, source->date));
    csv_field(csv, network_text(network, source->href));
    csv_field(csv, network_text(network, work->archived));
    csv_field(csv, network_date_text(network, work->accessed));
}

static void add_csv_row(struct csv *csv, const struct source_list *list, uint32_t index)
{
    const struct source_tally *tally = &list->tallies->items[index];
    const struct network_source *source = &list->network->sources.items[index];
    csv_field(csv, network_text(list->network, source->id));
    csv_field(csv, name_of(list, index));
    csv_field(csv, (const char[]){source->reliability, '\0'});
    csv_field(csv, vocabulary_yes_no.words[source->anonymous]);
    add_csv_number(csv, tally->stances[STANCE_ASSERTS]);
    add_csv_number(csv, tally->stances[STANCE_DENIES]);
    add_csv_number(csv, tally->alone);
    add_csv_work(csv, list->network, index);
    add_csv_number(csv, tally->stances[STANCE_QUALIFIES]);
    add_csv_number(csv, tally->stances[STANCE_NO_COMMENT]);
    add_csv_number(csv, tally->relations);
    add_csv_number(csv, tally->claims);
    add_csv_number(csv, tally->details);
    csv_end_row(csv);
}

static enum status write_csv(const struct source_list *list, struct buffer *out)
{
    struct csv csv = {.out = out, .raw = list->raw};
    for (size_t c = 0; c < sizeof headings / sizeof *headings; c++)
        csv_field(&csv, headings[c]);
    csv_end_row(&csv);
    for (size_t i = 0; i < list->tallies->count; i++)
        add_csv_row(&csv, list, list->tallies->order[i]);
    return STATUS_OK;
}

static void add_count(struct json *json, const char *key, size_t count)
{
    json_key(json, key);
    json_number(json, (long)count);
}

static void add_counts(struct json *json, const struct source_tally *tally)
{
    add_count(json, "asserts", tally->stances[STANCE_ASSERTS]);
    add_count(json, "denies", tally->stances[STANCE_DENIES]);
    add_count(json, "qualifies", tally->stances[STANCE_QUALIFIES]);
    add_count(json, "no_comment", tally->stances[STANCE_NO_COMMENT]);
    add_count(json, "relations", tally->relations);
    add_count(json, "claims", tally->claims);
    add_count(json, "details", tally->details);
    add_count(json, "alone", tally->alone);
}

static void add_object(struct json *json, const struct source_list *list, uint32_t index)
{
    const struct network_source *source = &list->network->sources.items[index];
    json_open(json, '{');
    member_add_text(json, "id", network_text(list->network, source->id));
    member_add_text(json, "name", name_of(list, index));
    member_add_text(json, "reliability", (const char[]){source->reliability, '\0'});
    member_add_bool(json, "anonymous", source->anonymous);
    add_counts(json, &list->tallies->items[index]);
    member_add_date(json, "date", list->network, source->date);
    member_add_text(json, "href", network_text(list->network, source->href));
    member_add_work(json, list->network, index);
    json_close(json, '}');
}

static enum status write_json(const struct source_list *list, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < list->tallies->count; i++)
        add_object(&json, list, list->tallies->order[i]);
    json_close(&json, ']');
    json_end(&json);
    return STATUS_OK;
}

static enum status write_csl(const struct source_list *list, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < list->tallies->count; i++)
        reference_add_csl(&json, list->network, list->tallies->order[i]);
    json_close(&json, ']');
    json_end(&json);
    return STATUS_OK;
}

static enum status write_bibtex(const struct source_list *list, struct buffer *out)
{
    for (size_t i = 0; i < list->tallies->count; i++)
        reference_add_bibtex(out, list->network, list->tallies->order[i]);
    return STATUS_OK;
}

typedef enum status write_sources(const struct source_list *list, struct buffer *out);

static write_sources *const writers[] = {
#define SOURCES_FORMAT(word, write) write,
#include "cli/formats.def"
};

static enum status write_list(const struct source_list *list, unsigned format,
                              struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = writers[format](list, &out);
    if (status == STATUS_OK)
        status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write("-", buffer_string(&out), out.length, messages);
    buffer_clear(&out);
    return status;
}

static enum status print_sources(const struct relation_query *query, struct source_list *list,
                                 unsigned format, struct messages *messages)
{
    struct tallies tallies;
    if (query->selection.emptied_by != NULL)
        relation_query_note_empty(query, messages);
    list->network = query->network;
    list->tallies = &tallies;
    enum status status =
        tallies_init(&tallies, query->network, &query->selection, phase_period(&query->criteria));
    if (status == STATUS_OK)
        status = write_list(list, format, messages);
    tallies_clear(&tallies);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *word = options_value(options, "format");
    unsigned format = 0;
    struct source_list list = {.raw = options_value(options, "raw") != NULL};
    struct network *network;
    struct relation_query query;
    struct quota quota;
    if (word != NULL)
        TRY(value_word("format", word, &choices_sources_formats, messages, &format));
    TRY(name_language_read(options, messages, &list.language));
    TRY(quota_init(&quota, options, messages));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status =
        relation_query_init(&query, network, &options->settings, &quota, messages);
    if (status == STATUS_OK) {
        status = print_sources(&query, &list, format, messages);
        relation_query_clear(&query);
    }
    network_free(network);
    return status;
}

const struct command sources_command = {
    .name = "sources",
    .bit = COMMAND_SOURCES,
    .synopsis = "DATASET",
    .operands = OPERANDS_ONE,
    .summary = "List the sources, and how many relations rest on each",
    .run = run,
};
