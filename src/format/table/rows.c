/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/rows.h"

#include <string.h>

#include "base/memory/array.h"
#include "format/table/amounts.h"
#include "format/table/cell_date.h"
#include "format/table/cell_ends.h"
#include "format/table/cell_names.h"
#include "format/table/cell_relation.h"
#include "format/table/cell_values.h"
#include "model/date.h"

/* What a row says, but for the relation, of which it can name several. */
struct row {
    uint32_t from, to, sources; /* lists */
    uint32_t when;              /* a text; 0: none */
    int year;                   /* of a row that is about one year; 0 */
    uint32_t name;              /* of the tie, in the memory of ties; 0: it has none */
    bool named;                 /* it is that of a tie above */
    int weight, sign, mutual;
    double number; /* of the weight, as written */
    struct gathered_tie tie;
    struct gathered_claim claim;
    struct amounts amounts;
    struct gathered_place place;
};

/* --- dates */

/* The end of a period: of one without, or that is said to go on, open; of one whose end is said
   to be unknown, nothing. */
static const char *end_text(const struct table *table, uint32_t end)
{
    const struct cell *cell = table_cell(table, ROLE_END);
    if (end != 0)
        return gathering_string(table->gathering, end);
    return cell->length == 0 || time_text_is_now(cell->text) ? ".." : "";
}

/* A period from the cells START and END. When one without a start began is not known. */
static enum status read_period(struct table *table, uint32_t *when)
{
    uint32_t start, end = 0;
    struct date date;
    struct buffer out = BUFFER_EMPTY;
    TRY(cell_date(table, ROLE_START, &start));
    if (!time_text_is_now(table_cell(table, ROLE_END)->text))
        TRY(cell_date(table, ROLE_END, &end));
    *when = start == end ? start : 0;
    if (start == end)
        return STATUS_OK;
    buffer_format(&out, "%s/%s", start != 0 ? gathering_string(table->gathering, start) : "",
                  end_text(table, end));
    enum status status = buffer_status(&out);
    if (status == STATUS_OK && date_parse(buffer_string(&out), &date) != DATE_VALID)
        table_report(table, table_cell(table, end != 0 ? ROLE_END : ROLE_START),
                     "\"%s\" is no period: it ends before it begins, or its ends are periods",
                     buffer_string(&out));
    else if (status == STATUS_OK)
        status = gathering_text(table->gathering, buffer_string(&out), out.length, when);
    buffer_clear(&out);
    return status;
}

/* Counts dates that are not used, as the row has better ones, and say something else. */
static void count_spare(struct table *table, enum role role, const char *used)
{
    const struct cell *cell = table_cell(table, role);
    losses_add(table->input->losses, "dates of ties beside others of the same row",
               cell->length > 0 && strstr(used, cell->text) == NULL);
}

static enum status read_times(struct table *table, struct row *row)
{
    const struct columns *columns = &table->columns;
    const struct cell *when = table_cell(table, ROLE_WHEN);
    const struct cell *start = table_cell(table, ROLE_START), *end = table_cell(table, ROLE_END);
    const struct cell *year = table_cell(table, ROLE_YEAR);
    if (when->length > 0) {
        count_spare(table, ROLE_START, when->text);
        count_spare(table, ROLE_END, when->text);
        count_spare(table, ROLE_YEAR, when->text);
        return cell_date(table, ROLE_WHEN, &row->when);
    }
    if (year->length > 0 && end->length > 0 && columns->of[ROLE_START] < 0)
        table_report(table, end,
                     "the row has a year and an end, but no column for its start; say in a map "
                     "whether it is \"%s\", or leave one of them out",
                     columns_find(columns, ROLE_YEAR)->heading);
    if (start->length > 0 || end->length > 0) {
        if (strstr(end->text, year->text) == NULL)
            count_spare(table, ROLE_YEAR, start->text);
        return read_period(table, &row->when);
    }
    if (columns->of[ROLE_WHEN] < 0 && columns->of[ROLE_START] < 0 &&
        time_text_year(year->text, &row->year))
        return STATUS_OK;
    row->year = 0;
    TRY(cell_date(table, ROLE_YEAR, &row->when));
    row->when = row->when != 0 ? row->when : table->value_when;
    return STATUS_OK;
}

/* --- what else there is */

static int read_sign(struct table *table, double weight)
{
    const struct cell *cell = table_cell(table, ROLE_SIGN);
    double number;
    if (cell->length == 0)
        return weight < 0 ? (int)SIGN_MINUS : -1;
    if (amount_text_number(cell->text, &number))
        return number < 0 ? SIGN_MINUS : number > 0 ? SIGN_PLUS : SIGN_ZERO;
    if (cell->text[0] == '-' || strncmp(cell->text, "neg", 3) == 0 ||
        strncmp(cell->text, "Neg", 3) == 0)
        return SIGN_MINUS;
    if (cell->text[0] == '+' || strncmp(cell->text, "pos", 3) == 0 ||
        strncmp(cell->text, "Pos", 3) == 0)
        return SIGN_PLUS;
    if (strncmp(cell->text, "neu", 3) == 0 || strncmp(cell->text, "Neu", 3) == 0)
        return SIGN_ZERO;
    table_report(table, cell, "the sign must be +, - or 0, not \"%s\"", cell->text);
    return -1;
}

static int read_mutual(struct table *table)
{
    const struct cell *cell = table_cell(table, ROLE_MUTUAL);
    char key[WORDS_KEY], heading[WORDS_KEY];
    bool truth;
    if (cell->length == 0)
        return -1;
    words_squeeze(key, cell->text);
    words_squeeze(heading, columns_find(&table->columns, ROLE_MUTUAL)->heading);
    if (strcmp(key, "directed") == 0 || strcmp(key, "oneway") == 0 ||
        strcmp(key, "unidirectional") == 0 || strcmp(key, "forward") == 0)
        return 0;
    if (strcmp(key, "undirected") == 0 || strcmp(key, "mutual") == 0 ||
        strcmp(key, "bidirectional") == 0 || strcmp(key, "both") == 0)
        return 1;
    if (words_find_truth(cell->text, &truth))
        return truth !=
               (strcmp(heading, "directed") == 0 || strcmp(heading, "directedness") == 0);
    table_report(table, cell, "%s must be yes or no, not \"%s\"",
                 columns_find(&table->columns, ROLE_MUTUAL)->heading, cell->text);
    return -1;
}

static int read_word(struct table *table, enum role role, const struct vocabulary *words)
{
    const struct cell *cell = table_cell(table, role);
    const int index = cell->length > 0 ? words_find_listed(words, cell->text) : -1;
    if (cell->length > 0 && index < 0)
        table_report(table, cell, "unknown %s \"%s\"", role_word(role), cell->text);
    return index;
}

/* Sets the note of the tie of a row without a source, which may have two. */
static enum status join_notes(struct table *table, uint32_t note, uint32_t *tie_note)
{
    struct buffer both = BUFFER_EMPTY;
    if (note == 0 || *tie_note == 0 || note == *tie_note) {
        *tie_note = note != 0 ? note : *tie_note;
        return STATUS_OK;
    }
    buffer_format(&both, "%s; %s", gathering_string(table->gathering, note),
                  gathering_string(table->gathering, *tie_note));
    enum status status = buffer_status(&both);
    if (status == STATUS_OK)
        status = table_text(table, buffer_string(&both), tie_note);
    buffer_clear(&both);
    return status;
}

/* What is said of a claim is said of the tie if the row has no source. */
static enum status read_remarks(struct table *table, struct row *row)
{
    uint32_t note, link;
    TRY(table_text(table, table_cell(table, ROLE_NOTE)->text, &note));
    TRY(table_text(table, table_cell(table, ROLE_LINK)->text, &link));
    TRY(table_text(table, table_cell(table, ROLE_TIE_NOTE)->text, &row->tie.note));
    TRY(table_text(table, table_cell(table, ROLE_TIE_LINK)->text, &row->tie.href));
    if (row->sources != TABLE_UNKNOWN) {
        row->claim.note = note;
        row->claim.href = link;
        return STATUS_OK;
    }
    losses_add(table->input->losses, "links of ties beside others of the same row",
               link != 0 && row->tie.href != 0 && link != row->tie.href);
    row->tie.href = link != 0 ? link : row->tie.href;
    return join_notes(table, note, &row->tie.note);
}

static enum status read_texts(struct table *table, struct row *row)
{
    TRY(read_remarks(table, row));
    TRY(table_text(table, table_cell(table, ROLE_QUOTE)->text, &row->claim.quote));
    TRY(table_text(table, table_cell(table, ROLE_AT)->text, &row->claim.at));
    TRY(table_text(table, table_cell(table, ROLE_PLACE)->text, &row->tie.place_name));
    TRY(table_text(table, table_cell(table, ROLE_ID)->text, &row->tie.id));
    if (row->tie.id == 0)
        TRY(table_text(table, table_cell(table, ROLE_TIE)->text, &row->tie.id));
    return STATUS_OK;
}

/* A marking is that of the claim; of the tie if the row has no source. */
static enum status read_claim(struct table *table, struct row *row)
{
    struct gathered_claim *claim = &row->claim;
    const bool sourced = row->sources != TABLE_UNKNOWN;
    claim->place = row->place;
    claim->credibility = cell_number(table, ROLE_CREDIBILITY, 1, 6, 0);
    claim->confidence = cell_number(table, ROLE_CONFIDENCE, 0, 100, -1);
    TRY(cell_date(table, ROLE_CLAIM_DATE, &claim->date));
    TRY(cell_marking(table, table, sourced ? &claim->marking : &row->tie.marking));
    if (claim->marking != 0 &&
        strcmp(gathering_string(table->gathering, claim->marking), "public") != 0)
        table->marked_details += (row->tie.place_name != 0) + (row->weight > 0) +
                                 (row->tie.note != 0) + (row->tie.href != 0);
    if (!sourced)
        table->lone_claims += (claim->credibility > 0) + (claim->confidence >= 0) +
                              (claim->date != 0) + (claim->quote != 0) + (claim->at != 0);
    return STATUS_OK;
}

/* The name in the column "tie". */
static enum status read_tie_name(struct table *table, struct row *row)
{
    const struct cell *cell = table_cell(table, ROLE_TIE);
    TRY(strings_intern(&table->memory.ties, STRINGS_OFTEN, cell->text, cell->length, &row->name));
    row->named = strings_value(&table->memory.ties, row->name) != STRINGS_NO_VALUE;
    return STATUS_OK;
}

static void report_no_end(struct table *table, enum role role, const char *who)
{
    const struct column *column = columns_find(&table->columns, role);
    if (column != NULL)
        table_report(table, table_cell(table, role), "the row doesn't say %s: \"%s\" is empty",
                     who, column->heading);
    else
        table_report(table, table_cell(table, ROLE_TIE), "no tie above is called \"%.100s\"",
                     table_cell(table, ROLE_TIE)->text);
}

/* A row that names a tie which is known need not say its ends. */
static enum status read_ends(struct table *table, struct row *row)
{
    TRY(cell_ends(table, ROLE_FROM, ROLE_FROM_ID, ROLE_FROM_KIND, &row->from));
    TRY(cell_ends(table, ROLE_TO, ROLE_TO_ID, ROLE_TO_KIND, &row->to));
    TRY(read_tie_name(table, row));
    const bool both = row->from != TABLE_UNKNOWN && row->to != TABLE_UNKNOWN;
    if (both || (row->named && row->from == row->to))
        return STATUS_OK;
    if (row->from == TABLE_UNKNOWN)
        report_no_end(table, ROLE_FROM, "who acts");
    if (row->to == TABLE_UNKNOWN && columns_has_ends(&table->columns))
        report_no_end(table, ROLE_TO, "to whom");
    return STATUS_OK;
}

static enum status read_row(struct table *table, struct row *row)
{
    TRY(read_ends(table, row));
    TRY(cell_sources(table, &row->sources));
    TRY(read_times(table, row));
    TRY(amounts_read(table, &row->amounts));
    row->tie.weight = row->weight = cell_weight(table, &row->number);
    row->tie.sign = read_sign(table, row->number);
    row->tie.mutual = read_mutual(table);
    row->tie.phase = read_word(table, ROLE_PHASE, &vocabulary_phases);
    row->tie.tier = read_word(table, ROLE_TIER, &vocabulary_tiers);
    TRY(read_texts(table, row));
    return read_claim(table, row);
}

/* --- ties */

/* Takes note of a claim about one year, for years_gather. */
static enum status add_year(struct table *table, const struct row *row, uint32_t tie,
                            const struct gathered_claim *claim)
{
    const bool amount = row->amounts.count > 0;
    if (row->amounts.count > 1)
        table_report(table, table_cell(table, ROLE_AMOUNT), "a year has more than one amount");
    ARRAY_RESERVE(&table->years, 1);
    table->years.items[table->years.count] =
        (struct year_row){.tie = tie,
                          .sequence = (uint32_t)table->years.count,
                          .year = row->year,
                          .weight = row->weight,
                          .claimed = claim->by != GATHERED_NONE,
                          .claim = *claim,
                          .amount = amount ? row->amounts.items[0].value : 0,
                          .unit = amount ? row->amounts.items[0].unit : 0};
    table->years.count++;
    return STATUS_OK;
}

/* Adds what SOURCE says of TIE; GATHERED_NONE: no source says it. */
static enum status add_claim(struct table *table, const struct row *row, uint32_t tie,
                             uint32_t source)
{
    struct gathered_claim claim = row->claim;
    uint32_t index = GATHERED_NONE;
    claim.by = source;
    if (row->year != 0)
        return add_year(table, row, tie, &claim);
    TRY(amounts_add_periods(table, ROLE_PERIOD, tie, &claim.period));
    if (source != GATHERED_NONE)
        TRY(gathering_claim(table->gathering, tie, &claim, &index));
    return amounts_add(table, &row->amounts, tie, index);
}

static enum status add_claims(struct table *table, const struct row *row, uint32_t tie)
{
    if (row->sources == TABLE_UNKNOWN)
        return add_claim(table, row, tie, GATHERED_NONE);
    /* The lists don't move while claims are added. */
    const struct cell_list list = cell_list_at(table->memory.source_lists.items, row->sources);
    for (size_t i = 0; i < list.count; i++)
        TRY(add_claim(table, row, tie, list.items[i]));
    return STATUS_OK;
}

/* A weight that became a grade is kept as an amount. */
static enum status keep_weight(struct table *table, const struct row *row, uint32_t tie)
{
    if (table->most_weight <= 0 || table_cell(table, ROLE_WEIGHT)->length == 0)
        return STATUS_OK;
    return amounts_keep_weight(table, tie, row->number, row->tie.sign);
}

static struct cell_list find_ends(const struct table *table, uint32_t list)
{
    return list != TABLE_UNKNOWN ? cell_list_at(table->memory.end_lists.items, list)
                                 : (struct cell_list){NULL, 0};
}

static void set_ends(struct table *table, struct gathered_tie *tie, uint32_t from, uint32_t to)
{
    const struct cell_list first = find_ends(table, from), last = find_ends(table, to);
    tie->from = first.items;
    tie->from_count = first.count;
    tie->to = last.items;
    tie->to_count = last.count;
}

/* Whether the row says itself what kind of tie it is about. */
static bool says_type(const struct table *table)
{
    return table_cell(table, ROLE_RELATION)->length > 0 ||
           table_cell(table, ROLE_FORM)->length > 0 || table->columns.indicators;
}

/* What a row does not say of a tie that it names is as before; what it says must be so. */
static void compare_named(struct table *table, const struct gathered_tie *given, uint32_t index)
{
    const struct gathered_tie known = gathering_tie_at(table->gathering, index);
    struct gathered_tie tie = *given;
    const bool typed = says_type(table);
    if (tie.from_count + tie.to_count == 0) {
        tie.from = known.from;
        tie.from_count = known.from_count;
        tie.to = known.to;
        tie.to_count = known.to_count;
    }
    tie.type = typed ? tie.type : known.type;
    tie.form = typed && tie.form != 0 ? tie.form : known.form;
    tie.when = tie.when != 0 ? tie.when : known.when;
    if (!gathering_tie_is(table->gathering, index, &tie))
        table_report(table, table_cell(table, ROLE_TIE),
                     "the tie \"%.100s\" has other ends, another type or form, or another date "
                     "above; give this one a number of its own",
                     table_cell(table, ROLE_TIE)->text);
}

/* Reports a marking that contradicts another row, as which of them is meant cannot be known. */
static void check_marking(struct table *table, const struct row *row, uint32_t tie)
{
    const uint32_t marking = gathering_tie_at(table->gathering, tie).marking;
    if (row->tie.marking != 0 && marking != row->tie.marking)
        table_report(table, table_cell(table, ROLE_MARKING),
                     "the marking of this tie is \"%s\" in another row",
                     gathering_string(table->gathering, marking));
}

/* Sets *INDEX to the tie of ROW. One with a name is another than all without it. */
static enum status find_tie(struct table *table, const struct row *row, uint32_t *index)
{
    struct strings *names = &table->memory.ties;
    if (row->name == 0)
        return gathering_tie(table->gathering, &row->tie, false, index);
    *index = strings_value(names, row->name);
    if (*index != STRINGS_NO_VALUE) {
        compare_named(table, &row->tie, *index);
        if (!table->bad_row)
            gathering_complete(table->gathering, *index, &row->tie);
        return STATUS_OK;
    }
    TRY(gathering_tie(table->gathering, &row->tie, true, index));
    strings_set_value(names, row->name, *index);
    return STATUS_OK;
}

static enum status add_tie(struct table *table, struct row row, const struct meaning *meaning,
                           uint32_t form)
{
    uint32_t tie, period;
    const size_t before = gathering_tie_count(table->gathering);
    row.tie.type = (enum relation_type)meaning->type;
    row.tie.form = form;
    row.tie.when = row.when;
    row.tie.place = row.place;
    row.tie.weight = row.year != 0 ? 0 : row.tie.weight;
    row.tie.mutual = row.tie.mutual >= 0 ? row.tie.mutual : meaning->mutual;
    if (row.tie.mutual == -1 && columns_find(&table->columns, ROLE_MUTUAL) != NULL)
        row.tie.mutual = GATHERED_MUTUAL_BY_FORM;
    if (row.tie.mutual == relation_type_is_mutual(row.tie.type) &&
        !relation_form_is_one_way(row.tie.type, gathering_string(table->gathering, form)))
        row.tie.mutual = -1;
    row.claim.stance = meaning->stance >= 0 ? (enum claim_stance)meaning->stance : STANCE_ASSERTS;
    row.claim.hedged = meaning->hedged;
    set_ends(table, &row.tie, meaning->reversed ? row.to : row.from,
             meaning->reversed ? row.from : row.to);
    TRY(find_tie(table, &row, &tie));
    check_marking(table, &row, tie);
    if (table->bad_row)
        return STATUS_OK;
    if (gathering_tie_count(table->gathering) > before)
        TRY(keep_weight(table, &row, tie));
    TRY(amounts_add_periods(table, ROLE_PERIODS, tie, &period));
    return add_claims(table, &row, tie);
}

/* Reports a stance that nobody has. */
static void check_sourced(struct table *table, const struct row *row,
                          const struct meaning *meaning)
{
    if (!table->bad_row && row->sources == TABLE_UNKNOWN && meaning->stance > STANCE_ASSERTS)
        table_report(table, &table->cells.row.items[0], "a source is missing: who %s it?",
                     vocabulary_stances.words[meaning->stance]);
    table->lone_claims += row->sources == TABLE_UNKNOWN && meaning->hedged;
}

/* The cell that says whether the tie of column INDEX is there; NULL: there is none. */
static const struct cell *find_mark(const struct table *table, size_t index)
{
    const struct cell *cell = &table->cells.row.items[index];
    return table->columns.list.items[index].role == ROLE_INDICATOR && cell->length > 0 ? cell
                                                                                       : NULL;
}

static void check_mark(struct table *table, size_t index)
{
    const struct cell *cell = find_mark(table, index);
    struct meaning meaning = MEANING_NONE;
    bool there;
    if (cell != NULL && !words_find_mark(cell->text, &there, &meaning))
        table_report(table, cell,
                     "\"%s\" must be 0, 1 or a stance such as denies, not \"%.100s\"",
                     table->columns.list.items[index].heading, cell->text);
}

/* Adds the tie of column INDEX, if its cell says that. */
static enum status add_mark(struct table *table, const struct row *row, size_t index)
{
    const struct cell *cell = find_mark(table, index);
    struct meaning meaning = table->columns.list.items[index].meaning;
    uint32_t form;
    bool there;
    if (cell == NULL || !words_find_mark(cell->text, &there, &meaning) || !there)
        return STATUS_OK;
    TRY(table_text(table, meaning.form != NULL ? meaning.form : "", &form));
    TRY(cell_stance(table, &meaning));
    check_sourced(table, row, &meaning);
    return table->bad_row ? STATUS_OK : add_tie(table, *row, &meaning, form);
}

/* The ties that columns name which each stand for a form. */
static enum status add_indicated(struct table *table, const struct row *row)
{
    const size_t cells = table->cells.row.count, columns = table->columns.list.count;
    const size_t count = cells < columns ? cells : columns;
    for (size_t i = 0; i < count; i++)
        check_mark(table, i);
    for (size_t i = 0; i < count && !table->bad_row; i++)
        TRY(add_mark(table, row, i));
    return STATUS_OK;
}

/* Finds what the relation of the row is; the type is -1 if that can't be said. */
static enum status find_meaning(struct table *table, const struct row *row,
                                struct meaning *meaning, uint32_t *form)
{
    uint32_t word;
    *meaning = table->fallback;
    *form = table->fallback_form;
    TRY(cell_relation(table, &word));
    if (word != TABLE_UNKNOWN) {
        *meaning = table->memory.words.items[word].meaning;
        *form = table->memory.words.items[word].form;
    }
    const struct cell *cell = table_cell(table, ROLE_FORM);
    if (cell->length > 0)
        TRY(table_text(table, cell->text, form));
    /* The forms of the ties that entente wrote are those of a dataset. */
    const bool own = table->columns.of[ROLE_TIE] >= 0 && row->sources == TABLE_UNKNOWN;
    if (cell->length > 0 && !own && words_deny(cell->text))
        table_report(table, cell,
                     "the form \"%s\" says that something is not so; put that into a column for "
                     "the stance",
                     cell->text);
    TRY(cell_stance(table, meaning));
    if (meaning->type == -1 && row->named)
        meaning->type = 0; /* that of the tie */
    else if (meaning->type == -1)
        table_report(table, table_cell(table, ROLE_RELATION),
                     "the row doesn't say what kind of "
                     "tie it is");
    return STATUS_OK;
}

void rows_check_length(struct table *table)
{
    for (size_t i = table->columns.list.count; i < table->cells.row.count; i++)
        if (table->cells.row.items[i].length > 0) {
            table_report(
                table, &table->cells.row.items[i],
                "the row has more cells than there are headings: \"%.100s\"; put a cell with "
                "a comma between quotation marks, or add a heading",
                table->cells.row.items[i].text);
            return;
        }
}

enum status rows_gather(struct table *table)
{
    const struct cell *first = &table->cells.row.items[0];
    struct row row = {
        .tie = GATHERED_TIE, .claim = {.confidence = -1}, .place = table_place(table, first)};
    struct meaning meaning;
    uint32_t form;
    rows_check_length(table);
    TRY(read_row(table, &row));
    if (table->columns.indicators)
        return table->bad_row ? STATUS_OK : add_indicated(table, &row);
    TRY(find_meaning(table, &row, &meaning, &form));
    check_sourced(table, &row, &meaning);
    if (table->bad_row || meaning.type == TABLE_IGNORED)
        return STATUS_OK;
    return add_tie(table, row, &meaning, form);
}
