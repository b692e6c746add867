/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/column.h"

#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"

static const char *const words[] = {
    "id",     "type", "form", "from",  "to",    "when",    "phase",     "evidence", "grade",
    "weight", "sign", "tier", "event", "place", "sources", "denied_by", "number",   NULL,
};

const struct vocabulary vocabulary_columns = {"column", words, COLUMNS};

enum column_sort column_sort(enum column column)
{
    switch ((int)column) {
    case COLUMN_TO:
    case COLUMN_SOURCES:
    case COLUMN_DENIED_BY: return COLUMN_LIST;
    case COLUMN_WEIGHT:
    case COLUMN_NUMBER: return COLUMN_NUMERIC;
    default: return COLUMN_TEXT;
    }
}

static const char *vertex_id(const struct network *network, uint32_t vertex)
{
    return network_text(network, network->vertices.items[vertex].id);
}

static void add_item(struct buffer *list, const char *id, char separator)
{
    if (list->length > 0)
        buffer_char(list, separator);
    buffer_text(list, id);
}

static const char *join_targets(struct buffer *list, const struct network *network,
                                uint32_t relation, char separator)
{
    struct network_ends ends = network_ends(network, relation);
    for (size_t i = 1; i < ends.count; i++)
        add_item(list, vertex_id(network, ends.items[i]), separator);
    return buffer_string(list);
}

static const char *join_sources(struct buffer *list, const struct network *network,
                                uint32_t relation, enum claim_stance stance, char separator)
{
    uint32_t source = NETWORK_NONE;
    while ((source = evidence_next_source(network, relation, stance, source)) != NETWORK_NONE)
        add_item(list, network_text(network, network->sources.items[source].id), separator);
    return list->length > 0 ? buffer_string(list) : "";
}

static const char *number_text(struct buffer *scratch, long long number)
{
    buffer_integer(scratch, number);
    return buffer_string(scratch);
}

static const char *grade_text(struct buffer *scratch, struct grade grade)
{
    if (grade.letter != '\0')
        buffer_char(scratch, grade.letter);
    if (grade.digit != '\0')
        buffer_char(scratch, grade.digit);
    return scratch->length > 0 ? buffer_string(scratch) : "";
}

static const char *date_text(const struct network *network, uint32_t date)
{
    return date == NETWORK_NONE ? "" : network_text(network, network->dates.items[date].text);
}

/* What follows from the claims. */
static const char *claim_text(struct buffer *scratch, const struct network *network,
                              uint32_t relation, enum column column, char separator)
{
    switch ((int)column) {
    case COLUMN_EVIDENCE: return vocabulary_evidences.words[evidence_of(network, relation)];
    case COLUMN_GRADE: return grade_text(scratch, evidence_grade(network, relation));
    case COLUMN_SOURCES:
        return join_sources(scratch, network, relation, STANCE_ASSERTS, separator);
    default: return join_sources(scratch, network, relation, STANCE_DENIES, separator);
    }
}

const char *column_text(struct buffer *scratch, const struct network *network,
                        const struct row *row, enum column column, char separator)
{
    const struct network_relation *relation = &network->relations.items[row->relation];
    const struct network_details *details = network_details(network, row->relation);
    scratch->length = 0;
    switch ((int)column) {
    case COLUMN_ID: return network_text(network, relation->id);
    case COLUMN_TYPE: return vocabulary_types.words[relation->type];
    case COLUMN_FORM: return network_text(network, relation->form);
    case COLUMN_FROM: return vertex_id(network, network_ends(network, row->relation).items[0]);
    case COLUMN_TO: return join_targets(scratch, network, row->relation, separator);
    case COLUMN_WHEN: return date_text(network, relation->when);
    case COLUMN_PHASE: return vocabulary_phases.words[relation->phase];
    case COLUMN_WEIGHT: return number_text(scratch, relation->weight);
    case COLUMN_SIGN: return vocabulary_signs.words[relation->sign];
    case COLUMN_TIER: return vocabulary_tiers.words[relation->tier];
    case COLUMN_EVENT:
        return details->event == NETWORK_NONE ? "" : vertex_id(network, details->event);
    case COLUMN_PLACE: return network_text(network, details->place);
    case COLUMN_NUMBER: return number_text(scratch, row->number);
    default: return claim_text(scratch, network, row->relation, column, separator);
    }
}

/* What a row is sorted by: RANK first, where the column's meaning has one, then TEXT. */
struct key {
    struct row row;
    int64_t rank;
    char *text; /* owned; NULL: absent, or nothing but the rank counts */
};

static int64_t rank_of(const struct network *network, const struct row *row, enum column column)
{
    const struct network_relation *relation = &network->relations.items[row->relation];
    const struct date *date = network_date(network, relation->when);
    struct grade grade = evidence_grade(network, row->relation);
    switch ((int)column) {
    case COLUMN_TYPE: return relation->type;
    case COLUMN_PHASE: return relation->phase;
    case COLUMN_EVIDENCE: return evidence_of(network, row->relation);
    case COLUMN_WEIGHT: return -(int64_t)relation->weight; /* the strongest first */
    case COLUMN_SIGN: return -(int64_t)relation->sign;
    case COLUMN_TIER: return relation->tier;
    case COLUMN_NUMBER: return row->number;
    case COLUMN_WHEN: return date != NULL ? date_known(date).first : INT64_MAX;
    case COLUMN_GRADE:
        return (grade.letter != '\0' ? grade.letter : 'Z') * 256 +
               (grade.digit != '\0' ? grade.digit : '9');
    default: return 0;
    }
}

static int compare(const void *one, const void *other)
{
    const struct key *a = one, *b = other;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if ((a->text != NULL) != (b->text != NULL))
        return a->text != NULL ? -1 : 1;
    int by_text = a->text != NULL ? strcmp(a->text, b->text) : 0;
    if (by_text != 0)
        return by_text;
    return a->row.number < b->row.number ? -1 : a->row.number > b->row.number;
}

static enum status make_key(struct key *key, struct buffer *scratch,
                            const struct network *network, const struct row *row,
                            enum column column)
{
    *key = (struct key){*row, rank_of(network, row, column), NULL};
    const char *text = column_text(scratch, network, row, column, ' ');
    if (key->rank != 0 || text[0] == '\0')
        return STATUS_OK;
    key->text = strdup(text);
    return key->text != NULL ? STATUS_OK : STATUS_MEMORY;
}

static enum status make_keys(struct key *keys, const struct row *rows, size_t count,
                             const struct network *network, enum column column)
{
    struct buffer scratch = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = make_key(&keys[i], &scratch, network, &rows[i], column);
    if (status == STATUS_OK)
        status = buffer_status(&scratch);
    buffer_clear(&scratch);
    return status;
}

static void sort_by_keys(struct row *rows, struct key *keys, size_t count)
{
    qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++)
        rows[i] = keys[i].row;
}

enum status column_sort_rows(struct row *rows, size_t count, const struct network *network,
                             enum column column)
{
    struct key *keys = calloc(count + 1, sizeof *keys);
    if (keys == NULL)
        return STATUS_MEMORY;
    enum status status = make_keys(keys, rows, count, network, column);
    if (status == STATUS_OK)
        sort_by_keys(rows, keys, count);
    for (size_t i = 0; i < count; i++)
        free(keys[i].text);
    free(keys);
    return status;
}
