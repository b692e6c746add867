/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/column.h"
#include "model/names.h"

static const struct network_source *source_of(const struct column_cell *cell)
{
    return &cell->network->sources.items[cell->row->item];
}

static const struct network_work *work_of(const struct column_cell *cell)
{
    return network_work(cell->network, cell->row->item);
}

static const char *id_text(const struct column_cell *cell)
{
    return network_text(cell->network, source_of(cell)->id);
}

static const char *name_text(const struct column_cell *cell)
{
    return network_source_name(cell->network, cell->row->item, cell->context->language, false);
}

static const char *reliability_text(const struct column_cell *cell)
{
    if (source_of(cell)->reliability != 0)
        buffer_char(cell->scratch, source_of(cell)->reliability);
    return column_joined(cell);
}

static const char *anonymous_text(const struct column_cell *cell)
{
    return vocabulary_yes_no.words[source_of(cell)->anonymous];
}

/* A number of the source's tally; the greatest is first. */
#define COUNT(name, member)                                                                      \
    static const char *name##_text(const struct column_cell *cell)                               \
    {                                                                                            \
        return column_number(cell, (long long)cell->context->tally[cell->row->item].member);     \
    }                                                                                            \
    static int64_t name##_rank(const struct column_cell *cell)                                   \
    {                                                                                            \
        return -(int64_t)cell->context->tally[cell->row->item].member;                           \
    }
COUNT(asserts, stances[STANCE_ASSERTS])
COUNT(denies, stances[STANCE_DENIES])
COUNT(qualifies, stances[STANCE_QUALIFIES])
COUNT(no_comment, stances[STANCE_NO_COMMENT])
COUNT(relations, relations)
COUNT(claims, claims)
COUNT(details, details)
COUNT(alone, alone)

#define WORK_TEXT(name, member)                                                                  \
    static const char *name##_text(const struct column_cell *cell)                               \
    {                                                                                            \
        return network_text(cell->network, work_of(cell)->member);                               \
    }
WORK_TEXT(author, author)
WORK_TEXT(work, title)
WORK_TEXT(publisher, publisher)
WORK_TEXT(language, language)
WORK_TEXT(archived, archived)

static const char *date_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, source_of(cell)->date);
}

static int64_t date_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, source_of(cell)->date);
}

static const char *href_text(const struct column_cell *cell)
{
    return network_text(cell->network, source_of(cell)->href);
}

static const char *accessed_text(const struct column_cell *cell)
{
    return network_date_text(cell->network, work_of(cell)->accessed);
}

static int64_t accessed_rank(const struct column_cell *cell)
{
    return column_date_rank(cell, work_of(cell)->accessed);
}

static const char *note_text(const struct column_cell *cell)
{
    return network_text(cell->network, source_of(cell)->note);
}

static const struct column columns[] = {
#define SOURCE_COLUMN(word, value, visibility, text, rank)                                       \
    {word, COLUMN_##value, COLUMN_##visibility, text, rank},
#include "cli/list/column.def"
};

static const char *const words[] = {
#define SOURCE_COLUMN(word, ...) word,
#include "cli/list/column.def"
    NULL,
};

const struct vocabulary vocabulary_source_columns = {"column of sources", words,
                                                     sizeof columns / sizeof *columns};
const struct column_table source_columns = {columns, &vocabulary_source_columns};
