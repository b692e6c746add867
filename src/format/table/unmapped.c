/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/unmapped.h"

#include <stdlib.h>

enum { SHOWN = 20 };

enum status unmapped_understand(struct table *table)
{
    for (size_t i = 0; i < table->memory.words.count; i++) {
        struct relation_word *word = &table->memory.words.items[i];
        if (word->meaning.type != -1 || word->meaning.stance < 0 || word->only_stance == false)
            continue;
        word->meaning.type = table->fallback.type;
        word->form = table->fallback_form;
    }
    return STATUS_OK;
}

/* Those with the most rows come first, then those that the table has first. */
static int compare_words(const void *x, const void *y)
{
    const struct relation_word *const *a = x, *const *b = y;
    if ((*a)->count != (*b)->count)
        return (*a)->count < (*b)->count ? 1 : -1;
    return (*a > *b) - (*a < *b);
}

static void report(const struct table *table, const struct relation_word *const *words,
                   size_t count)
{
    const struct column *column = columns_find(&table->columns, ROLE_RELATION);
    const struct message_place place = {table->input->name, words[0]->line, 0};
    struct buffer list = BUFFER_EMPTY;
    for (size_t i = 0; i < count && i < SHOWN; i++)
        buffer_format(&list, "%s%s (%u)", i > 0 ? ", " : "",
                      strings_text(&table->memory.relations, words[i]->text),
                      (unsigned)words[i]->count);
    if (count > SHOWN)
        buffer_format(&list, " and %zu more", count - SHOWN);
    if (table->keep_going)
        messages_warning(table->input->messages, &place, MESSAGE_UNMAPPED,
                         "words of the column \"%s\" have no meaning, and their rows are left "
                         "out: %s",
                         column->heading, buffer_string(&list));
    else if (table->other >= 0)
        messages_error(table->input->messages, &place, MESSAGE_UNMAPPED,
                       "words of the column \"%s\" deny what is not understood, so that they are "
                       "no ties of another type: %s; say in a map what they mean, such as "
                       "\"denies support:arms\", or put the denial into a column for the stance",
                       column->heading, buffer_string(&list));
    else
        messages_error(table->input->messages, &place, MESSAGE_UNMAPPED,
                       "words of the column \"%s\" have no meaning: %s; say in a map what they "
                       "mean, such as support:arms or \"denies support:arms\" (--suggest prints "
                       "a map), or choose a type for all of them with --other=contact",
                       column->heading, buffer_string(&list));
    buffer_clear(&list);
}

enum status unmapped_report(struct table *table)
{
    size_t count = 0, rows = 0;
    const struct relation_word **words =
        malloc((table->memory.words.count + 1) * sizeof(struct relation_word *));
    if (words == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < table->memory.words.count; i++) {
        struct relation_word *word = &table->memory.words.items[i];
        if (word->meaning.type != -1)
            continue;
        words[count++] = word;
        rows += word->count;
    }
    if (count > 0 && !table->columns.indicators) {
        qsort(words, count, sizeof(struct relation_word *), compare_words);
        report(table, words, count);
        table->bad_rows += table->keep_going ? rows : 0;
    }
    for (size_t i = 0; i < count && table->keep_going; i++)
        ((struct relation_word *)words[i])->meaning.type = TABLE_IGNORED;
    free(words);
    return count > 0 && !table->columns.indicators && !table->keep_going ? STATUS_INVALID
                                                                         : STATUS_OK;
}

/* --- denials */

/* Whether the heading of COLUMN says that it is about denials: not how many there were. */
static bool is_of_denials(const struct column *column)
{
    return words_name_denial(column->heading) && (column->truths || !column->numbers);
}

bool unmapped_may_deny(struct table *table, const struct column *column)
{
    return column->role == ROLE_NONE && column->filled > 0 &&
           (column->denials > 0 || is_of_denials(column)) &&
           map_find(&table->map, MAP_COLUMNS, column->heading) == NULL;
}

static void report_denials(const struct table *table, const struct column *column)
{
    const struct message_place place = {table->input->name, table->columns.heading_line, 0};
    struct messages *messages = table->input->messages;
    const char *heading = column->heading;
    if (table->keep_going)
        messages_warning(messages, &place, MESSAGE_UNMAPPED,
                         "the column \"%s\" may say who denies a tie, and is left out", heading);
    else if (is_of_denials(column))
        messages_error(
            messages, &place, MESSAGE_UNMAPPED,
            "the column \"%s\" may say who denies a tie; give each denial a row of its "
            "own, with \"denies\" in a column for the stance, or leave the column out "
            "with a map: \"%s = -\"",
            heading, heading);
    else
        messages_error(
            messages, &place, MESSAGE_UNMAPPED,
            "the column \"%s\" has denials; if it says what the source of each row says, "
            "put \"%s = stance\" into a map, or else leave it out with \"%s = -\"",
            heading, heading, heading);
}

enum status unmapped_report_denials(struct table *table)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < table->columns.list.count && !table->matrix; i++) {
        const struct column *column = &table->columns.list.items[i];
        if (!unmapped_may_deny(table, column))
            continue;
        report_denials(table, column);
        status = table->keep_going ? status : STATUS_INVALID;
    }
    return status;
}
