/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/table_write.h"

#include <stdlib.h>
#include <string.h>

#include "format/csv/csv.h"
#include "format/exchange/gathered.h"
#include "format/exchange/unsaid.h"
#include "format/table/sheet.h"
#include "model/amount_sums.h"
#include "model/attributes.h"
#include "model/names.h"

static const char *text_of(const struct sheet *sheet, uint32_t text)
{
    return network_text(sheet->network, text);
}

static void clear_cell(struct sheet *sheet)
{
    sheet->cell.length = 0;
    if (sheet->cell.bytes != NULL)
        sheet->cell.bytes[0] = '\0';
}

/* --- ties */

static void write_ends(struct sheet *sheet, struct network_ends ends, bool ids)
{
    sheet->cell.length = 0;
    for (size_t i = 0; i < ends.count; i++) {
        buffer_text(&sheet->cell, i > 0 ? "; " : "");
        buffer_text(&sheet->cell,
                    ids ? text_of(sheet, sheet->network->vertices.items[ends.items[i]].id)
                        : network_vertex_name(sheet->network, ends.items[i], NULL, false));
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

/* With just three decimals, a number could have a separator of thousands. */
static bool has_three_decimals(const char *number)
{
    const char *point = strchr(number, '.');
    return point != NULL && strspn(point + 1, "0123456789") == 3 && point[4] == '\0';
}

static void add_amount(struct sheet *sheet, const struct network_amount *amount)
{
    const char *value = text_of(sheet, amount->value);
    buffer_text(&sheet->cell, sheet->cell.length > 0 ? "; " : "");
    buffer_format(&sheet->cell, "%s%s", value, has_three_decimals(value) ? "0" : "");
    if (amount->unit != 0)
        buffer_format(&sheet->cell, " %s", text_of(sheet, amount->unit));
    if (amount->when != NETWORK_NONE)
        buffer_format(&sheet->cell, " (%s)", network_date_text(sheet->network, amount->when));
}

/* The amounts of the relation itself, or of CLAIM. */
static void write_amounts(struct sheet *sheet, uint32_t relation, uint32_t claim)
{
    size_t first;
    const size_t count = amount_find(sheet->network, relation, &first);
    clear_cell(sheet);
    for (size_t i = 0; i < count; i++)
        if (sheet->network->amounts.items[first + i].claim == claim)
            add_amount(sheet, &sheet->network->amounts.items[first + i]);
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void add_period(struct sheet *sheet, const struct network_period *period)
{
    buffer_text(&sheet->cell, sheet->cell.length > 0 ? "; " : "");
    buffer_text(&sheet->cell, network_date_text(sheet->network, period->when));
    if (period->weight > 0)
        buffer_format(&sheet->cell, " (%u)", period->weight);
}

static void write_periods(struct sheet *sheet, uint32_t relation)
{
    const struct network *network = sheet->network;
    clear_cell(sheet);
    for (; sheet->period < network->periods.count &&
           network->periods.items[sheet->period].relation == relation;
         sheet->period++) {
        add_period(sheet, &network->periods.items[sheet->period]);
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void write_word(struct sheet *sheet, const struct vocabulary *words, bool given,
                       unsigned index)
{
    csv_field(&sheet->csv, given ? words->words[index] : "");
}

/* What a row of a tie and one of a claim both begin with. */
static void write_tie_start(struct sheet *sheet, uint32_t index)
{
    const struct network_relation *relation = &sheet->network->relations.items[index];
    csv_field(&sheet->csv, text_of(sheet, relation->id));
    write_ends(sheet, network_from(sheet->network, index), false);
    csv_field(&sheet->csv, vocabulary_types.words[relation->type]);
    csv_field(&sheet->csv, text_of(sheet, relation->form));
    write_ends(sheet, network_to(sheet->network, index), false);
    csv_field(&sheet->csv,
              relation->when_given ? network_date_text(sheet->network, relation->when) : "");
}

static void write_tie(struct sheet *sheet, uint32_t index)
{
    const struct network_relation *relation = &sheet->network->relations.items[index];
    const struct network_details *details = network_details(sheet->network, index);
    const char weight[] = {(char)(relation->weight_given ? '0' + relation->weight : 0), '\0'};
    write_tie_start(sheet, index);
    write_periods(sheet, index);
    csv_field(&sheet->csv, weight);
    write_word(sheet, &vocabulary_signs, unsaid_sign(relation), relation->sign);
    write_word(sheet, &vocabulary_yes_no, relation->mutual_given, relation->mutual);
    write_word(sheet, &vocabulary_phases, unsaid_phase(relation), relation->phase);
    write_word(sheet, &vocabulary_tiers, relation->tier_given, relation->tier);
    write_amounts(sheet, index, NETWORK_NONE);
    csv_field(&sheet->csv, text_of(sheet, details->place));
    csv_field(&sheet->csv, details->event != NETWORK_NONE
                               ? text_of(sheet, sheet->network->vertices.items[details->event].id)
                               : "");
    csv_field(&sheet->csv, text_of(sheet, details->note));
    csv_field(&sheet->csv, text_of(sheet, details->href));
    write_ends(sheet, network_from(sheet->network, index), true);
    write_ends(sheet, network_to(sheet->network, index), true);
    sheet_end_row(sheet, index);
}

static void write_ties(struct sheet *sheet)
{
    static const char *const headings[] = {"tie",      "from",     "type",    "form",  "to",
                                           "when",     "periods",  "weight",  "sign",  "mutual",
                                           "phase",    "tier",     "amount",  "place", "event",
                                           "tie note", "tie link", "from_id", "to_id"};
    sheet_headings(sheet, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < sheet->network->relations.count; i++)
        write_tie(sheet, (uint32_t)i);
}

/* --- claims */

static void write_number(struct sheet *sheet, bool given, unsigned number)
{
    sheet->cell.length = 0;
    if (given)
        buffer_integer(&sheet->cell, number);
    csv_field(&sheet->csv, given ? buffer_string(&sheet->cell) : "");
}

/* The words quoted in a claim. */
static void write_quotes(struct sheet *sheet, const struct network_citation *citation)
{
    clear_cell(sheet);
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        buffer_text(&sheet->cell, i > 0 ? GATHERED_BAR : "");
        buffer_text(&sheet->cell,
                    text_of(sheet, sheet->network->quotes.items[citation->first_quote + i].text));
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void write_source(struct sheet *sheet, uint32_t index)
{
    const struct network_source *source = &sheet->network->sources.items[index];
    const char grade[] = {source->reliability, '\0'};
    csv_field(&sheet->csv, network_source_name(sheet->network, index, NULL, false));
    csv_field(&sheet->csv, text_of(sheet, source->id));
    csv_field(&sheet->csv, grade);
    csv_field(&sheet->csv, network_date_text(sheet->network, source->date));
}

/* The period that the claim with INDEX is about. */
static void write_period(struct sheet *sheet, uint32_t relation, size_t claim)
{
    const struct network *network = sheet->network;
    clear_cell(sheet);
    for (size_t i = sheet->period; i < network->periods.count; i++) {
        const struct network_period *period = &network->periods.items[i];
        if (period->relation != relation)
            break;
        if (claim >= period->first_claim && claim < period->first_claim + period->claim_count)
            add_period(sheet, period);
    }
    csv_field(&sheet->csv, buffer_string(&sheet->cell));
}

static void write_claim(struct sheet *sheet, uint32_t relation, size_t index)
{
    const struct network_claim *claim = &sheet->network->claims.items[index];
    const struct network_citation *citation = network_citation(sheet->network, claim);
    write_tie_start(sheet, relation);
    write_period(sheet, relation, index);
    write_source(sheet, claim->by);
    csv_field(&sheet->csv, vocabulary_stances.words[claim->stance]);
    csv_field(&sheet->csv, claim->hedged ? "yes" : "");
    write_number(sheet, claim->credibility_given, claim->credibility);
    write_number(sheet, claim->confidence != NETWORK_NO_CONFIDENCE, claim->confidence);
    csv_field(&sheet->csv, network_date_text(sheet->network, claim->date));
    csv_field(&sheet->csv, text_of(sheet, claim->at));
    write_quotes(sheet, citation);
    write_amounts(sheet, relation, (uint32_t)index);
    csv_field(&sheet->csv, text_of(sheet, claim->note));
    csv_field(&sheet->csv, text_of(sheet, claim->href));
    write_ends(sheet, network_from(sheet->network, relation), true);
    write_ends(sheet, network_to(sheet->network, relation), true);
    sheet_end_row(sheet, index);
}

static void write_claims(struct sheet *sheet)
{
    static const char *const headings[] = {
        "tie",    "from",        "type",       "form",        "to",        "when",
        "period", "source",      "source_id",  "reliability", "published", "stance",
        "hedged", "credibility", "confidence", "claim date",  "at",        "quote",
        "amount", "note",        "link",       "from_id",     "to_id"};
    const struct network *network = sheet->network;
    sheet_headings(sheet, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_claims claims = network_claims(network, (uint32_t)i);
        const size_t first = network->relations.items[i].first_claim;
        while (sheet->period < network->periods.count &&
               network->periods.items[sheet->period].relation < i)
            sheet->period++;
        for (size_t j = 0; j < claims.count; j++)
            write_claim(sheet, (uint32_t)i, first + j);
    }
}

/* --- all */

/* One of the tables, and what its rows are about. */
struct part {
    const char *suffix;
    enum trivia_kind kind;
    size_t count;
    void (*write)(struct sheet *sheet);
};

static enum status write_part(const struct part *part, struct sheet *sheet)
{
    TRY(sheet_find_markings(sheet, part->kind, part->count));
    part->write(sheet);
    return buffer_status(&sheet->cell);
}

static enum status write_file(struct exchange_output *output, size_t index,
                              const struct part *part, char delimiter)
{
    struct exchange_file *file = &output->files[index];
    struct sheet sheet = {.network = output->network,
                          .losses = output->losses,
                          .csv = {.out = &file->bytes,
                                  .raw = exchange_has(output->settings, "raw"),
                                  .delimiter = delimiter}};
    file->suffix = part->suffix;
    const enum status status = write_part(part, &sheet);
    file->mark = sheet.mark;
    free(sheet.levels);
    buffer_clear(&sheet.cell);
    return status;
}

static enum status write_files(struct exchange_output *output, char delimiter)
{
    const struct network *network = output->network;
    const struct part parts[] = {
        {"", TRIVIA_RELATION, network->relations.count, write_ties},
        {"-actors", TRIVIA_VERTEX, network->vertices.count, sheet_write_actors},
        {"-claims", TRIVIA_CLAIM, network->claims.count, write_claims}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        TRY(write_file(output, i, &parts[i], delimiter));
    sheet_count_losses(network, output->losses);
    return STATUS_OK;
}

enum status table_write_csv(struct exchange_output *output)
{
    return write_files(output, ',');
}

enum status table_write_tsv(struct exchange_output *output)
{
    return write_files(output, '\t');
}
