/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/process/output.h"
#include "base/text/prose.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/member.h"
#include "cli/options.h"
#include "cli/reference.h"
#include "cli/relation_query.h"
#include "format/csv/csv.h"
#include "format/json/json.h"
#include "model/evidence.h"
#include "model/names.h"
#include "model/value.h"

/* A source, and the numbers of selected relations that it asserts, that it denies, and that rest
   on it alone. */
struct source_tally {
    const char *id;
    uint32_t source;
    size_t asserts, denies, alone;
};

struct source_tallies {
    const struct network *network;
    struct source_tally *items; /* one for each source */
    size_t count;
};

/* The columns of CSV, in order. */
static const char *const headings[] = {
    "id",   "name",      "reliability", "anonymous", "asserts", "denies",   "alone",   "author",
    "work", "publisher", "language",    "date",      "href",    "archived", "accessed"};

static void count_relation(struct source_tallies *tallies, uint32_t relation)
{
    const struct network *network = tallies->network;
    uint32_t source = NETWORK_NONE, sole = evidence_sole_origin(network, relation);
    if (sole != NETWORK_NONE)
        tallies->items[sole].alone++;
    while ((source = evidence_next_source(network, relation, STANCE_ASSERTS, source)) !=
           NETWORK_NONE)
        tallies->items[source].asserts++;
    while ((source = evidence_next_source(network, relation, STANCE_DENIES, source)) !=
           NETWORK_NONE)
        tallies->items[source].denies++;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(((const struct source_tally *)a)->id, ((const struct source_tally *)b)->id);
}

/* Counts the relations of each source, and sorts the sources by id. The caller frees the items.
 */
static enum status tallies_init(struct source_tallies *tallies,
                                const struct relation_query *query)
{
    const struct network *network = query->network;
    *tallies = (struct source_tallies){network, NULL, network->sources.count};
    tallies->items = calloc(tallies->count + 1, sizeof *tallies->items);
    if (tallies->items == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < tallies->count; i++)
        tallies->items[i] = (struct source_tally){
            network_text(network, network->sources.items[i].id), i, 0, 0, 0};
    for (size_t i = 0; i < query->selection.count; i++)
        count_relation(tallies, query->selection.relations[i]);
    qsort(tallies->items, tallies->count, sizeof *tallies->items, compare_ids);
    return STATUS_OK;
}

static void add_number(struct prose_table *table, size_t number)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_integer(&text, (long long)number);
    prose_table_take(table, &text);
}

static void add_row(struct prose_table *table, const struct network *network,
                    const struct source_tally *tally)
{
    const struct network_source *source = &network->sources.items[tally->source];
    const char letter[] = {source->reliability, '\0'};
    prose_table_cell(table, tally->id);
    prose_table_cell(table, letter);
    prose_table_cell(table, vocabulary_yes_no.words[source->anonymous]);
    add_number(table, tally->asserts);
    add_number(table, tally->denies);
    add_number(table, tally->alone);
    prose_table_cell(table, network_source_name(network, tally->source, NULL, false));
}

/* Writes a line for each source, however long; the name comes last, since it may be long. */
static enum status write_text(const struct source_tallies *tallies, struct buffer *out)
{
    static const char *const in_text[] = {"id",     "reliability", "anonymous", "asserts",
                                          "denies", "alone",       "name"};
    enum { COLUMNS = sizeof in_text / sizeof *in_text };
    const struct prose prose = {out, SIZE_MAX};
    struct prose_table table = {.columns = COLUMNS, .right = 1 << 3 | 1 << 4 | 1 << 5};
    for (size_t c = 0; c < COLUMNS; c++)
        prose_table_cell(&table, in_text[c]);
    for (size_t i = 0; i < tallies->count; i++)
        add_row(&table, tallies->network, &tallies->items[i]);
    enum status status = prose_table_write(&table, &prose, 0);
    prose_table_clear(&table);
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

static enum status write_csv(const struct source_tallies *tallies, struct buffer *out)
{
    struct csv csv = {.out = out};
    for (size_t c = 0; c < sizeof headings / sizeof *headings; c++)
        csv_field(&csv, headings[c]);
    csv_end_row(&csv);
    for (size_t i = 0; i < tallies->count; i++) {
        const struct source_tally *tally = &tallies->items[i];
        const struct network_source *source = &tallies->network->sources.items[tally->source];
        csv_field(&csv, tally->id);
        csv_field(&csv, network_source_name(tallies->network, tally->source, NULL, false));
        csv_field(&csv, (const char[]){source->reliability, '\0'});
        csv_field(&csv, vocabulary_yes_no.words[source->anonymous]);
        add_csv_number(&csv, tally->asserts);
        add_csv_number(&csv, tally->denies);
        add_csv_number(&csv, tally->alone);
        add_csv_work(&csv, tallies->network, tally->source);
        csv_end_row(&csv);
    }
    return STATUS_OK;
}

static void add_count(struct json *json, const char *key, size_t count)
{
    json_key(json, key);
    json_number(json, (long)count);
}

static enum status write_json(const struct source_tallies *tallies, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < tallies->count; i++) {
        const struct source_tally *tally = &tallies->items[i];
        const struct network_source *source = &tallies->network->sources.items[tally->source];
        json_open(&json, '{');
        member_add_text(&json, "id", tally->id);
        member_add_text(&json, "name",
                        network_source_name(tallies->network, tally->source, NULL, false));
        member_add_text(&json, "reliability", (const char[]){source->reliability, '\0'});
        member_add_bool(&json, "anonymous", source->anonymous);
        add_count(&json, "asserts", tally->asserts);
        add_count(&json, "denies", tally->denies);
        add_count(&json, "alone", tally->alone);
        member_add_date(&json, "date", tallies->network, source->date);
        member_add_text(&json, "href", network_text(tallies->network, source->href));
        member_add_work(&json, tallies->network, tally->source);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_end(&json);
    return STATUS_OK;
}

static enum status write_csl(const struct source_tallies *tallies, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < tallies->count; i++)
        reference_add_csl(&json, tallies->network, tallies->items[i].source);
    json_close(&json, ']');
    json_end(&json);
    return STATUS_OK;
}

static enum status write_bibtex(const struct source_tallies *tallies, struct buffer *out)
{
    for (size_t i = 0; i < tallies->count; i++)
        reference_add_bibtex(out, tallies->network, tallies->items[i].source);
    return STATUS_OK;
}

typedef enum status write_sources(const struct source_tallies *tallies, struct buffer *out);

static const char *const format_words[] = {
#define SOURCES_FORMAT(word, write) word,
#include "cli/formats.def"
    NULL,
};

static write_sources *const writers[] = {
#define SOURCES_FORMAT(word, write) write,
#include "cli/formats.def"
};

static const struct vocabulary formats = {"source list format", format_words,
                                          sizeof writers / sizeof *writers};

static enum status write_tallies(const struct source_tallies *tallies, unsigned format,
                                 struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = writers[format](tallies, &out);
    if (status == STATUS_OK)
        status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write("-", buffer_string(&out), out.length, messages);
    buffer_clear(&out);
    return status;
}

static enum status print_sources(const struct relation_query *query, unsigned format,
                                 struct messages *messages)
{
    struct source_tallies tallies;
    if (query->selection.emptied_by != NULL)
        relation_query_note_empty(query, messages);
    enum status status = tallies_init(&tallies, query);
    if (status == STATUS_OK)
        status = write_tallies(&tallies, format, messages);
    free(tallies.items);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    const char *word = options_value(options, "format");
    unsigned format = 0;
    struct network *network;
    struct relation_query query;
    struct quota quota;
    if (word != NULL)
        TRY(value_word("format", word, &formats, messages, &format));
    TRY(quota_init(&quota, options, messages));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status =
        relation_query_init(&query, network, &options->settings, &quota, messages);
    if (status == STATUS_OK) {
        status = print_sources(&query, format, messages);
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
