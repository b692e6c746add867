/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cell_relation.h"

#include <string.h>

#include "base/memory/array.h"

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
    TRY(table_recall(&table->memory.relations, cell->text, &number, word));
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

/* Whether CELL is a yes or no to the question whether something is denied or disputed. */
static bool is_inverted(const struct table *table, const struct cell *cell)
{
    const char *heading = columns_find(&table->columns, ROLE_STANCE)->heading;
    bool truth;
    return words_find_truth(cell->text, &truth) && words_deny(heading) &&
           strstr(heading, "yes") == NULL && strstr(heading, "Yes") == NULL;
}

/* Finds the stance in CELL; reports one that is not understood. */
static enum status read_stance(struct table *table, const struct cell *cell,
                               struct meaning *found)
{
    uint32_t number, value;
    if (is_inverted(table, cell)) {
        table_report(
            table, cell,
            "\"%s\" in the column \"%s\" is no stance; write asserts, denies, qualifies or "
            "no-comment",
            cell->text, columns_find(&table->columns, ROLE_STANCE)->heading);
        return STATUS_OK;
    }
    TRY(table_recall(&table->memory.stances, cell->text, &number, &value));
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
