/* SPDX-License-Identifier: MIT */
/* What the columns of a table are: found from their headings, a map, and what their cells have in
   common. */
#ifndef FORMAT_TABLE_COLUMNS_H
#define FORMAT_TABLE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/table/amount_text.h"
#include "format/table/cells.h"
#include "format/table/map.h"
#include "format/table/role.h"
#include "format/table/time_text.h"
#include "format/table/words.h"

/* A column, and what all its cells have in common. */
struct column {
    char *heading; /* owned */
    enum role role;
    struct meaning meaning;  /* of an indicator */
    size_t filled;           /* cells that are not empty */
    bool truths, directions; /* all cells are like "1"; like "Directed" */
    bool numbers, grades;    /* all are numbers; whole ones from 1 to 5 */
    bool names;              /* all can be names: no numbers, dates, links or long texts */
    size_t marks;            /* cells that say whether a tie is there: "1", "1?", "denies" */
    size_t denials;          /* cells that begin with a denial: "denied by all" */
    double most;             /* the largest number without its sign */
    bool negative;           /* a number is */
    bool fractions;          /* some number is not whole */
    enum time_dash hyphen;   /* of cells like 2013-05 and 2019-20; EITHER: they differ */
    enum time_dash stroke;   /* likewise of 2013/05 and 2019–20 */
    enum time_order order;   /* that a cell makes certain */
    enum amount_mark mark;   /* likewise */
};

enum { COLUMNS_NONE = -1 };

struct columns {
    struct {
        struct column *items;
        size_t count, capacity;
    } list;
    int of[ROLES]; /* the column with a role; COLUMNS_NONE */
    uint32_t heading_line;
    const char *implied; /* the type of ties that a heading implies, or NULL */
    bool indicators;     /* there are columns that each name a form */
    enum role doubtful;  /* FROM or TO: it is not clear which column that is; else NONE */
};

/* Initializes COLUMNS with the headings in ROW. */
enum status columns_init(struct columns *columns, const struct cell *cells, size_t count);
void columns_clear(struct columns *columns);

/* Assigns roles from headings and MAP. */
void columns_assign(struct columns *columns, struct map *map);

/* Whether columns for both ends have been found. */
bool columns_has_ends(const struct columns *columns);

/* Takes note of a row; then, after the last one, assigns the roles that depend on cells. Sets
 *CHANGED if another column, or none, is that of relations. */
void columns_survey(struct columns *columns, const struct cell *cells, size_t count);
void columns_finish(struct columns *columns, struct map *map, bool *changed);

/* What is behind the dash of TEXT, a cell of COLUMN that can be read in two ways: EITHER if the
   column does not tell. NONE: TEXT has no second reading. */
enum time_dash column_dash(const struct column *column, const char *text);

/* Whether ROLE, that of an end, was guessed from a heading that can also be that of something
 * else.
 */
bool columns_is_weak(const struct columns *columns, struct map *map, enum role role);
/* After the last row: takes back such guesses if another column without a role could be the end,
   unless the cells of both ends are KIN: have names in common. */
void columns_doubt_ends(struct columns *columns, struct map *map, bool kin);
/* The next column without a role from INDEX on that could be an end; the number of columns if
   there is none. */
size_t columns_next_end(const struct columns *columns, struct map *map, size_t index);

/* The column with ROLE, or NULL. */
const struct column *columns_find(const struct columns *columns, enum role role);

#endif
