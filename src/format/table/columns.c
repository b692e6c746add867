/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"

/* --- headings */

static char *copy(const char *text, size_t length)
{
    char *copied = malloc(length + 1);
    if (copied != NULL) {
        memcpy(copied, text, length);
        copied[length] = '\0';
    }
    return copied;
}

enum status columns_init(struct columns *columns, const struct cell *cells, size_t count)
{
    columns_clear(columns);
    ARRAY_RESERVE(&columns->list, count);
    for (size_t i = 0; i < count; i++) {
        char *heading = copy(cells[i].text, cells[i].length);
        if (heading == NULL)
            return STATUS_MEMORY;
        columns->list.items[columns->list.count++] = (struct column){.heading = heading,
                                                                     .meaning = MEANING_NONE,
                                                                     .truths = true,
                                                                     .directions = true,
                                                                     .numbers = true,
                                                                     .grades = true,
                                                                     .names = true};
    }
    columns->heading_line = cells[0].line;
    return STATUS_OK;
}

void columns_clear(struct columns *columns)
{
    for (size_t i = 0; i < columns->list.count; i++)
        free(columns->list.items[i].heading);
    free(columns->list.items);
    *columns = (struct columns){.implied = NULL};
    for (int role = 0; role < ROLES; role++)
        columns->of[role] = COLUMNS_NONE;
}

const struct column *columns_find(const struct columns *columns, enum role role)
{
    return columns->of[role] >= 0 ? &columns->list.items[columns->of[role]] : NULL;
}

bool columns_has_ends(const struct columns *columns)
{
    return columns->of[ROLE_FROM] >= 0 && columns->of[ROLE_TO] >= 0;
}

/* --- roles */

static void set_role(struct columns *columns, size_t index, enum role role)
{
    columns->list.items[index].role = role;
    if (role != ROLE_NONE && role != ROLE_INDICATOR && role != ROLE_ATTRIBUTE &&
        columns->of[role] < 0)
        columns->of[role] = (int)index;
}

/* Whether the map says what the column is. A type of relation makes it an indicator. */
static bool assign_mapped(struct columns *columns, struct map *map, size_t index)
{
    struct column *column = &columns->list.items[index];
    const char *value = map_find(map, MAP_COLUMNS, column->heading);
    if (value == NULL)
        return false;
    const enum role role = role_find(value);
    if (role < ROLES) {
        set_role(columns, index, role);
        return true;
    }
    columns->indicators = true;
    set_role(columns, index, ROLE_INDICATOR);
    return words_read_type(value, &column->meaning.type, &column->meaning.form);
}

/* Gives ROLE to the column whose heading fits it best. MAPPED columns are not asked. */
static void assign_guessed(struct columns *columns, enum role role, const bool *mapped)
{
    size_t best = SIZE_MAX, found = 0;
    for (size_t i = 0; i < columns->list.count; i++) {
        const struct column *column = &columns->list.items[i];
        const size_t rank =
            column->role == ROLE_NONE && !mapped[i] ? role_rank(role, column->heading) : SIZE_MAX;
        if (rank < best) {
            best = rank;
            found = i;
        }
    }
    if (best < SIZE_MAX)
        set_role(columns, found, role);
}

/* Whether the column with ROLE, if there is one, has this HEADING. */
static bool is_headed(const struct columns *columns, enum role role, const char *heading)
{
    char key[WORDS_KEY];
    const struct column *column = columns_find(columns, role);
    words_squeeze(key, column != NULL ? column->heading : "");
    return strcmp(key, heading) == 0;
}

/* Takes the column that was guessed to have ROLE for another one, or none. */
static void guess_again(struct columns *columns, enum role role, const bool *mapped)
{
    bool left_out[CELLS_MAX];
    const size_t index = (size_t)columns->of[role];
    if (mapped[index])
        return;
    memcpy(left_out, mapped, sizeof left_out);
    left_out[index] = true;
    columns->list.items[index].role = ROLE_NONE;
    columns->of[role] = COLUMNS_NONE;
    assign_guessed(columns, role, left_out);
}

/* "Start" and "end" are the ends of a tie only together; else they are its dates. "Source" is one
   only beside the other; else it says who says so. */
static void separate_ends(struct columns *columns, const bool *mapped)
{
    const bool start = is_headed(columns, ROLE_FROM, "start");
    const bool end = is_headed(columns, ROLE_TO, "end");
    if (start && !end)
        guess_again(columns, ROLE_FROM, mapped);
    if (end && !start)
        guess_again(columns, ROLE_TO, mapped);
    if (columns->of[ROLE_TO] < 0 && is_headed(columns, ROLE_FROM, "source"))
        guess_again(columns, ROLE_FROM, mapped);
}

/* Whether a column without a role could well have ROLE. */
static bool has_other(const struct columns *columns, enum role role, const bool *mapped)
{
    for (size_t i = 0; i < columns->list.count; i++) {
        const struct column *column = &columns->list.items[i];
        if (column->role == ROLE_NONE && !mapped[i] &&
            role_rank(role, column->heading) != SIZE_MAX && !role_is_weak(role, column->heading))
            return true;
    }
    return false;
}

/* The column headed HEADING, unless it is MAPPED; COLUMNS_NONE if there is none. */
static int find_headed(const struct columns *columns, const char *heading, const bool *mapped)
{
    char key[WORDS_KEY];
    for (size_t i = 0; i < columns->list.count; i++) {
        words_squeeze(key, columns->list.items[i].heading);
        if (!mapped[i] && strcmp(key, heading) == 0)
            return (int)i;
    }
    return COLUMNS_NONE;
}

/* "From" and "to" are dates if other columns say who does it to whom. */
static void separate_dates(struct columns *columns, const bool *mapped)
{
    const int from = find_headed(columns, "from", mapped),
              to = find_headed(columns, "to", mapped);
    const bool to_is_end = to >= 0 && columns->of[ROLE_TO] == to;
    if (from < 0 || to < 0 || columns->of[ROLE_FROM] != from || columns->of[ROLE_TO] < 0 ||
        !has_other(columns, ROLE_FROM, mapped) ||
        (to_is_end && !has_other(columns, ROLE_TO, mapped)))
        return;
    guess_again(columns, ROLE_FROM, mapped);
    if (to_is_end)
        guess_again(columns, ROLE_TO, mapped);
    set_role(columns, (size_t)from, ROLE_START);
    set_role(columns, (size_t)to, ROLE_END);
}

/* A date beside an end is a start: "date from", "date to". */
static void pair_dates(struct columns *columns, const bool *mapped)
{
    const int when = columns->of[ROLE_WHEN];
    if (columns->of[ROLE_END] < 0 || columns->of[ROLE_START] >= 0 || when < 0 || mapped[when])
        return;
    columns->of[ROLE_WHEN] = COLUMNS_NONE;
    set_role(columns, (size_t)when, ROLE_START);
}

/* Numbers of actors are their names if nothing else is. */
static void promote_id(struct columns *columns, enum role id, enum role name)
{
    if (columns->of[name] >= 0 || columns->of[id] < 0)
        return;
    const size_t index = (size_t)columns->of[id];
    columns->of[id] = COLUMNS_NONE;
    set_role(columns, index, name);
}

/* Of the columns that might say who acts, the one right before "to" is it: "source" beside
   "target". */
static void prefer_neighbour(struct columns *columns, const bool *mapped)
{
    const int from = columns->of[ROLE_FROM], beside = columns->of[ROLE_TO] - 1;
    if (from < 0 || beside < 0 || from == beside || mapped[from] || mapped[beside] ||
        !role_is_weak(ROLE_FROM, columns->list.items[from].heading) ||
        role_rank(ROLE_FROM, columns->list.items[beside].heading) == SIZE_MAX)
        return;
    const enum role role = columns->list.items[beside].role;
    columns->list.items[from].role = ROLE_NONE;
    columns->of[role] = columns->of[ROLE_FROM] = COLUMNS_NONE;
    set_role(columns, (size_t)beside, ROLE_FROM);
    if (role != ROLE_NONE)
        assign_guessed(columns, role, mapped);
}

/* Where both ends have numbers, and only one seems to have a name, the numbers are surer. */
static void prefer_ids(struct columns *columns, const bool *mapped)
{
    const struct column *from = columns_find(columns, ROLE_FROM);
    if (from == NULL || columns->of[ROLE_TO] >= 0 || columns->of[ROLE_FROM_ID] < 0 ||
        columns->of[ROLE_TO_ID] < 0 || mapped[columns->of[ROLE_FROM]] ||
        !role_is_weak(ROLE_FROM, from->heading))
        return;
    columns->list.items[columns->of[ROLE_FROM]].role = ROLE_NONE;
    columns->of[ROLE_FROM] = COLUMNS_NONE;
}

/* Whether the heading of the column with ROLE begins with WORD; so does none. */
static bool begins_with(const struct columns *columns, enum role role, const char *word)
{
    char key[WORDS_KEY];
    const struct column *column = columns_find(columns, role);
    words_squeeze(key, column != NULL ? column->heading : word);
    return strncmp(key, word, strlen(word)) == 0;
}

/* Numbers and kinds with a heading that more than one name can have: they are of the NAME that
   begins with WORD, or else of the OTHER. */
static const struct attribution {
    enum role role;
    const char *heading;
    enum role name;
    const char *word;
    enum role other;
} attributions[] = {{ROLE_FROM_ID, "sourceid", ROLE_FROM, "source", ROLE_SOURCE_ID},
                    {ROLE_FROM_KIND, "sourcetype", ROLE_FROM, "source", ROLE_NONE},
                    {ROLE_FROM_KIND, "sourcekind", ROLE_FROM, "source", ROLE_NONE},
                    {ROLE_TO_ID, "actorid", ROLE_TO, "actor", ROLE_FROM_ID}};

/* "Source id" beside "target id" is the number of an end, whatever its name is called. */
static bool is_misattributed(const struct columns *columns, const struct attribution *attribution)
{
    return is_headed(columns, attribution->role, attribution->heading) &&
           !begins_with(columns, attribution->name, attribution->word) &&
           !(attribution->role == ROLE_FROM_ID && is_headed(columns, ROLE_TO_ID, "targetid"));
}

static void attribute_again(struct columns *columns, const bool *mapped)
{
    for (size_t i = 0; i < sizeof attributions / sizeof *attributions; i++) {
        const struct attribution *attribution = &attributions[i];
        const int index = columns->of[attribution->role];
        if (index < 0 || mapped[index] || !is_misattributed(columns, attribution))
            continue;
        guess_again(columns, attribution->role, mapped);
        if (attribution->other != ROLE_NONE && columns->of[attribution->other] < 0)
            set_role(columns, (size_t)index, attribution->other);
    }
}

void columns_assign(struct columns *columns, struct map *map)
{
    bool mapped[CELLS_MAX] = {false};
    for (size_t i = 0; i < columns->list.count; i++)
        mapped[i] = assign_mapped(columns, map, i);
    for (int role = ROLE_NONE + 1; role < ROLES; role++) {
        if (columns->of[role] < 0)
            assign_guessed(columns, (enum role)role, mapped);
        if (role == ROLE_TO) {
            separate_ends(columns, mapped);
            separate_dates(columns, mapped);
        }
    }
    prefer_neighbour(columns, mapped);
    prefer_ids(columns, mapped);
    attribute_again(columns, mapped);
    pair_dates(columns, mapped);
    promote_id(columns, ROLE_FROM_ID, ROLE_FROM);
    promote_id(columns, ROLE_TO_ID, ROLE_TO);
    for (size_t i = 0; i < columns->list.count && columns->implied == NULL; i++)
        columns->implied = role_imply(columns->list.items[i].heading);
}

/* --- cells */

static bool is_direction(const char *text)
{
    char key[WORDS_KEY];
    words_squeeze(key, text);
    return strcmp(key, "directed") == 0 || strcmp(key, "undirected") == 0 ||
           strcmp(key, "mutual") == 0 || strcmp(key, "mixed") == 0;
}

static void survey_number(struct column *column, const char *text)
{
    double number;
    column->numbers = amount_text_number(text, &number);
    if (!column->numbers) {
        column->grades = false;
        return;
    }
    const double size = number < 0 ? -number : number;
    column->fractions |= size - (double)(long long)(size < 1e15 ? size : 0) > 1e-9;
    column->negative |= number < 0;
    column->most = size > column->most ? size : column->most;
    column->grades = column->grades && (size >= 1 && size <= 5 && (size - (int)size) * 1000 < 1);
}

/* What a column says in which a cell says MORE; 0: nothing. */
static unsigned agree(unsigned so_far, unsigned more, unsigned differ)
{
    return more == 0 || more == so_far ? so_far : so_far == 0 ? more : differ;
}

static void survey_dash(struct column *column, const char *text)
{
    const enum time_dash dash = time_text_dash(text);
    enum time_dash *known = time_text_hyphenated(text) ? &column->hyphen : &column->stroke;
    if (dash != TIME_DASH_EITHER)
        *known = agree(*known, dash, TIME_DASH_EITHER);
}

static bool can_be_name(const struct cell *cell)
{
    enum { LONGEST = 100 };
    struct buffer date = BUFFER_EMPTY;
    double number;
    if (cell->length > LONGEST || strstr(cell->text, "://") != NULL ||
        amount_text_number(cell->text, &number))
        return false;
    const enum time_result result = ascii_is_digit(cell->text[0])
                                        ? time_text_read(cell->text, TIME_ORDER_UNKNOWN, &date)
                                        : TIME_MALFORMED;
    buffer_clear(&date);
    return result == TIME_MALFORMED;
}

static void survey_cell(struct column *column, const struct cell *cell)
{
    enum { LONGEST = 40 };
    struct meaning meaning = MEANING_NONE;
    bool truth;
    if (cell->length == 0)
        return;
    column->filled++;
    column->marks += cell->length <= LONGEST && words_find_mark(cell->text, &truth, &meaning);
    column->names = column->names && can_be_name(cell);
    if (cell->length > LONGEST) {
        column->truths = column->directions = column->numbers = column->grades = false;
        return;
    }
    column->denials += words_begin_denial(cell->text);
    if (column->truths)
        column->truths = words_find_truth(cell->text, &truth);
    if (column->directions)
        column->directions = is_direction(cell->text);
    if (column->numbers)
        survey_number(column, cell->text);
    column->order = agree(column->order, time_text_order(cell->text), TIME_ORDERS_DIFFER);
    if (column->role == ROLE_AMOUNT)
        column->mark = agree(column->mark, amount_text_mark(cell->text), AMOUNT_MARKS_DIFFER);
    survey_dash(column, cell->text);
}

enum time_dash column_dash(const struct column *column, const char *text)
{
    const bool hyphen = time_text_hyphenated(text);
    const enum time_dash own = hyphen ? column->hyphen : column->stroke;
    const enum time_dash other = hyphen ? column->stroke : column->hyphen;
    if (time_text_dash(text) != TIME_DASH_EITHER)
        return TIME_DASH_NONE;
    if (own != TIME_DASH_NONE)
        return own;
    if (hyphen) /* a month of ISO 8601, unless the column has seasons */
        return other == TIME_DASH_NONE || other == TIME_DASH_MONTH ? TIME_DASH_MONTH
                                                                   : TIME_DASH_EITHER;
    return other == TIME_DASH_YEAR ? TIME_DASH_YEAR : TIME_DASH_EITHER;
}

void columns_survey(struct columns *columns, const struct cell *cells, size_t count)
{
    for (size_t i = 0; i < count && i < columns->list.count; i++)
        survey_cell(&columns->list.items[i], &cells[i]);
}

/* --- roles that depend on cells */

/* A column without any text is none. */
static void drop_empty(struct columns *columns, enum role role)
{
    const int index = columns->of[role];
    if (index < 0 || columns->list.items[index].filled > 0)
        return;
    columns->list.items[index].role = ROLE_NONE;
    columns->of[role] = COLUMNS_NONE;
}

/* A column such as Type in edge tables, which says "Directed". */
static bool move_direction(struct columns *columns, struct map *map)
{
    const int index = columns->of[ROLE_RELATION];
    if (index < 0)
        return false;
    struct column *column = &columns->list.items[index];
    const bool all_empty = column->filled == 0;
    if (map_find(map, MAP_COLUMNS, column->heading) != NULL ||
        (!column->directions && !all_empty && !column->truths))
        return false;
    columns->of[ROLE_RELATION] = COLUMNS_NONE;
    column->role = ROLE_NONE;
    if (column->directions && !all_empty)
        set_role(columns, (size_t)index, ROLE_MUTUAL);
    else
        column->role = ROLE_ATTRIBUTE;
    bool mapped[CELLS_MAX] = {false};
    assign_guessed(columns, ROLE_RELATION, mapped);
    if (column->role == ROLE_ATTRIBUTE)
        column->role = ROLE_NONE;
    drop_empty(columns, ROLE_RELATION);
    return true;
}

/* Columns whose headings are words of relations, and of whose cells most say whether the tie is
   there. The others are errors. */
static void find_indicators(struct columns *columns)
{
    for (size_t i = 0; i < columns->list.count; i++) {
        struct column *column = &columns->list.items[i];
        if (column->role == ROLE_NONE && column->marks > 0 &&
            column->marks >= column->filled - column->marks &&
            words_find_relation(column->heading, &column->meaning)) {
            column->role = ROLE_INDICATOR;
            columns->indicators = true;
        }
    }
}

void columns_finish(struct columns *columns, struct map *map, bool *changed)
{
    *changed = move_direction(columns, map);
    if (columns->of[ROLE_RELATION] < 0)
        find_indicators(columns);
}

/* --- ends that are not clear */

bool columns_is_weak(const struct columns *columns, struct map *map, enum role role)
{
    const struct column *column = columns_find(columns, role);
    return column != NULL && role_is_weak(role, column->heading) &&
           map_find(map, MAP_COLUMNS, column->heading) == NULL;
}

size_t columns_next_end(const struct columns *columns, struct map *map, size_t index)
{
    for (; index < columns->list.count; index++) {
        const struct column *column = &columns->list.items[index];
        if (column->role == ROLE_NONE && column->filled > 0 && column->names && !column->truths &&
            !column->directions && map_find(map, MAP_COLUMNS, column->heading) == NULL)
            break;
    }
    return index;
}

/* Whether "source", taken for who says so, could act on "target" as well, unless who acts is
   right before that. */
static bool is_rivalled(const struct columns *columns, struct map *map)
{
    const struct column *source = columns_find(columns, ROLE_SOURCE);
    return is_headed(columns, ROLE_SOURCE, "source") && is_headed(columns, ROLE_TO, "target") &&
           columns->of[ROLE_FROM] + 1 != columns->of[ROLE_TO] &&
           map_find(map, MAP_COLUMNS, source->heading) == NULL;
}

/* Takes back that the column with ROLE is that end. */
static void take_back(struct columns *columns, enum role role)
{
    const bool source = is_headed(columns, role, "source") && columns->of[ROLE_SOURCE] < 0;
    const size_t index = (size_t)columns->of[role];
    columns->doubtful = role;
    columns->of[role] = COLUMNS_NONE;
    set_role(columns, index, source ? ROLE_SOURCE : ROLE_NONE);
}

void columns_doubt_ends(struct columns *columns, struct map *map, bool kin)
{
    const bool beside = columns->of[ROLE_FROM] + 1 == columns->of[ROLE_TO];
    const bool edge =
        is_headed(columns, ROLE_FROM, "source") && beside && columns->of[ROLE_SOURCE] >= 0;
    const bool others = columns_next_end(columns, map, 0) < columns->list.count;
    if (kin)
        return;
    if (columns_is_weak(columns, map, ROLE_TO) && others)
        take_back(columns, ROLE_TO);
    if (columns_is_weak(columns, map, ROLE_FROM) && !edge &&
        (others || is_rivalled(columns, map)))
        take_back(columns, ROLE_FROM);
}
