/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/column.h"

#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"

/* The arguments of a function that returns the text of a cell. */
struct column_cell {
    struct buffer *scratch;
    const struct network *network;
    const struct column_row *row;
    const struct network_relation *relation;
    char separator;
};

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

static const char *scratch_text(const struct column_cell *cell)
{
    return cell->scratch->length > 0 ? buffer_string(cell->scratch) : "";
}

static const char *id_text(const struct column_cell *cell)
{
    return network_text(cell->network, cell->relation->id);
}

static const char *type_text(const struct column_cell *cell)
{
    return vocabulary_types.words[cell->relation->type];
}

static const char *form_text(const struct column_cell *cell)
{
    return network_text(cell->network, cell->relation->form);
}

static const char *join_ends(const struct column_cell *cell, struct network_ends ends)
{
    for (size_t i = 0; i < ends.count; i++)
        add_item(cell->scratch, vertex_id(cell->network, ends.items[i]), cell->separator);
    return scratch_text(cell);
}

static const char *from_text(const struct column_cell *cell)
{
    return join_ends(cell, network_from(cell->network, cell->row->relation));
}

static const char *to_text(const struct column_cell *cell)
{
    return join_ends(cell, network_to(cell->network, cell->row->relation));
}

static const char *when_text(const struct column_cell *cell)
{
    uint32_t when = cell->relation->when;
    return when == NETWORK_NONE
               ? ""
               : network_text(cell->network, cell->network->dates.items[when].text);
}

static const char *phase_text(const struct column_cell *cell)
{
    return vocabulary_phases.words[cell->row->phase];
}

static const char *evidence_text(const struct column_cell *cell)
{
    return vocabulary_evidences.words[evidence_of(cell->network, cell->row->relation)];
}

static const char *grade_text(const struct column_cell *cell)
{
    evidence_grade_add_known(cell->scratch, evidence_grade(cell->network, cell->row->relation));
    return scratch_text(cell);
}

static const char *weight_text(const struct column_cell *cell)
{
    buffer_integer(cell->scratch, cell->relation->weight);
    return buffer_string(cell->scratch);
}

static const char *sign_text(const struct column_cell *cell)
{
    return vocabulary_signs.words[cell->relation->sign];
}

static const char *tier_text(const struct column_cell *cell)
{
    return vocabulary_tiers.words[cell->relation->tier];
}

static const char *event_text(const struct column_cell *cell)
{
    uint32_t event = network_details(cell->network, cell->row->relation)->event;
    return event == NETWORK_NONE ? "" : vertex_id(cell->network, event);
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
    while ((source = evidence_next_source(network, relation, stance, source)) != NETWORK_NONE)
        add_item(cell->scratch, network_text(network, network->sources.items[source].id),
                 cell->separator);
    return scratch_text(cell);
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
    buffer_integer(cell->scratch, cell->row->number);
    return buffer_string(cell->scratch);
}

static int64_t type_rank(const struct network *network, const struct column_row *row)
{
    return network->relations.items[row->relation].type;
}

static int64_t when_rank(const struct network *network, const struct column_row *row)
{
    const struct date *date = network_date(network, network->relations.items[row->relation].when);
    return date != NULL ? date_known_span(date).first : INT64_MAX;
}

static int64_t phase_rank(const struct network *network, const struct column_row *row)
{
    (void)network;
    return row->phase;
}

static int64_t evidence_rank(const struct network *network, const struct column_row *row)
{
    return evidence_of(network, row->relation);
}

static int64_t grade_rank(const struct network *network, const struct column_row *row)
{
    struct evidence_grade grade = evidence_grade(network, row->relation);
    return evidence_grade_rank(grade);
}

/* The strongest first. */
static int64_t weight_rank(const struct network *network, const struct column_row *row)
{
    return -(int64_t)network->relations.items[row->relation].weight;
}

static int64_t sign_rank(const struct network *network, const struct column_row *row)
{
    return -(int64_t)network->relations.items[row->relation].sign;
}

static int64_t tier_rank(const struct network *network, const struct column_row *row)
{
    return network->relations.items[row->relation].tier;
}

static int64_t number_rank(const struct network *network, const struct column_row *row)
{
    (void)network;
    return row->number;
}

enum column_visibility { VISIBILITY_HIDDEN, VISIBILITY_SHOWN };

static const struct {
    enum column_value value;
    enum column_visibility visibility;
    const char *(*text)(const struct column_cell *cell);
    int64_t (*rank)(const struct network *network,
                    const struct column_row *row); /* may be NULL */
} columns[COLUMNS] = {
#define COLUMN(name, word, value, visibility, text, rank)                                        \
    [COLUMN_##name] = {COLUMN_VALUE_##value, VISIBILITY_##visibility, text, rank},
#include "cli/list/column.def"
};

#define COLUMN(name, word, ...)                                                                  \
    _Static_assert(sizeof(word) <= COLUMN_WORD, "raise COLUMN_WORD: " word);
#include "cli/list/column.def"

static const char *const words[] = {
#define COLUMN(name, word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_columns = {"column", words, COLUMNS};

enum column_value column_value(enum column column)
{
    return columns[column].value;
}

bool column_is_shown(enum column column)
{
    return columns[column].visibility == VISIBILITY_SHOWN;
}

const char *column_text(struct buffer *scratch, const struct network *network,
                        const struct column_row *row, enum column column, char separator)
{
    const struct column_cell cell = {scratch, network, row,
                                     &network->relations.items[row->relation], separator};
    scratch->length = 0;
    return columns[column].text(&cell);
}

/* The sort key of a row: RANK first, if the column has one, then TEXT. */
struct column_key {
    struct column_row row;
    int64_t rank;
    char *text; /* owned; NULL: empty, or sorted by rank only */
};

static int64_t rank_of(const struct network *network, const struct column_row *row,
                       enum column column)
{
    return columns[column].rank != NULL ? columns[column].rank(network, row) : 0;
}

static int compare(const void *one, const void *other)
{
    const struct column_key *a = one, *b = other;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if ((a->text != NULL) != (b->text != NULL))
        return a->text != NULL ? -1 : 1;
    int by_text = a->text != NULL ? strcmp(a->text, b->text) : 0;
    if (by_text != 0)
        return by_text;
    return a->row.number < b->row.number ? -1 : a->row.number > b->row.number;
}

static enum status make_key(struct column_key *key, struct buffer *scratch,
                            const struct network *network, const struct column_row *row,
                            enum column column)
{
    *key = (struct column_key){*row, rank_of(network, row, column), NULL};
    const char *text = column_text(scratch, network, row, column, ' ');
    if (key->rank != 0 || text[0] == '\0')
        return STATUS_OK;
    key->text = strdup(text);
    return key->text != NULL ? STATUS_OK : STATUS_MEMORY;
}

static enum status make_keys(struct column_key *keys, const struct column_row *rows, size_t count,
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

static void sort_by_keys(struct column_row *rows, struct column_key *keys, size_t count)
{
    qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++)
        rows[i] = keys[i].row;
}

enum status column_sort_rows(struct column_row *rows, size_t count, const struct network *network,
                             enum column column)
{
    struct column_key *keys = calloc(count + 1, sizeof *keys);
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
