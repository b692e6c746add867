/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "base/text/prose.h"
#include "cli/member.h"
#include "format/csv/csv.h"
#include "format/json/json.h"
#include "model/amount.h"
#include "model/amount_order.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/names.h"
#include "query/phase.h"

static const char *const words[] = {"actor", "pair", "year", NULL};
const struct vocabulary vocabulary_sums = {"value", words, 3};

/* An amount of a relation under one key, or the sum of several. */
struct sum {
    uint32_t one, other; /* an actor, and an enum end_side; two actors; a year, and nothing */
    uint32_t unit;       /* a text */
    uint32_t relation, relations; /* the last that was counted, and their number */
    double amount;
};

struct sums {
    const struct network *network;
    enum sums_key key;
    const struct date_span *period; /* that the selection is about, or NULL */
    struct sum *items;
    size_t count, capacity;
    size_t denied; /* relations with amounts that nobody asserts and somebody denies */
};

/* --- adding up */

/* More rows than these are of no use, and would take gigabytes. */
enum { MOST_SUMS = 2000000 };

static void add_up(struct sums *sums);

static enum status add(struct sums *sums, const struct sum *sum)
{
    if (sums->count == 2 * MOST_SUMS) {
        add_up(sums);
        if (sums->count > MOST_SUMS)
            return STATUS_FAILURE;
    }
    ARRAY_RESERVE(sums, 1);
    sums->items[sums->count++] = *sum;
    return STATUS_OK;
}

/* The year of an amount (see amount_when) or else of its relation; 0 if neither has one, or if it
   is of several years, as 199X and 2010/2019 are. */
static uint32_t year_of(const struct network *network, const struct network_amount *amount)
{
    uint32_t index = amount_when(network, amount), year = 0;
    if (index == NETWORK_NONE)
        index = network->relations.items[amount->relation].when;
    const struct date *date = network_date(network, index);
    const char *text = network_date_text(network, index);
    for (int i = 0; i < 4 && text[i] >= '0' && text[i] <= '9'; i++)
        year = year * 10 + (uint32_t)(text[i] - '0');
    if (date == NULL || strspn(text, "0123456789") < 4)
        return 0;
    return date_is_in_one_year(date_known_span(date)) ? year : 0;
}

/* What an end of a relation has to do with its amounts. */
enum end_side { END_GIVES, END_GETS, END_SHARES, END_SIDES };

static const char *const end_words[END_SIDES] = {"gives", "gets", "both ways"};

static enum status add_side(struct sums *sums, struct sum *sum, struct network_ends ends,
                            enum end_side side)
{
    sum->other = side;
    for (size_t i = 0; i < ends.count; i++) {
        sum->one = ends.items[i];
        TRY(add(sums, sum));
    }
    return STATUS_OK;
}

/* Nobody knows which end of a mutual relation gave its amounts. */
static enum status add_ends(struct sums *sums, struct sum *sum)
{
    const bool mutual = network_goes_both_ways(sums->network, sum->relation);
    TRY(add_side(sums, sum, network_from(sums->network, sum->relation),
                 mutual ? END_SHARES : END_GIVES));
    return add_side(sums, sum, network_to(sums->network, sum->relation),
                    mutual ? END_SHARES : END_GETS);
}

/* Which end of a mutual relation is its first means nothing. */
static enum status add_pairs(struct sums *sums, struct sum *sum)
{
    const bool mutual = network_goes_both_ways(sums->network, sum->relation);
    const struct network_ends from = network_from(sums->network, sum->relation);
    const struct network_ends to = network_to(sums->network, sum->relation);
    for (size_t i = 0; i < from.count; i++)
        for (size_t k = 0; k < to.count; k++) {
            const bool turned = mutual && to.items[k] < from.items[i];
            sum->one = turned ? to.items[k] : from.items[i];
            sum->other = turned ? from.items[i] : to.items[k];
            TRY(add(sums, sum));
        }
    return STATUS_OK;
}

/* Adds what the amounts of RELATION come to in each unit, for each of its ends or pairs. */
static enum status add_totals(struct sums *sums, uint32_t relation)
{
    struct amount_sums total = {.lead = NULL};
    while (amount_next(sums->network, relation, sums->period, &total)) {
        struct sum sum = {0, 0, total.unit, relation, 1, total.most};
        TRY(sums->key == SUMS_ACTOR ? add_ends(sums, &sum) : add_pairs(sums, &sum));
    }
    return STATUS_OK;
}

static enum status add_year(struct sums *sums, const struct network_amount *amount, double most)
{
    const struct sum sum = {
        year_of(sums->network, amount), 0, amount->unit, amount->relation, 1, most};
    return add(sums, &sum);
}

/* Adds what counts for each date; or what is claimed of none, if there is no date. */
static enum status add_years(struct sums *sums, uint32_t relation)
{
    struct amount_sums total = {.lead = NULL};
    while (amount_next(sums->network, relation, sums->period, &total)) {
        struct amount_date date = {.begun = false};
        bool any = false;
        for (; amount_next_date(sums->network, &total, sums->period, &date); any = true)
            TRY(add_year(sums, date.amount, date.most));
        if (!any)
            TRY(add_year(sums, total.lead, total.most));
    }
    return STATUS_OK;
}

static enum status add_relation(struct sums *sums, uint32_t relation)
{
    struct amount_sums total = {.lead = NULL};
    if (evidence_of(sums->network, relation, sums->period) == EVIDENCE_DENIED) {
        sums->denied += amount_next(sums->network, relation, sums->period, &total);
        return STATUS_OK;
    }
    return sums->key == SUMS_YEAR ? add_years(sums, relation) : add_totals(sums, relation);
}

/* For qsort: by key, unit and relation. */
static int compare_keys(const void *a, const void *b)
{
    const struct sum *x = a, *y = b;
    if (x->one != y->one)
        return x->one < y->one ? -1 : 1;
    if (x->other != y->other)
        return x->other < y->other ? -1 : 1;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return (x->relation > y->relation) - (x->relation < y->relation);
}

/* For qsort: by unit, the largest first. */
static int compare_amounts(const void *a, const void *b)
{
    const struct sum *x = a, *y = b;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    if (x->amount != y->amount)
        return x->amount > y->amount ? -1 : 1;
    return compare_keys(a, b);
}

static void add_up(struct sums *sums)
{
    size_t kept = 0;
    if (sums->count == 0)
        return;
    qsort(sums->items, sums->count, sizeof *sums->items, compare_keys);
    for (size_t i = 1; i < sums->count; i++) {
        struct sum *last = &sums->items[kept];
        const struct sum *next = &sums->items[i];
        if (last->one != next->one || last->other != next->other || last->unit != next->unit) {
            sums->items[++kept] = *next;
            continue;
        }
        last->amount += next->amount;
        last->relations += next->relations - (last->relation == next->relation);
        last->relation = next->relation;
    }
    sums->count = kept + 1;
    qsort(sums->items, sums->count, sizeof *sums->items, compare_amounts);
}

/* --- writing */

enum { MOST_CELLS = 8 };

/* The cells of a row, or their headings. Texts are not owned. */
struct cells {
    const char *texts[MOST_CELLS];
    size_t count;
    char year[12], relations[12];
    struct buffer amount;
};

static void cell(struct cells *cells, const char *text)
{
    cells->texts[cells->count++] = text;
}

static void fill_heading(struct cells *cells, enum sums_key key)
{
    static const char *const headings[][5] = {
        [SUMS_ACTOR] = {"actor", "name", "side", NULL},
        [SUMS_PAIR] = {"from", "to", "from_name", "to_name", NULL},
        [SUMS_YEAR] = {"year", NULL},
    };
    for (size_t i = 0; headings[key][i] != NULL; i++)
        cell(cells, headings[key][i]);
    cell(cells, "amount");
    cell(cells, "unit");
    cell(cells, "relations");
}

static void fill_key(struct cells *cells, const struct sums *sums, const struct sum *sum,
                     const char *language)
{
    const struct network *network = sums->network;
    if (sums->key == SUMS_YEAR) {
        snprintf(cells->year, sizeof cells->year, "%lu", (unsigned long)sum->one);
        cell(cells, sum->one != 0 ? cells->year : "");
        return;
    }
    cell(cells, network_text(network, network->vertices.items[sum->one].id));
    if (sums->key == SUMS_PAIR)
        cell(cells, network_text(network, network->vertices.items[sum->other].id));
    cell(cells, network_vertex_name(network, sum->one, language, false));
    if (sums->key == SUMS_PAIR)
        cell(cells, network_vertex_name(network, sum->other, language, false));
    else
        cell(cells, end_words[sum->other]);
}

static void fill_row(struct cells *cells, const struct sums *sums, const struct sum *sum,
                     const char *language)
{
    cells->count = 0;
    cells->amount.length = 0;
    fill_key(cells, sums, sum, language);
    amount_write_exact(sum->amount, &cells->amount);
    cell(cells, buffer_string(&cells->amount));
    cell(cells, network_text(sums->network, sum->unit));
    snprintf(cells->relations, sizeof cells->relations, "%lu", (unsigned long)sum->relations);
    cell(cells, cells->relations);
}

static void write_csv_row(struct csv *csv, const struct cells *cells)
{
    for (size_t i = 0; i < cells->count; i++)
        csv_field(csv, cells->texts[i]);
    csv_end_row(csv);
}

/* Amounts, years and counts are numbers. */
static bool is_number(const char *heading)
{
    return strcmp(heading, "amount") == 0 || strcmp(heading, "year") == 0 ||
           strcmp(heading, "relations") == 0;
}

static void write_json_row(struct json *json, const struct cells *headings,
                           const struct cells *cells)
{
    json_open(json, '{');
    for (size_t i = 0; i < cells->count; i++) {
        const char *heading = headings->texts[i], *text = cells->texts[i];
        if (!is_number(heading) || *text == '\0') {
            member_add_text(json, heading, text);
            continue;
        }
        json_key(json, heading);
        json_literal(json, text);
    }
    json_close(json, '}');
}

static enum status write_text(const struct sums *sums, const char *language, struct buffer *out)
{
    struct cells cells = {.count = 0};
    fill_heading(&cells, sums->key);
    const struct prose prose = {out, 200};
    struct prose_table table = {.columns = cells.count,
                                .right = 1U << (cells.count - 3) | 1U << (cells.count - 1)};
    for (size_t i = 0; i < cells.count; i++)
        prose_table_cell(&table, cells.texts[i]);
    for (size_t i = 0; i < sums->count; i++) {
        fill_row(&cells, sums, &sums->items[i], language);
        for (size_t k = 0; k < cells.count; k++)
            prose_table_cell(&table, cells.texts[k]);
    }
    enum status status = prose_table_write(&table, &prose, 0);
    prose_table_clear(&table);
    buffer_clear(&cells.amount);
    return status;
}

static void write_csv(const struct sums *sums, const char *language, bool raw, struct buffer *out)
{
    struct cells cells = {.count = 0};
    struct csv csv = {.out = out, .raw = raw};
    fill_heading(&cells, sums->key);
    write_csv_row(&csv, &cells);
    for (size_t i = 0; i < sums->count; i++) {
        fill_row(&cells, sums, &sums->items[i], language);
        write_csv_row(&csv, &cells);
    }
    buffer_clear(&cells.amount);
}

static void write_json(const struct sums *sums, const char *language, struct buffer *out)
{
    struct cells headings = {.count = 0}, cells = {.count = 0};
    struct json json = {.out = out};
    fill_heading(&headings, sums->key);
    json_open(&json, '[');
    for (size_t i = 0; i < sums->count; i++) {
        fill_row(&cells, sums, &sums->items[i], language);
        write_json_row(&json, &headings, &cells);
    }
    json_close(&json, ']');
    json_end(&json);
    buffer_clear(&cells.amount);
}

static enum status write_all(const struct sums *sums, enum sums_format format,
                             const char *language, bool raw, struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    if (format == SUMS_TEXT)
        status = write_text(sums, language, &out);
    else if (format == SUMS_CSV)
        write_csv(sums, language, raw, &out);
    else
        write_json(sums, language, &out);
    if (status == STATUS_OK)
        status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write("-", buffer_string(&out), out.length, messages);
    buffer_clear(&out);
    return status;
}

enum status sums_write(const struct relation_query *query, enum sums_key key,
                       enum sums_format format, const char *language, bool raw,
                       struct messages *messages)
{
    struct sums sums = {
        .network = query->network, .key = key, .period = phase_period(&query->criteria)};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < query->selection.count && status == STATUS_OK; i++)
        status = add_relation(&sums, query->selection.relations[i]);
    if (status == STATUS_FAILURE)
        messages_error(messages, NULL, MESSAGE_LIMIT,
                       "there are more than %d sums; select fewer relations", MOST_SUMS);
    add_up(&sums);
    if (status == STATUS_OK && sums.denied > 0)
        messages_note(messages, MESSAGE_LEFT_OUT,
                      "left out of the sums: %zu relation%s only denied", sums.denied,
                      sums.denied == 1 ? " that is" : "s that are");
    if (status == STATUS_OK && sums.count == 0 && sums.denied == 0)
        messages_note(messages, MESSAGE_NO_AMOUNTS, "no selected relation has an amount");
    if (status == STATUS_OK)
        status = write_all(&sums, format, language, raw, messages);
    free(sums.items);
    return status;
}
