/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"
#include "model/amount.h"
#include "model/evidence.h"
#include "model/names.h"
#include "model/period.h"
#include "model/statement.h"

static const struct network_claim *claim_of(const struct column_cell *cell)
{
    return &cell->network->claims.items[cell->row->item];
}

static const struct network_relation *relation_of(const struct column_cell *cell)
{
    return &cell->network->relations.items[cell->row->relation];
}

static bool is_about_relation(const struct column_cell *cell)
{
    return cell->row->relation != NETWORK_NONE;
}

static const char *relation_text(const struct column_cell *cell)
{
    return is_about_relation(cell) ? network_text(cell->network, relation_of(cell)->id) : "";
}

/* What the columns of relations are for claims. */
#define TIE_TEXT(name)                                                                           \
    static const char *tie_##name##_text(const struct column_cell *cell)                         \
    {                                                                                            \
        return is_about_relation(cell) ? shared_##name##_text(cell) : "";                        \
    }
TIE_TEXT(type)
TIE_TEXT(form)
TIE_TEXT(from)
TIE_TEXT(from_name)
TIE_TEXT(to)
TIE_TEXT(to_name)

static int64_t tie_type_rank(const struct column_cell *cell)
{
    return is_about_relation(cell) ? shared_type_rank(cell) : INT64_MAX;
}

static const struct network_statement *statement_of(const struct column_cell *cell)
{
    return &cell->network->statements.items[cell->row->statement];
}

static const char *about_text(const struct column_cell *cell)
{
    return is_about_relation(cell) ? "relation"
                                   : statement_noun(cell->network, statement_of(cell));
}

static int64_t about_rank(const struct column_cell *cell)
{
    return is_about_relation(cell) ? 0 : (int64_t)statement_of(cell)->topic + 1;
}

static const char *owner_text(const struct column_cell *cell)
{
    return is_about_relation(cell) ? relation_text(cell)
                                   : statement_owner_id(cell->network, statement_of(cell));
}

static const char *value_text(const struct column_cell *cell)
{
    if (!is_about_relation(cell))
        statement_write_value(cell->network, statement_of(cell), cell->scratch);
    return column_joined(cell);
}

static const char *source_text(const struct column_cell *cell)
{
    return network_text(cell->network, cell->network->sources.items[claim_of(cell)->by].id);
}

static const char *source_name_text(const struct column_cell *cell)
{
    return network_source_name(cell->network, claim_of(cell)->by, cell->context->language, false);
}

static const char *stance_text(const struct column_cell *cell)
{
    return vocabulary_stances.words[claim_of(cell)->stance];
}

static int64_t stance_rank(const struct column_cell *cell)
{
    return claim_of(cell)->stance;
}

static const char *hedged_text(const struct column_cell *cell)
{
    return vocabulary_yes_no.words[claim_of(cell)->hedged];
}

/* The first amount that is claimed; NULL if there is none. */
static const struct network_amount *first_amount(const struct column_cell *cell)
{
    const struct network_citation *citation = network_citation(cell->network, claim_of(cell));
    return citation->amount_count > 0 ? &cell->network->amounts.items[citation->first_amount]
                                      : NULL;
}

static const char *amount_text(const struct column_cell *cell)
{
    const struct network_amount *amount = first_amount(cell);
    if (amount != NULL)
        amount_write_exact(amount->number, cell->scratch);
    return column_joined(cell);
}

static const char *unit_text(const struct column_cell *cell)
{
    const struct network_amount *amount = first_amount(cell);
    return amount != NULL ? network_text(cell->network, amount->unit) : "";
}

/* The largest first. */
static int64_t amount_rank(const struct column_cell *cell)
{
    const struct network_amount *amount = first_amount(cell);
    return amount != NULL ? -amount_order(amount->number) : 0;
}

static const char *credibility_text(const struct column_cell *cell)
{
    unsigned credibility = claim_of(cell)->credibility;
    return credibility != 0 ? column_number(cell, credibility) : "";
}

static int64_t credibility_rank(const struct column_cell *cell)
{
    unsigned credibility = claim_of(cell)->credibility;
    return credibility != 0 ? credibility : INT64_MAX;
}

static const char *confidence_text(const struct column_cell *cell)
{
    unsigned confidence = claim_of(cell)->confidence;
    return confidence != NETWORK_NO_CONFIDENCE ? column_number(cell, confidence) : "";
}

/* The most confident first. */
static int64_t confidence_rank(const struct column_cell *cell)
{
    unsigned confidence = claim_of(cell)->confidence;
    return confidence != NETWORK_NO_CONFIDENCE ? -(int64_t)confidence : INT64_MAX;
}

static const char *grade_text(const struct column_cell *cell)
{
    evidence_grade_add_known(cell->scratch, evidence_claim_grade(cell->network, claim_of(cell)));
    return column_joined(cell);
}

static int64_t grade_rank(const struct column_cell *cell)
{
    return evidence_grade_rank(evidence_claim_grade(cell->network, claim_of(cell)));
}

static const char *date_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, claim_of(cell)->date);
}

static int64_t date_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, claim_of(cell)->date);
}

/* The date of the period that the claim is about; NETWORK_NONE if it is about none. */
static uint32_t period_date(const struct column_cell *cell)
{
    const struct network *network = cell->network;
    if (!is_about_relation(cell))
        return NETWORK_NONE;
    const uint32_t period = period_of_claim(network, cell->row->relation, cell->row->item);
    return period != NETWORK_NONE ? network->periods.items[period].when : NETWORK_NONE;
}

static const char *period_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, period_date(cell));
}

static int64_t period_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, period_date(cell));
}

static const char *at_text(const struct column_cell *cell)
{
    return network_text(cell->network, claim_of(cell)->at);
}

static const char *href_text(const struct column_cell *cell)
{
    return network_text(cell->network, claim_of(cell)->href);
}

static const char *archived_text(const struct column_cell *cell)
{
    return network_text(cell->network, network_citation(cell->network, claim_of(cell))->archived);
}

static const char *quote_text(const struct column_cell *cell)
{
    const struct network *network = cell->network;
    const struct network_citation *citation = network_citation(network, claim_of(cell));
    for (uint32_t i = 0; i < citation->quote_count; i++)
        column_add_item(
            cell, network_text(network, network->quotes.items[citation->first_quote + i].text));
    return column_joined(cell);
}

static const char *note_text(const struct column_cell *cell)
{
    return network_text(cell->network, claim_of(cell)->note);
}

static const struct column columns[] = {
#define CLAIM_COLUMN(word, value, visibility, text, rank)                                        \
    {word, COLUMN_##value, COLUMN_##visibility, text, rank},
#include "cli/list/column.def"
};

static const char *const words[] = {
#define CLAIM_COLUMN(word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_claim_columns = {"column of claims", words,
                                                    sizeof columns / sizeof *columns};
const struct column_table claim_columns = {columns, &vocabulary_claim_columns};
