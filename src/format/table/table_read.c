/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/table_read.h"

#include <string.h>

#include "base/text/likeness.h"
#include "format/exchange/gathering_review.h"
#include "format/table/actor_table.h"
#include "format/table/cell_relation.h"
#include "format/table/matrix.h"
#include "format/table/rows.h"
#include "format/table/suggested_map.h"
#include "format/table/unmapped.h"
#include "format/table/years.h"

/* --- headings */

/* An example of a line of a map: of a column that could be an end, or else of another one. */
static void add_example_line(struct table *table, enum role role, struct buffer *out)
{
    const struct columns *columns = &table->columns;
    size_t index = columns_next_end(columns, &table->map, 0);
    for (size_t i = 0; i < columns->list.count && index == columns->list.count; i++)
        if (columns->list.items[i].role == ROLE_NONE && *columns->list.items[i].heading != '\0')
            index = i;
    buffer_text(out, "\"");
    map_write_text(out,
                   index < columns->list.count ? columns->list.items[index].heading : "NAME");
    buffer_format(out, " = %s\"", role_word(role));
}

static void report_no_ends(struct table *table)
{
    const struct columns *columns = &table->columns;
    const enum role role = columns->of[ROLE_FROM] >= 0 ? ROLE_TO : ROLE_FROM;
    const struct message_place place = {table->input->name, columns->heading_line, 1};
    struct buffer text = BUFFER_EMPTY;
    buffer_format(&text, "%s %s",
                  columns->doubtful == role ? "it is not clear which column says"
                                            : "no column says",
                  role == ROLE_TO ? "to whom" : "who acts");
    buffer_text(&text, ": the headings are ");
    for (size_t i = 0; i < columns->list.count && i < 12; i++)
        buffer_format(&text, "%s\"%s\"", i > 0 ? ", " : "", columns->list.items[i].heading);
    buffer_format(&text, "%s; write a map with a line such as ",
                  columns->list.count > 12 ? " and others" : "");
    add_example_line(table, role, &text);
    buffer_text(&text, " below [columns], which begins with what --suggest prints, and name it "
                       "with --map");
    messages_error(table->input->messages, &place, MESSAGE_FOREIGN_FILE, "%s",
                   buffer_string(&text));
    buffer_clear(&text);
}

/* Goes back to the row behind the headings. */
static enum status rewind_rows(struct table *table)
{
    bool more = true;
    TRY(cells_rewind(&table->cells));
    while (more) {
        TRY(cells_next(&table->cells, &more));
        if (more && table->cells.row.items[0].line >= table->columns.heading_line)
            return STATUS_OK;
    }
    return STATUS_OK;
}

/* Reads rows up to that of the headings, which may follow a title: the first with columns for
   both ends, among the first rows; else the first row. */
static enum status find_headings(struct table *table, bool *found)
{
    enum { ROWS = 20 };
    bool more;
    *found = false;
    for (int i = 0; i < ROWS && !*found; i++) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            break;
        TRY(columns_init(&table->columns, table->cells.row.items, table->cells.row.count));
        columns_assign(&table->columns, &table->map);
        *found = columns_has_ends(&table->columns);
    }
    if (*found)
        return STATUS_OK;
    TRY(cells_rewind(&table->cells));
    TRY(cells_next(&table->cells, &more));
    if (!more) {
        const struct message_place place = {table->input->name, 0, 0};
        messages_error(table->input->messages, &place, MESSAGE_EMPTY_FILE, "the table is empty");
        return STATUS_INVALID;
    }
    TRY(columns_init(&table->columns, table->cells.row.items, table->cells.row.count));
    columns_assign(&table->columns, &table->map);
    TRY(matrix_detect(table, &table->matrix));
    return rewind_rows(table);
}

/* --- the first reading */

/* Takes note of the name in the cell with ROLE, and sets *KIN if another role has it too. */
static enum status note_name(const struct table *table, enum role role, struct strings *names,
                             bool *kin)
{
    const struct cell *cell = table_cell(table, role);
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    if (cell->length == 0)
        return STATUS_OK;
    likeness_add(&key, cell->text, LIKENESS_CASELESS);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(names, STRINGS_OFTEN, buffer_string(&key), key.length, &number);
    buffer_clear(&key);
    TRY(status);
    const uint32_t before = strings_value(names, number);
    *kin = *kin || (before != STRINGS_NO_VALUE && before != (uint32_t)role);
    strings_set_value(names, number, (uint32_t)role);
    return STATUS_OK;
}

/* Surveys the rows. If WEAK, it finds out whether both ends have names in common. */
static enum status survey_rows(struct table *table, struct strings *names, bool weak, bool *kin)
{
    bool more;
    for (;;) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            return STATUS_OK;
        columns_survey(&table->columns, table->cells.row.items, table->cells.row.count);
        if (!table->columns.indicators)
            TRY(cell_count_relation(table));
        if (weak && !*kin)
            TRY(note_name(table, ROLE_FROM, names, kin));
        if (weak && !*kin)
            TRY(note_name(table, ROLE_TO, names, kin));
    }
}

static enum status survey(struct table *table, bool *kin)
{
    const bool weak = columns_is_weak(&table->columns, &table->map, ROLE_FROM) ||
                      columns_is_weak(&table->columns, &table->map, ROLE_TO);
    struct strings names;
    *kin = false;
    enum status status = strings_init(&names);
    if (status == STATUS_OK)
        status = survey_rows(table, &names, weak, kin);
    strings_clear(&names);
    return status;
}

/* Counts the words of another column than the one that was taken for that of relations. */
static enum status count_again(struct table *table)
{
    bool more;
    strings_clear(&table->memory.relations);
    table->memory.words.count = 0;
    TRY(strings_init(&table->memory.relations));
    TRY(rewind_rows(table));
    for (;;) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            return STATUS_OK;
        TRY(cell_count_relation(table));
    }
}

/* What a row without a relation is. */
static enum status choose_fallback(struct table *table)
{
    const struct columns *columns = &table->columns;
    const char *type = map_find(&table->map, MAP_VALUES, "relation");
    table->fallback = (struct meaning)MEANING_NONE;
    if (type == NULL)
        type = settings_find(table->input->settings, "other");
    if (type == NULL)
        type = columns->implied;
    if (type == NULL && columns->of[ROLE_RELATION] < 0 && columns->of[ROLE_FORM] < 0)
        type = "contact";
    if (type == NULL)
        return STATUS_OK;
    if (!words_read_type(type, &table->fallback.type, &table->fallback.form)) {
        messages_setting_error(table->input->messages, "other", MESSAGE_UNKNOWN_WORD,
                               "unknown relation type \"%s\"", type);
        return STATUS_FAILURE;
    }
    return table_text(table, table->fallback.form != NULL ? table->fallback.form : "",
                      &table->fallback_form);
}

/* What the map says of the whole dataset. */
static enum status read_heading(struct table *table)
{
    const char *title = map_find(&table->map, MAP_VALUES, "title");
    const char *as_of = map_find(&table->map, MAP_VALUES, "as-of");
    struct buffer date = BUFFER_EMPTY;
    uint32_t title_text, date_text;
    if (as_of != NULL)
        time_text_read(as_of, TIME_ORDER_UNKNOWN, &date);
    enum status status = buffer_status(&date);
    if (status == STATUS_OK)
        status = table_text(table, buffer_string(&date), &date_text);
    buffer_clear(&date);
    TRY(status);
    TRY(table_text(table, title != NULL ? title : "", &title_text));
    gathering_set_title(table->gathering, title_text);
    gathering_set_as_of(table->gathering, date_text);
    return STATUS_OK;
}

static enum status read_values(struct table *table)
{
    const char *other = settings_find(table->input->settings, "other");
    const char *when = map_find(&table->map, MAP_VALUES, "when");
    const char *form;
    table->value_source = map_find(&table->map, MAP_VALUES, "source");
    table->other = -1;
    if (other != NULL && !words_read_type(other, &table->other, &form)) {
        struct buffer text = BUFFER_EMPTY;
        vocabulary_explain(&vocabulary_types, "relation type", other, &text);
        messages_setting_error(table->input->messages, "other", MESSAGE_UNKNOWN_WORD, "%s",
                               buffer_string(&text));
        buffer_clear(&text);
        return STATUS_FAILURE;
    }
    return table_text(table, when != NULL ? when : "", &table->value_when);
}

/* Dates and amounts are read as the map says, else as the column makes certain. */
static void apply_values(struct table *table)
{
    const char *order = map_find(&table->map, MAP_VALUES, "date-order");
    const char *decimal = map_find(&table->map, MAP_VALUES, "decimal");
    for (size_t i = 0; i < table->columns.list.count; i++) {
        struct column *column = &table->columns.list.items[i];
        if (order != NULL)
            column->order = order[0] == 'd' ? TIME_DAY_FIRST : TIME_MONTH_FIRST;
        if (decimal != NULL)
            column->mark = decimal[0] == 'c' ? AMOUNT_COMMA : AMOUNT_POINT;
    }
    const struct column *weight = columns_find(&table->columns, ROLE_WEIGHT);
    table->most_weight = weight != NULL && !weight->grades ? weight->most : 0;
}

/* --- notes on what was guessed */

/* Names that a note is about, of which it shows the first few. */
struct examples {
    struct buffer list;
    size_t count;
};

static void add_example(struct examples *examples, const char *name)
{
    enum { SHOWN = 5 };
    if (examples->count++ < SHOWN)
        buffer_format(&examples->list, "%s%.100s", examples->count > 1 ? "; " : "", name);
    else if (examples->count == SHOWN + 1)
        buffer_text(&examples->list, "; \u2026");
}

static void note_kinds(const struct table *table)
{
    struct examples names = {BUFFER_EMPTY, 0};
    for (size_t i = 0; i < gathering_actor_count(table->gathering); i++) {
        const struct gathered_actor *actor = gathering_actor_at(table->gathering, (uint32_t)i);
        if (!actor->kind_given && !actor->unused)
            add_example(&names, gathering_string(table->gathering, actor->name));
    }
    if (names.count > 0)
        messages_note(
            table->input->messages, MESSAGE_GUESSED,
            "the %s of %zu %s guessed (%s): those with the name of a country are states, "
            "the others organisations; a table of actors or a map can say more",
            names.count == 1 ? "kind" : "kinds", names.count,
            names.count == 1 ? "actor was" : "actors were", buffer_string(&names.list));
    buffer_clear(&names.list);
}

/* Whether NAME looks like a list of which nothing says so. */
static bool is_listlike(const char *name)
{
    return strstr(name, " / ") != NULL || strstr(name, " & ") != NULL ||
           strchr(name, '\n') != NULL;
}

/* Sources that are known by an id may be called anything. */
static void note_sources(const struct table *table)
{
    struct examples names = {BUFFER_EMPTY, 0};
    for (size_t i = 0; i < gathering_source_count(table->gathering); i++) {
        const struct gathered_source *source = gathering_source_at(table->gathering, (uint32_t)i);
        const char *name = gathering_string(table->gathering, source->name);
        if (!source->unused && source->id == 0 && is_listlike(name))
            add_example(&names, name);
    }
    if (names.count > 0)
        messages_note(table->input->messages, MESSAGE_GUESSED,
                      "%zu %s like several sources, but became one each (%s); separate sources "
                      "with \";\"",
                      names.count, names.count == 1 ? "name looks" : "names look",
                      buffer_string(&names.list));
    buffer_clear(&names.list);
}

static void note_speakers(const struct table *table)
{
    struct examples names = {BUFFER_EMPTY, 0};
    for (size_t i = 0; i < gathering_source_count(table->gathering); i++) {
        const struct gathered_source *source = gathering_source_at(table->gathering, (uint32_t)i);
        if (!source->unused && source->actor != GATHERED_NONE &&
            gathering_actor_at(table->gathering, source->actor)->kind != KIND_EVENT)
            add_example(&names, gathering_string(table->gathering, source->name));
    }
    if (names.count > 0)
        messages_note(
            table->input->messages, MESSAGE_GUESSED,
            "%zu %s the name of an actor, and %s for it (%s); where that is wrong, remove "
            "the attribute actor from the source",
            names.count, names.count == 1 ? "source has" : "sources have",
            names.count == 1 ? "speaks" : "speak", buffer_string(&names.list));
    buffer_clear(&names.list);
}

static void add_count(struct buffer *out, size_t count, const char *one, const char *several)
{
    if (count > 0)
        buffer_format(out, "%s%zu %s", out->length > 0 ? ", " : "", count,
                      count == 1 ? one : several);
}

/* What a marking in a row leaves for all to see. */
static enum status note_markings(const struct table *table)
{
    struct buffer seen = BUFFER_EMPTY;
    size_t sources, actors;
    TRY(gathering_bare_sources(table->gathering, &sources));
    TRY(gathering_bare_actors(table->gathering, &actors));
    add_count(&seen, gathering_bare_ties(table->gathering), "tie with nothing but marked claims",
              "ties with nothing but marked claims");
    add_count(&seen, sources, "source with nothing but marked claims",
              "sources with nothing but marked claims");
    add_count(&seen, actors, "actor that only marked rows name",
              "actors that only marked rows name");
    add_count(&seen, table->marked_details,
              "place, strength, note or link of a tie in marked rows",
              "places, strengths, notes and links of ties in marked rows");
    if (seen.length > 0)
        messages_note(
            table->input->messages, MESSAGE_GUESSED,
            "markings apply to claims and ties, so everybody can still see %s; mark them in "
            "the dataset if they must not be seen",
            buffer_string(&seen));
    enum status status = buffer_status(&seen);
    buffer_clear(&seen);
    return status;
}

/* Payments, or reports of one: nobody knows. */
static enum status note_rival_amounts(const struct table *table)
{
    size_t count;
    TRY(gathering_rival_amounts(table->gathering, &count));
    if (count > 0)
        messages_note(
            table->input->messages, MESSAGE_GUESSED,
            "%zu %s another one by the same source, for the same tie and date, in a different "
            "claim, and sums count only the larger; to add them up, leave out the columns in "
            "which these rows differ, such as note = - in a map",
            count, count == 1 ? "amount has" : "amounts have");
    return STATUS_OK;
}

static void note_no_as_of(const struct table *table)
{
    if (gathering_lacks_as_of(table->gathering))
        messages_note(table->input->messages, MESSAGE_GUESSED,
                      "the dataset does not say as of when it is current, so that no tie is past "
                      "because of "
                      "its dates; set that in a map: as-of = 2024-06-30 in the section [values]");
}

static void note_guesses(const struct table *table)
{
    struct messages *messages = table->input->messages;
    const struct columns *columns = &table->columns;
    const char *type =
        table->fallback.type >= 0 ? vocabulary_types.words[table->fallback.type] : NULL;
    if (columns->of[ROLE_RELATION] < 0 && !columns->indicators && type != NULL &&
        (columns_has_ends(columns) || table->matrix) &&
        map_find((struct map *)&table->map, MAP_VALUES, "relation") == NULL)
        messages_note(messages, MESSAGE_GUESSED,
                      "no column says what kind of ties they are: they became %s%s%s", type,
                      table->fallback.form != NULL ? ":" : "",
                      table->fallback.form != NULL ? table->fallback.form : "");
    if (table->most_weight > 0)
        messages_note(messages, MESSAGE_GUESSED,
                      "weights, up to %g, became fifths of the largest one; amounts in the unit "
                      "\"" GATHERED_WEIGHT "\" keep them",
                      table->most_weight);
    if (table->cells.decoding.charset == CHARSET_WINDOWS)
        messages_note(messages, MESSAGE_GUESSED, "the file was read as Windows-1252");
}

/* The weight of all ties, if they have the same; 0 also without weights. */
static double even_weight(const struct table *table)
{
    const struct column *column = columns_find(&table->columns, ROLE_WEIGHT);
    return column != NULL ? column->most : 0;
}

static void count_losses(struct table *table)
{
    struct losses *losses = table->input->losses;
    losses_add(losses, "cells about a claim without a source", table->lone_claims);
    losses_add(losses, "marks of amounts that are not exact, such as \"about\"",
               table->rough_amounts);
    losses_add(losses,
               even_weight(table) > 0 ? "weights that are all 1" : "weights that are all 0",
               table->even_weights);
    table->lone_claims = table->rough_amounts = table->even_weights = 0;
    for (size_t i = 0; i < table->columns.list.count; i++) {
        const struct column *column = &table->columns.list.items[i];
        struct buffer kind = BUFFER_EMPTY;
        if (column->role != ROLE_NONE || table->matrix)
            continue;
        if (*column->heading != '\0')
            buffer_format(&kind, "cells of the column \"%s\"", column->heading);
        else
            buffer_text(&kind, "cells without a heading");
        losses_add(losses, buffer_string(&kind), column->filled);
        buffer_clear(&kind);
    }
}

/* --- the second reading */

/* The actor with the NAME of a source; GATHERED_NONE if there is none, or several. */
static uint32_t find_speaker(struct table *table, uint32_t name)
{
    const uint32_t known = table_known_actor(table, name, false);
    if (known == TABLE_SEVERAL)
        return GATHERED_NONE;
    const uint32_t actor =
        known != GATHERED_NONE ? known : gathering_find_actor(table->gathering, name);
    return actor != GATHERED_NONE && gathering_actor_at(table->gathering, actor)->namesake
               ? GATHERED_NONE
               : actor;
}

/* A source that has a name of an actor is the actor who speaks. */
static void match_sources(struct table *table)
{
    for (size_t i = 0; i < gathering_source_count(table->gathering); i++) {
        struct gathered_source *source = gathering_source_at(table->gathering, (uint32_t)i);
        source->actor = find_speaker(table, source->name);
    }
}

static enum status gather(struct table *table)
{
    bool more;
    TRY(rewind_rows(table));
    if (table->matrix)
        return matrix_gather(table);
    for (;;) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            break;
        table->bad_row = false;
        TRY(rows_gather(table));
        table->bad_rows += table->bad_row;
    }
    return years_gather(table);
}

/* Finds out what the columns and words mean. */
static enum status prepare(struct table *table)
{
    bool found, changed, kin;
    TRY(cells_open(&table->cells, table->input));
    TRY(find_headings(table, &found));
    TRY(read_heading(table));
    TRY(read_values(table));
    TRY(survey(table, &kin));
    columns_finish(&table->columns, &table->map, &changed);
    columns_doubt_ends(&table->columns, &table->map, kin);
    apply_values(table);
    if (changed)
        TRY(count_again(table));
    TRY(choose_fallback(table));
    return unmapped_understand(table);
}

/* Whether it is a table of claims that need not say the ends of the ties which they name. */
static bool names_ties(const struct table *table)
{
    return table->claims && table->columns.of[ROLE_TIE] >= 0 &&
           table->columns.of[ROLE_FROM] < 0 && table->columns.of[ROLE_TO] < 0;
}

static enum status read_file(struct table *table)
{
    const size_t before = table->bad_rows;
    if (!columns_has_ends(&table->columns) && !table->matrix && !names_ties(table)) {
        report_no_ends(table);
        return STATUS_INVALID;
    }
    map_report_unused(&table->map, table->input);
    TRY(unmapped_report(table));
    TRY(unmapped_report_denials(table));
    TRY(gather(table));
    if (table->bad_rows > before && !table->keep_going)
        return STATUS_INVALID;
    count_losses(table);
    note_guesses(table);
    return STATUS_OK;
}

/* Reads the table of claims that the options name, if any. */
static enum status read_claims(struct table *table)
{
    const struct exchange_input *first = table->input;
    struct exchange_input input = *first;
    input.path = input.name = settings_find(first->settings, "claims");
    if (input.path == NULL)
        return STATUS_OK;
    enum status status = table_reopen(table, &input);
    table->claims = true;
    if (status == STATUS_OK)
        status = prepare(table);
    if (status == STATUS_OK)
        status = read_file(table);
    table->input = first;
    return status;
}

/* A denial seldom has the date of what it denies. */
static enum status join_denials(struct table *table)
{
    size_t count;
    TRY(gathering_join_undated(table->gathering, &count));
    if (count > 0)
        messages_note(
            table->input->messages, MESSAGE_GUESSED,
            count == 1 ? "%zu claim that asserts nothing, and gives no date of the tie, became "
                         "one on the only such tie with a date"
                       : "%zu claims that assert nothing, and give no date of the tie, became "
                         "claims on the only such ties with a date",
            count);
    return STATUS_OK;
}

/* Tells the draft of the other tables. */
static void name_files(const struct table *table, struct draft *draft)
{
    const char *actors = settings_find(table->input->settings, "actors");
    const char *claims = settings_find(table->input->settings, "claims");
    if (actors != NULL)
        draft_add_file(draft, TABLE_OF_ACTORS, actors);
    if (claims != NULL)
        draft_add_file(draft, TABLE_OF_CLAIMS, claims);
}

static enum status read_all(struct table *table, struct draft *draft)
{
    TRY(map_read(&table->map, table->input));
    TRY(actor_table_read(table));
    TRY(prepare(table));
    if (table->input->suggestion != NULL)
        return suggested_map_write(table, table->input->suggestion);
    TRY(read_file(table));
    TRY(read_claims(table));
    match_sources(table);
    TRY(join_denials(table));
    losses_add(table->input->losses, "details of ties that other rows contradict",
               gathering_differing(table->gathering));
    losses_add(table->input->losses, "rows that cannot be understood", table->bad_rows);
    if (table->bad_rows > 0)
        gathering_leave_unused(table->gathering);
    note_kinds(table);
    note_sources(table);
    note_speakers(table);
    note_no_as_of(table);
    TRY(note_markings(table));
    TRY(note_rival_amounts(table));
    name_files(table, draft);
    return gathering_write(table->gathering, draft);
}

enum status table_read(const struct exchange_input *input, struct draft *draft)
{
    struct table table;
    enum status status = table_open(&table, input);
    if (status == STATUS_OK)
        status = read_all(&table, draft);
    table_close(&table);
    return status;
}
