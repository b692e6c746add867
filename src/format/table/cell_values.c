/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_values.h"

#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "model/level.h"

/* The number of TEXT in MEMORY, and its value. */
static enum status recall(struct strings *memory, const char *text, uint32_t *number,
                          uint32_t *value)
{
    TRY(strings_intern(memory, STRINGS_OFTEN, text, strlen(text), number));
    *value = strings_value(memory, *number);
    return STATUS_OK;
}

struct cell_list cell_list_at(const uint32_t *lists, uint32_t index)
{
    return (struct cell_list){lists + index + 1, lists[index]};
}

/* The next of the names in a list separated by semicolons; *LENGTH is 0 at the end. */
static const char *next_name(const char *text, size_t *length)
{
    text += strspn(text, "; \t\n");
    *length = strcspn(text, ";");
    while (*length > 0 && ascii_is_space(text[*length - 1]))
        (*length)--;
    return text;
}

/* --- actors */

static void set_kind(struct table *table, struct gathered_actor *actor, const char *word,
                     bool given)
{
    enum vertex_kind kind;
    const char *subkind;
    if (*word == '\0' || !words_find_kind(word, &kind, &subkind))
        return;
    actor->kind = kind;
    actor->kind_given = given;
    uint32_t text;
    if (subkind != NULL && table_text(table, subkind, &text) == STATUS_OK)
        actor->subkind = text;
}

/* The kind of a new actor: as the map says, else a state if it has the name of one. */
static void guess_kind(struct table *table, struct gathered_actor *actor, const char *name)
{
    const char *mapped = map_find(&table->map, MAP_KINDS, name);
    if (mapped == NULL)
        mapped = map_find(&table->map, MAP_VALUES, "kind");
    if (mapped != NULL)
        set_kind(table, actor, mapped, true);
    else if (words_is_country(name))
        actor->kind = KIND_STATE;
}

static void report_several(struct table *table, const struct cell *cell, uint32_t key)
{
    table_report(
        table, cell,
        "the table of actors has several called \"%.100s\"; write the id of one, in columns "
        "from_id and to_id for instance",
        gathering_string(table->gathering, key));
}

enum status cell_actor(struct table *table, const char *name, size_t length,
                       const struct cell *cell, bool id, uint32_t *index)
{
    uint32_t key;
    const size_t before = gathering_actor_count(table->gathering);
    TRY(gathering_text(table->gathering, name, length, &key));
    *index = table_known_actor(table, key, id);
    if (*index == TABLE_SEVERAL)
        report_several(table, cell, key);
    else if (*index != GATHERED_NONE)
        return STATUS_OK;
    TRY(gathering_actor(table->gathering, key, index));
    if (gathering_actor_count(table->gathering) == before)
        return STATUS_OK;
    struct gathered_actor *actor = gathering_actor_at(table->gathering, *index);
    actor->place = table_place(table, cell);
    guess_kind(table, actor, gathering_string(table->gathering, key));
    return STATUS_OK;
}

/* Adds what other columns say of the only actor in a cell. */
static enum status complete_actor(struct table *table, uint32_t index, enum role id,
                                  enum role kind)
{
    struct gathered_actor *actor = gathering_actor_at(table->gathering, index);
    const struct cell *kind_cell = table_cell(table, kind), *id_cell = table_cell(table, id);
    if (!actor->kind_given)
        set_kind(table, actor, kind_cell->text, true);
    if (actor->id != 0 || id_cell->length == 0 || table->has_actors)
        return STATUS_OK;
    return table_text(table, id_cell->text, &actor->id);
}

static enum status read_ends(struct table *table, const struct cell *cell, bool ids,
                             uint32_t *list)
{
    size_t length;
    *list = (uint32_t)table->memory.end_lists.count;
    ARRAY_RESERVE(&table->memory.end_lists, 1);
    table->memory.end_lists.items[table->memory.end_lists.count++] = 0;
    for (const char *name = next_name(cell->text, &length); length > 0;
         name = next_name(name + length, &length)) {
        uint32_t actor;
        TRY(cell_actor(table, name, length, cell, ids, &actor));
        ARRAY_RESERVE(&table->memory.end_lists, 1);
        table->memory.end_lists.items[table->memory.end_lists.count++] = actor;
        table->memory.end_lists.items[*list]++;
    }
    if (table->memory.end_lists.items[*list] == 0)
        *list = TABLE_UNKNOWN;
    return STATUS_OK;
}

enum status cell_ends(struct table *table, enum role role, enum role id, enum role kind,
                      uint32_t *list)
{
    const bool ids = table->has_actors && table_cell(table, id)->length > 0;
    const struct cell *cell = table_cell(table, ids ? id : role);
    uint32_t number;
    *list = TABLE_UNKNOWN;
    if (cell->length == 0)
        return STATUS_OK;
    TRY(recall(ids ? &table->memory.end_ids : &table->memory.ends, cell->text, &number, list));
    if (*list == STRINGS_NO_VALUE) {
        const bool bad = table->bad_row;
        table->bad_row = false;
        TRY(read_ends(table, cell, ids, list));
        /* What is wrong is reported in each row. */
        if (!table->bad_row)
            strings_set_value(ids ? &table->memory.end_ids : &table->memory.ends, number, *list);
        table->bad_row = table->bad_row || bad;
    }
    if (*list == TABLE_UNKNOWN || table->memory.end_lists.items[*list] != 1)
        return STATUS_OK;
    return complete_actor(table, table->memory.end_lists.items[*list + 1], id, kind);
}

/* --- sources */

static enum status find_source(struct table *table, const char *name, size_t length,
                               const struct cell *cell, uint32_t *index)
{
    uint32_t key;
    TRY(gathering_text(table->gathering, name, length, &key));
    TRY(gathering_source(table->gathering, key, index));
    struct gathered_source *source = gathering_source_at(table->gathering, *index);
    if (source->place.line == 0)
        source->place = table_place(table, cell);
    return STATUS_OK;
}

/* Adds what other columns say of the source. */
static enum status complete_source(struct table *table, uint32_t index)
{
    struct gathered_source *source = gathering_source_at(table->gathering, index);
    const struct cell *id = table_cell(table, ROLE_SOURCE_ID);
    const struct cell *grade = table_cell(table, ROLE_RELIABILITY);
    uint32_t date;
    if (id->length > 0 && source->id == 0)
        TRY(table_text(table, id->text, &source->id));
    if (grade->length == 1 && source->reliability != 0 &&
        ascii_lower(source->reliability) != ascii_lower(grade->text[0]))
        table_report(table, grade, "another row says that the reliability of this source is %c",
                     source->reliability);
    else if (grade->length > 0) {
        const char letter = (char)(ascii_lower(grade->text[0]) - 'a' + 'A');
        if (letter >= 'A' && letter <= 'F' && grade->length == 1)
            source->reliability = letter;
        else
            table_report(table, grade, "the reliability must be a letter from A to F, not \"%s\"",
                         grade->text);
    }
    TRY(cell_date(table, ROLE_PUBLISHED, &date));
    if (source->date == 0)
        source->date = date;
    losses_add(table->input->losses, "publication dates of sources that have another one",
               date != 0 && date != source->date);
    return STATUS_OK;
}

/* What other columns say of the source is said of none if there are several. */
static void count_ignored(struct table *table)
{
    losses_add(table->input->losses, "grades and dates of several sources in one cell",
               (size_t)(table_cell(table, ROLE_RELIABILITY)->length > 0) +
                   (table_cell(table, ROLE_PUBLISHED)->length > 0));
}

static enum status read_sources(struct table *table, const char *text, const struct cell *cell,
                                uint32_t *list)
{
    size_t length;
    *list = (uint32_t)table->memory.source_lists.count;
    ARRAY_RESERVE(&table->memory.source_lists, 1);
    table->memory.source_lists.items[table->memory.source_lists.count++] = 0;
    for (const char *name = next_name(text, &length); length > 0;
         name = next_name(name + length, &length)) {
        uint32_t source;
        TRY(find_source(table, name, length, cell, &source));
        ARRAY_RESERVE(&table->memory.source_lists, 1);
        table->memory.source_lists.items[table->memory.source_lists.count++] = source;
        table->memory.source_lists.items[*list]++;
    }
    if (table->memory.source_lists.items[*list] == 0)
        *list = TABLE_UNKNOWN;
    return STATUS_OK;
}

/* Makes a list of the one source with ID, whatever its name, all of TEXT, is. The byte before the
   id keeps it apart from names. */
static enum status read_source(struct table *table, const char *id, const char *text,
                               const struct cell *cell, uint32_t *list)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t source;
    buffer_char(&key, '\1');
    buffer_text(&key, id);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = find_source(table, buffer_string(&key), key.length, cell, &source);
    buffer_clear(&key);
    TRY(status);
    TRY(table_text(table, text, &gathering_source_at(table->gathering, source)->name));
    *list = (uint32_t)table->memory.source_lists.count;
    ARRAY_RESERVE(&table->memory.source_lists, 2);
    table->memory.source_lists.items[table->memory.source_lists.count++] = 1;
    table->memory.source_lists.items[table->memory.source_lists.count++] = source;
    return STATUS_OK;
}

/* Recalls the list of the sources called TEXT, or of the one with ID. */
static enum status recall_sources(struct table *table, const char *id, const char *text,
                                  uint32_t *number, uint32_t *list)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_text(&key, *id != '\0' ? "\1" : "");
    buffer_text(&key, *id != '\0' ? id : text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = recall(&table->memory.sources, buffer_string(&key), number, list);
    buffer_clear(&key);
    return status;
}

enum status cell_sources(struct table *table, uint32_t *list)
{
    const struct cell *cell = table_cell(table, ROLE_SOURCE);
    const char *id = table_cell(table, ROLE_SOURCE_ID)->text;
    const char *text = cell->length > 0 ? cell->text : *id != '\0' ? id : table->value_source;
    uint32_t number;
    *list = TABLE_UNKNOWN;
    if (text == NULL)
        return STATUS_OK;
    TRY(recall_sources(table, id, text, &number, list));
    if (*list == STRINGS_NO_VALUE) {
        TRY(*id != '\0' ? read_source(table, id, text, cell, list)
                        : read_sources(table, text, cell, list));
        strings_set_value(&table->memory.sources, number, *list);
    }
    if (*list == TABLE_UNKNOWN)
        return STATUS_OK;
    if (table->memory.source_lists.items[*list] != 1) {
        count_ignored(table);
        return STATUS_OK;
    }
    return complete_source(table, table->memory.source_lists.items[*list + 1]);
}

/* --- dates */

static enum status read_date(struct table *table, const char *text, const struct column *column,
                             uint32_t *date)
{
    struct buffer out = BUFFER_EMPTY;
    enum time_result result = time_text_read(text, column->order, &out);
    const enum time_dash dash = column_dash(column, text);
    if (dash != TIME_DASH_NONE) {
        out.length = 0;
        time_text_add_dashed(text, dash, &out);
        result = dash != TIME_DASH_EITHER ? TIME_VALID : TIME_MONTH_OR_YEARS;
    }
    enum status status = buffer_status(&out);
    *date = result == TIME_NONE ? 0 : TABLE_BAD_DATE - (uint32_t)result;
    if (status == STATUS_OK && result == TIME_VALID)
        status = gathering_text(table->gathering, buffer_string(&out), out.length, date);
    buffer_clear(&out);
    return status;
}

static void report_date(struct table *table, const struct cell *cell, enum time_result result)
{
    if (result == TIME_MONTH_OR_YEARS)
        table_report(table, cell,
                     "\"%s\" can be a month or two years, and the other cells of the column do "
                     "not tell which; write 2011/2012 or December 2011",
                     cell->text);
    else if (result == TIME_DECADE_OR_CENTURY)
        table_report(table, cell,
                     "\"%s\" can be a decade or a century; write 180X or 18XX, for instance",
                     cell->text);
    else if (result == TIME_SEVERAL)
        table_report(table, cell,
                     "\"%s\" is more than one date; write a row for each, or 2019/2021 for all "
                     "of a period",
                     cell->text);
    else if (result == TIME_AMBIGUOUS)
        table_report(
            table, cell,
            "\"%s\" can be two dates, and the other cells of the column do not tell which; say "
            "so in a map: date-order = day-first or month-first",
            cell->text);
    else if (result == TIME_SHORT_YEAR)
        table_report(table, cell, "the year of \"%s\" has two digits; write all four",
                     cell->text);
    else
        table_report(table, cell,
                     "\"%s\" is not understood as a date; write it like 2020, 2020-06, "
                     "2020-06-15 or 2019/2021",
                     cell->text);
}

/* The same text may be another date in another column. */
static enum status recall_date(struct table *table, const char *text, enum role role,
                               uint32_t *number, uint32_t *value)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_char(&key, (char)('0' + (int)role));
    buffer_text(&key, text);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = recall(&table->memory.dates, buffer_string(&key), number, value);
    buffer_clear(&key);
    return status;
}

enum status cell_date(struct table *table, enum role role, uint32_t *date)
{
    const struct cell *cell = table_cell(table, role);
    uint32_t number;
    *date = 0;
    if (cell->length == 0)
        return STATUS_OK;
    TRY(recall_date(table, cell->text, role, &number, date));
    if (*date == STRINGS_NO_VALUE) {
        TRY(read_date(table, cell->text, columns_find(&table->columns, role), date));
        strings_set_value(&table->memory.dates, number, *date);
    }
    if (*date > TABLE_BAD_DATE - TABLE_DATE_FAULTS && *date <= TABLE_BAD_DATE) {
        report_date(table, cell, (enum time_result)(TABLE_BAD_DATE - *date));
        *date = 0;
    }
    return STATUS_OK;
}

/* --- relations */

/* What a word means that is not understood: with the option other, all of it is a form, but for a
   hedge before it; a denial is nothing that could be assumed. */
static void assume(struct table *table, const char *plain, const char *rest,
                   struct relation_word *word)
{
    struct meaning *meaning = &word->meaning;
    const bool plainly = meaning->stance == STANCE_ASSERTS && !meaning->hedged;
    if (table->other < 0 || meaning->stance == STANCE_DENIES || words_deny(rest))
        return;
    if (plainly) /* "reports to" */
        meaning->stance = -1;
    meaning->type = table->other;
    meaning->form = plainly ? plain : rest;
}

/* Takes the meaning that a map gives to a word, which may have a stance of its own. A word that
   denies a denial is not understood. */
static void take_mapped(const char *mapped, struct meaning *meaning)
{
    struct meaning own = MEANING_NONE;
    if (!words_read_meaning(mapped, &own) ||
        (own.stance >= 0 && meaning->stance > STANCE_ASSERTS))
        return;
    meaning->type = own.type;
    meaning->form = own.form;
    meaning->stance = own.stance >= 0 ? own.stance : meaning->stance;
    meaning->hedged = meaning->hedged || own.hedged;
}

/* What TEXT means: as the map says, or by common words, with a stance before it or without. PLAIN
   is TEXT without a question mark, which is a hedge. */
static void understand(struct table *table, const char *text, const char *plain,
                       struct relation_word *word)
{
    struct meaning *meaning = &word->meaning;
    const char *rest = plain;
    *meaning = (struct meaning)MEANING_NONE;
    const char *mapped = map_find(&table->map, MAP_WORDS, text);
    if (mapped == NULL) {
        words_split_doubt(text, meaning);
        mapped = map_find(&table->map, MAP_WORDS, plain);
    }
    if (mapped == NULL && words_find_relation(plain, meaning))
        return;
    if (mapped == NULL) {
        rest = words_split_stance(plain, meaning);
        mapped = *rest != '\0' ? map_find(&table->map, MAP_WORDS, rest) : NULL;
    }
    if (mapped != NULL && strcmp(mapped, "-") == 0)
        meaning->type = TABLE_IGNORED;
    else if (mapped != NULL)
        take_mapped(mapped, meaning);
    else if (*rest == '\0')
        word->only_stance = true;
    else if (meaning->stance == STANCE_DENIES ? !words_find_denied(rest, meaning)
                                              : !words_find_relation(rest, meaning))
        assume(table, plain, rest, word);
}

static enum status read_relation(struct table *table, const struct cell *cell, uint32_t number,
                                 uint32_t *index)
{
    struct relation_word word = {.text = number, .line = cell->line};
    struct buffer plain = BUFFER_EMPTY;
    buffer_add(&plain, cell->text, words_split_doubt(cell->text, &word.meaning));
    enum status status = buffer_status(&plain);
    if (status == STATUS_OK)
        understand(table, cell->text, buffer_string(&plain), &word);
    if (status == STATUS_OK && word.meaning.form != NULL)
        status = table_text(table, word.meaning.form, &word.form);
    word.meaning.form = NULL;
    buffer_clear(&plain);
    TRY(status);
    ARRAY_RESERVE(&table->memory.words, 1);
    *index = (uint32_t)table->memory.words.count;
    table->memory.words.items[table->memory.words.count++] = word;
    return STATUS_OK;
}

enum status cell_relation(struct table *table, uint32_t *word)
{
    const struct cell *cell = table_cell(table, ROLE_RELATION);
    uint32_t number;
    *word = TABLE_UNKNOWN;
    if (cell->length == 0)
        return STATUS_OK;
    TRY(recall(&table->memory.relations, cell->text, &number, word));
    if (*word != STRINGS_NO_VALUE)
        return STATUS_OK;
    TRY(read_relation(table, cell, number, word));
    strings_set_value(&table->memory.relations, number, *word);
    return STATUS_OK;
}

enum status cell_count_relation(struct table *table)
{
    uint32_t word;
    TRY(cell_relation(table, &word));
    if (word != TABLE_UNKNOWN)
        table->memory.words.items[word].count++;
    return STATUS_OK;
}

/* --- stances */

/* Finds the stance in CELL; reports one that is not understood. */
static enum status read_stance(struct table *table, const struct cell *cell,
                               struct meaning *found)
{
    uint32_t number, value;
    TRY(recall(&table->memory.stances, cell->text, &number, &value));
    if (value == STRINGS_NO_VALUE) {
        value = words_find_stance(cell->text, found) ? (uint32_t)found->stance * 2 + found->hedged
                                                     : TABLE_UNKNOWN;
        strings_set_value(&table->memory.stances, number, value);
    }
    if (value == TABLE_UNKNOWN) {
        table_report(table, cell,
                     "the stance \"%s\" is not understood; write asserts, denies, qualifies or "
                     "no-comment",
                     cell->text);
        return STATUS_OK;
    }
    found->stance = (int)(value / 2);
    found->hedged = value % 2 == 1;
    return STATUS_OK;
}

/* Takes the column that says whether a claim is hedged. */
static void read_hedge(struct table *table, struct meaning *meaning)
{
    const struct cell *cell = table_cell(table, ROLE_HEDGED);
    bool truth;
    if (cell->length == 0)
        return;
    if (!words_find_truth(cell->text, &truth))
        table_report(table, cell, "%s must be yes or no, not \"%s\"",
                     columns_find(&table->columns, ROLE_HEDGED)->heading, cell->text);
    else if (!truth && meaning->hedged)
        table_report(table, cell, "the claim is hedged, but not according to this column");
    else
        meaning->hedged = truth;
}

enum status cell_stance(struct table *table, struct meaning *meaning)
{
    const struct cell *cell = table_cell(table, ROLE_STANCE);
    struct meaning found = MEANING_NONE;
    if (cell->length > 0)
        TRY(read_stance(table, cell, &found));
    if (found.stance >= 0 && meaning->stance >= 0 && found.stance != meaning->stance)
        table_report(table, cell,
                     "the stance is \"%s\", but the relation says that a source %s it",
                     cell->text, vocabulary_stances.words[meaning->stance]);
    else if (found.stance >= 0)
        meaning->stance = found.stance;
    meaning->hedged = meaning->hedged || found.hedged;
    read_hedge(table, meaning);
    return STATUS_OK;
}

/* --- markings */

enum status cell_marking(struct table *table, struct table *file, uint32_t *marking)
{
    const struct cell *cell = table_cell(file, ROLE_MARKING);
    char key[WORDS_KEY];
    words_squeeze(key, cell->text);
    if (cell->length > 0 && !level_is_usual(key)) {
        table_report(file, cell, "the marking must be public, internal or secret, not \"%.100s\"",
                     cell->text);
        key[0] = '\0';
    }
    return table_text(table, key, marking);
}

/* --- numbers */

int cell_weight(struct table *table, double *number)
{
    const struct cell *cell = table_cell(table, ROLE_WEIGHT);
    *number = 0;
    if (cell->length == 0)
        return 0;
    if (!amount_text_number(cell->text, number)) {
        table_report(table, cell, "the weight must be a number, not \"%s\"", cell->text);
        return 0;
    }
    const double size = *number < 0 ? -*number : *number;
    /* Where all weights are 1, they say nothing, unless entente wrote them. */
    if (table->most_weight <= 0 && columns_find(&table->columns, ROLE_WEIGHT)->most <= 1 &&
        table->columns.of[ROLE_TIE] < 0) {
        table->even_weights++;
        return 0;
    }
    if (table->most_weight <= 0)
        return (int)size;
    const int fifth = (int)(size / table->most_weight * 5) + 1;
    return size <= 0 ? 0 : fifth > 5 ? 5 : fifth;
}

/* Reads the number in CELL, before a percent sign if there is one. */
static bool read_number(const struct cell *cell, double *number)
{
    char text[16];
    const size_t length = strcspn(cell->text, "%");
    if (length >= sizeof text || strspn(cell->text + length, "%") + length != cell->length)
        return false;
    memcpy(text, cell->text, length);
    text[length] = '\0';
    return amount_text_number(text, number);
}

/* By how much to multiply the numbers of COLUMN: confidences can be from 0 to 1. 0: that is not
   clear. */
static double find_factor(const struct table *table, const struct column *column, enum role role)
{
    if (role != ROLE_CONFIDENCE || !column->numbers || column->most > 1 ||
        table->columns.of[ROLE_TIE] >= 0)
        return 1;
    return column->fractions ? 100 : column->most > 0 ? 0 : 1;
}

int cell_number(struct table *table, enum role role, int low, int high, int missing)
{
    const struct cell *cell = table_cell(table, role);
    double number;
    if (cell->length == 0)
        return missing;
    const double factor = find_factor(table, columns_find(&table->columns, role), role);
    const bool valid =
        read_number(cell, &number) && number * factor >= low && number * factor <= high;
    const int whole = valid ? (int)(number * factor + 0.5) : 0;
    const double rest = valid ? number * factor - whole : 0;
    if (factor <= 0)
        table_report(
            table, cell,
            "\"%s\" can be all or a hundredth, as the column has nothing but 0 and 1; write "
            "%s from 0 to 100, or 1.0",
            cell->text, role_word(role));
    else if (!valid || (factor < 2 && (rest > 1e-9 || rest < -1e-9)))
        table_report(table, cell, "the %s must be a whole number from %d to %d, not \"%s\"",
                     role_word(role), low, high, cell->text);
    else
        return whole;
    return missing;
}
