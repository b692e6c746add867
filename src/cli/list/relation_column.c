/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/shared_column.h"
#include "model/amount.h"
#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/period.h"
#include "scene/sentence.h"

static const struct network_relation *relation_of(const struct column_cell *cell)
{
    return &cell->network->relations.items[cell->row->relation];
}

static const char *id_text(const struct column_cell *cell)
{
    return network_text(cell->network, relation_of(cell)->id);
}

static const char *when_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, relation_of(cell)->when);
}

static const char *phase_text(const struct column_cell *cell)
{
    return vocabulary_phases.words[cell->row->phase];
}

static const char *evidence_text(const struct column_cell *cell)
{
    return vocabulary_evidences
        .words[evidence_of(cell->network, cell->row->relation, cell->context->period)];
}

static const char *grade_text(const struct column_cell *cell)
{
    evidence_grade_add_known(
        cell->scratch, evidence_grade(cell->network, cell->row->relation, cell->context->period));
    return column_joined(cell);
}

static const char *weight_text(const struct column_cell *cell)
{
    return column_number(
        cell, period_weight(cell->network, cell->row->relation, cell->context->period));
}

static const char *sign_text(const struct column_cell *cell)
{
    return vocabulary_signs.words[relation_of(cell)->sign];
}

static const char *tier_text(const struct column_cell *cell)
{
    return vocabulary_tiers.words[relation_of(cell)->tier];
}

static const char *event_text(const struct column_cell *cell)
{
    return column_vertex_id(cell, network_details(cell->network, cell->row->relation)->event);
}

static const char *place_text(const struct column_cell *cell)
{
    return network_text(cell->network,
                        network_details(cell->network, cell->row->relation)->place);
}

static const char *join_sources(const struct column_cell *cell, enum claim_stance stance)
{
    const struct network *network = cell->network;
    uint32_t source = NETWORK_NONE, relation = cell->row->relation;
    while ((source = evidence_next_source(network, relation, cell->context->period, stance,
                                          source)) != NETWORK_NONE)
        column_add_item(cell, network_text(network, network->sources.items[source].id));
    return column_joined(cell);
}

static const char *sources_text(const struct column_cell *cell)
{
    return join_sources(cell, STANCE_ASSERTS);
}

static const char *denied_by_text(const struct column_cell *cell)
{
    return join_sources(cell, STANCE_DENIES);
}

static const char *number_text(const struct column_cell *cell)
{
    return column_number(cell, cell->row->number);
}

/* Sets *SUMS to those of the relation, at the time that the selection is about, in the first unit
   that it has then; false if it has none. */
static bool first_sums(const struct column_cell *cell, struct amount_sums *sums)
{
    *sums = (struct amount_sums){NULL, 0, 0, 0};
    return amount_next(cell->network, cell->row->relation, cell->context->period, sums);
}

static const char *amount_text(const struct column_cell *cell)
{
    struct amount_sums sums;
    if (first_sums(cell, &sums))
        amount_write_exact(sums.most, cell->scratch);
    return column_joined(cell);
}

static const char *unit_text(const struct column_cell *cell)
{
    struct amount_sums sums;
    return first_sums(cell, &sums) ? network_text(cell->network, sums.unit) : "";
}

/* Adds the periods that are DENIED, or the others. Returns whether there are any. */
static bool add_periods(const struct column_cell *cell, bool denied)
{
    const struct network *network = cell->network;
    size_t first;
    bool any = false;
    const size_t count = period_find(network, cell->row->relation, &first);
    for (size_t i = first; i < first + count; i++) {
        if (network->periods.items[i].denied != denied)
            continue;
        column_add_item(cell, network_date_text(network, network->periods.items[i].when));
        any = true;
    }
    return any;
}

static const char *sentence_text(const struct column_cell *cell)
{
    const struct sentence_style style = {WORDING_ENGLISH, cell->context->language, false,
                                         cell->context->period};
    sentence_of_relation(cell->scratch, cell->network, cell->row->relation, &style);
    return column_joined(cell);
}

static const char *periods_text(const struct column_cell *cell)
{
    if (!add_periods(cell, false))
        add_periods(cell, true);
    return column_joined(cell);
}

/* The largest first. */
static int64_t amount_rank(const struct column_cell *cell)
{
    struct amount_sums sums;
    return first_sums(cell, &sums) ? -amount_order(sums.most) : 0;
}

static int64_t when_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, relation_of(cell)->when);
}

static int64_t phase_rank(const struct column_cell *cell)
{
    return cell->row->phase;
}

static int64_t evidence_rank(const struct column_cell *cell)
{
    return evidence_of(cell->network, cell->row->relation, cell->context->period);
}

static int64_t grade_rank(const struct column_cell *cell)
{
    struct evidence_grade grade =
        evidence_grade(cell->network, cell->row->relation, cell->context->period);
    return evidence_grade_rank(grade);
}

/* The strongest first. */
static int64_t weight_rank(const struct column_cell *cell)
{
    return -(int64_t)period_weight(cell->network, cell->row->relation, cell->context->period);
}

static int64_t sign_rank(const struct column_cell *cell)
{
    return -(int64_t)relation_of(cell)->sign;
}

static int64_t tier_rank(const struct column_cell *cell)
{
    return relation_of(cell)->tier;
}

static int64_t number_rank(const struct column_cell *cell)
{
    return cell->row->number;
}

static const struct column columns[] = {
#define RELATION_COLUMN(word, value, visibility, text, rank)                                     \
    {word, COLUMN_##value, COLUMN_##visibility, text, rank},
#include "cli/list/column.def"
};

static const char *const words[] = {
#define RELATION_COLUMN(word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_relation_columns = {"column", words,
                                                       sizeof columns / sizeof *columns};
const struct column_table relation_columns = {columns, &vocabulary_relation_columns};
