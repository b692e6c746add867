/* SPDX-License-Identifier: MIT */
/* A table of ties and claims that is being read: one row says who does what to whom, when, and
   according to which source. The file is read twice: first to find out what its columns and words
   mean, then to gather its rows. A cell that says the same as one before is understood once. */
#ifndef FORMAT_TABLE_TABLE_H
#define FORMAT_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/exchange/gathering.h"
#include "format/table/cells.h"
#include "format/table/columns.h"
#include "format/table/map.h"
#include "format/table/words.h"
#include "model/strings.h"

/* A word for a relation, in the order in which the table has them. */
struct relation_word {
    uint32_t text;  /* of RELATIONS */
    uint32_t count; /* rows */
    uint32_t line;  /* of the first one */
    struct meaning meaning;
    uint32_t form;    /* of the gathering; 0: none */
    bool only_stance; /* "denies": the relation is that of rows without one */
};

/* What cells say, by their text: values of the strings. */
struct table_memory {
    struct strings ends;      /* an index into END_LISTS */
    struct strings numbered;  /* the indices of actors, by the ids of ends */
    struct strings sources;   /* likewise, into SOURCE_LISTS */
    struct strings dates;     /* a text of the gathering, or a DATE_ value */
    struct strings relations; /* an index into WORDS */
    struct strings known;     /* ids and other names of actors: their indices */
    struct strings ties;      /* their indices, by what the column "tie" calls them */
    struct strings stances;   /* enum claim_stance * 2, and 1 if hedged; or TABLE_UNKNOWN */
    NETWORK_ARRAY(uint32_t) end_lists; /* a count, and as many actors */
    NETWORK_ARRAY(uint32_t) source_lists;
    NETWORK_ARRAY(struct relation_word) words;
};

enum { TABLE_IGNORED = -2 /* the type of a word that is left out */ };
#define TABLE_UNKNOWN (UINT32_MAX - 1)
/* A date with a fault: this, less an enum time_result. */
#define TABLE_BAD_DATE (UINT32_MAX - 1)

/* A row that says what held in one year. */
struct year_row {
    uint32_t tie, sequence;
    int year, weight;
    bool claimed; /* CLAIM is one */
    struct gathered_claim claim;
    uint32_t amount, unit; /* texts; 0: none */
    /* From years_gather: */
    int since;    /* the first year of its period */
    uint32_t run; /* the first row of its period: its SEQUENCE */
};

struct table {
    const struct exchange_input *input;
    struct cells cells;
    struct map map;
    struct columns columns;
    struct gathering *gathering;
    struct table_memory memory;
    struct meaning fallback;  /* of a row that names no relation; type -1: there is none */
    uint32_t fallback_form;   /* of the gathering; 0: none */
    int other;                /* the type of unknown words; -1: they are errors */
    const char *value_source; /* what the map says for all rows, or NULL */
    uint32_t value_when;      /* likewise: a text of the gathering, or 0 */
    double most_weight;       /* 0: weights are grades from 1 to 5 */
    bool matrix;              /* the table is one */
    bool corner;              /* in a matrix, the column of names has a heading */
    bool claims;              /* it is the second one, of claims about the ties of the first */
    bool has_actors;          /* there is a table of actors, whose ids others may use */
    bool keep_going, bad_row;
    size_t bad_rows;
    size_t guessed_kinds;  /* actors whose kind nothing says */
    size_t rough_amounts;  /* "about 5" */
    size_t even_weights;   /* in a column where all are 1 */
    size_t lone_claims;    /* cells about a claim in rows without a source */
    size_t marked_details; /* cells about a tie in rows with a marking, which is of the claim */
    struct {
        struct year_row *items;
        size_t count, capacity;
    } years;
};

/* TABLE must be closed whatever the result. */
enum status table_open(struct table *table, const struct exchange_input *input);
void table_close(struct table *table);

/* Goes on with INPUT, whose columns and words are its own. */
enum status table_reopen(struct table *table, const struct exchange_input *input);

/* The number of TEXT in MEMORY, and its value: that of what was read before, or STRINGS_NO_VALUE.
 */
enum status table_recall(struct strings *memory, const char *text, uint32_t *number,
                         uint32_t *value);

/* The cell with ROLE in the current row; one without text if there is none. */
const struct cell *table_cell(const struct table *table, enum role role);

/* Reports that the current row cannot be understood, at CELL: an error, or with keep-going a
   warning. */
void table_report(struct table *table, const struct cell *cell, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The numbers of further files (draft.h). */
enum { TABLE_OF_ACTORS = 1, TABLE_OF_CLAIMS = 2 };

/* Where CELL of the table is, for the draft. */
struct gathered_place table_place(const struct table *table, const struct cell *cell);

/* The number of TEXT in the gathering. */
enum status table_text(struct table *table, const char *text, uint32_t *number);

enum table_called { CALLED_ID, CALLED_NAME, CALLED_ALIAS };

/* Takes note that KEY, a text, is what ACTOR is called in a table of actors. */
enum status table_know_actor(struct table *table, uint32_t key, uint32_t actor,
                             enum table_called called);

#define TABLE_SEVERAL (UINT32_MAX - 2)
/* The actor that a table of actors calls KEY, a text, exactly, or else but for the case of
   letters; GATHERED_NONE if there is none, TABLE_SEVERAL if it calls several so. An id goes
   before an alias, with ID_FIRST also before a name. */
uint32_t table_known_actor(const struct table *table, uint32_t key, bool id_first);

#endif
