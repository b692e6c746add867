/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/years.h"

#include <stdlib.h>

static int compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_claims(const struct gathered_claim *a, const struct gathered_claim *b)
{
    const int64_t pairs[][2] = {
        {a->by, b->by},           {a->stance, b->stance},
        {a->hedged, b->hedged},   {a->credibility, b->credibility},
        {a->date, b->date},       {a->confidence, b->confidence},
        {a->at, b->at},           {a->href, b->href},
        {a->note, b->note},       {a->quote, b->quote},
        {a->marking, b->marking},
    };
    int order = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && order == 0; i++)
        order = (pairs[i][0] > pairs[i][1]) - (pairs[i][0] < pairs[i][1]);
    return order;
}

/* What rows of one period have in common: all but the year and the amount. */
static int compare_group(const struct year_row *a, const struct year_row *b)
{
    int order = compare(a->tie, b->tie);
    if (order == 0)
        order = compare(a->claimed, b->claimed);
    if (order == 0)
        order = compare_claims(&a->claim, &b->claim);
    return order == 0 ? a->weight - b->weight : order;
}

/* For qsort: rows of one period follow each other. */
static int compare_rows(const void *x, const void *y)
{
    const struct year_row *a = x, *b = y;
    int order = compare_group(a, b);
    if (order == 0)
        order = a->year - b->year;
    return order != 0 ? order : compare(a->sequence, b->sequence);
}

/* Sets what period each row is of: one with the row before it, if they follow each other. */
static void find_runs(struct year_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct year_row *last = &rows[i - (i > 0)];
        const bool follows =
            i > 0 && compare_group(last, &rows[i]) == 0 && rows[i].year <= last->year + 1;
        rows[i].since = follows ? last->since : rows[i].year;
        rows[i].run = follows ? last->run : rows[i].sequence;
    }
}

/* For qsort: by period, the earliest first. */
static int compare_runs(const void *x, const void *y)
{
    const struct year_row *a = x, *b = y;
    int order = compare(a->tie, b->tie);
    if (order == 0)
        order = a->since - b->since;
    if (order == 0)
        order = compare(a->run, b->run);
    if (order == 0)
        order = a->year - b->year;
    return order != 0 ? order : compare(a->sequence, b->sequence);
}

/* The number of rows from FIRST on, before END, that make one period. */
static size_t measure(const struct year_row *first, const struct year_row *end)
{
    size_t count = 1;
    while (first + count < end && first[count].run == first->run)
        count++;
    return count;
}

static enum status make_period(struct table *table, int first, int last, uint32_t *when)
{
    struct buffer out = BUFFER_EMPTY;
    buffer_format(&out, first == last ? "%04d" : "%04d/%04d", first, last);
    enum status status = buffer_status(&out);
    if (status == STATUS_OK)
        status = gathering_text(table->gathering, buffer_string(&out), out.length, when);
    buffer_clear(&out);
    return status;
}

/* Adds a claim about the COUNT rows, and their amounts. PERIOD is one of the tie; 0: none. */
static enum status add_claim(struct table *table, const struct year_row *rows, size_t count,
                             uint32_t period)
{
    struct gathering *gathering = table->gathering;
    uint32_t claim = GATHERED_NONE, when;
    struct gathered_claim merged = rows[0].claim;
    merged.period = period;
    if (rows[0].claimed)
        TRY(gathering_claim(gathering, rows[0].tie, &merged, &claim));
    for (size_t i = 0; i < count; i++) {
        if (rows[i].amount == 0)
            continue;
        TRY(make_period(table, rows[i].year, rows[i].year, &when));
        if (claim != GATHERED_NONE)
            TRY(gathering_claim_detail(gathering, claim, DETAIL_AMOUNT, rows[i].unit,
                                       rows[i].amount, when));
        else
            TRY(gathering_tie_detail(gathering, rows[0].tie, DETAIL_AMOUNT, rows[i].unit,
                                     rows[i].amount, when));
    }
    return STATUS_OK;
}

/* Whether all rows of a tie are about the same period, with the same weight. */
static bool is_single(const struct year_row *rows, const struct year_row *end)
{
    const size_t first = measure(rows, end);
    for (const struct year_row *at = rows; at < end;) {
        const size_t count = measure(at, end);
        if (at->year != rows->year || at[count - 1].year != rows[first - 1].year ||
            at->weight != rows->weight)
            return false;
        at += count;
    }
    return true;
}

/* Adds the rows of one tie, which end before END. */
static enum status add_tie(struct table *table, const struct year_row *rows,
                           const struct year_row *end)
{
    struct gathering *gathering = table->gathering;
    const bool single = is_single(rows, end);
    uint32_t when, period = 0;
    for (const struct year_row *at = rows; at < end;) {
        const size_t count = measure(at, end);
        TRY(make_period(table, at->year, at[count - 1].year, &when));
        if (single)
            gathering_set_when(gathering, at->tie, when, at->weight);
        else
            TRY(gathering_period(gathering, at->tie, when, at->weight, &period));
        TRY(add_claim(table, at, count, period));
        at += count;
    }
    return STATUS_OK;
}

enum status years_gather(struct table *table)
{
    if (table->years.count == 0)
        return STATUS_OK;
    struct year_row *rows = table->years.items, *end = rows + table->years.count;
    qsort(rows, table->years.count, sizeof *rows, compare_rows);
    find_runs(rows, table->years.count);
    qsort(rows, table->years.count, sizeof *rows, compare_runs);
    while (rows < end) {
        const struct year_row *next = rows;
        while (next < end && next->tie == rows->tie)
            next++;
        TRY(add_tie(table, rows, next));
        rows += next - rows;
    }
    return STATUS_OK;
}
