/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/suggested_map.h"

#include <string.h>

#include "format/table/unmapped.h"

/* Writes a type and a form, behind a stance unless that is NULL. */
static void write_meaning(struct buffer *out, const char *stance, int type, const char *form)
{
    const char *word = vocabulary_types.words[type];
    struct buffer text = BUFFER_EMPTY;
    if (stance != NULL)
        buffer_format(&text, "%s ", stance);
    buffer_text(&text, word);
    if (form != NULL && *form != '\0')
        buffer_format(&text, ":%s", form);
    map_write_text(out, text.failed ? word : buffer_string(&text));
    buffer_clear(&text);
}

static void write_columns(struct table *table, struct buffer *out)
{
    buffer_text(out, "[columns]\n");
    if (!table->matrix && table->columns.of[ROLE_FROM] < 0)
        buffer_text(out, "# Which column says who acts is not known: give it the role from.\n");
    if (!table->matrix && table->columns.of[ROLE_TO] < 0)
        buffer_text(out, "# Which column says to whom is not known: give it the role to.\n");
    for (size_t i = 0; i < table->columns.list.count; i++) {
        const struct column *column = &table->columns.list.items[i];
        if (*column->heading == '\0')
            continue;
        if (unmapped_may_deny(table, column))
            buffer_text(out,
                        "# The following may say who denies a tie: leave no denial out.\n# ");
        map_write_text(out, column->heading);
        buffer_text(out, " = ");
        if (column->role == ROLE_INDICATOR)
            write_meaning(out, NULL, column->meaning.type, column->meaning.form);
        else
            buffer_text(out, column->role == ROLE_NONE && column->denials > 0
                                 ? role_word(ROLE_STANCE)
                                 : role_word(column->role));
        buffer_char(out, '\n');
    }
}

/* Writes what TEXT, a part of WORD, means, unless WRITTEN has it already. STANCE: which the map
   gives to it; or NULL. */
static enum status write_word(const struct table *table, struct strings *written,
                              const struct relation_word *word, const char *text,
                              const char *stance, struct buffer *out)
{
    const bool known = word->meaning.type >= 0;
    uint32_t number;
    TRY(strings_intern(written, STRINGS_OFTEN, text, strlen(text), &number));
    if (*text == '\0' || strings_value(written, number) != STRINGS_NO_VALUE)
        return STATUS_OK;
    strings_set_value(written, number, 1);
    buffer_text(out, known ? "" : "# ");
    map_write_text(out, text);
    buffer_text(out, " = ");
    if (known)
        write_meaning(out, stance, word->meaning.type,
                      gathering_string(table->gathering, word->form));
    else
        buffer_format(out, "%s?  (%u rows)", words_deny(text) ? "denies " : "",
                      (unsigned)word->count);
    buffer_char(out, '\n');
    return STATUS_OK;
}

/* The stance that only the map gives to WORD, whose own one is in SAID; NULL: none. */
static const char *find_stance(const struct relation_word *word, const struct meaning *said)
{
    if (word->meaning.stance < 0 || word->meaning.stance == said->stance)
        return NULL;
    return word->meaning.stance == STANCE_ASSERTS && word->meaning.hedged
               ? "reportedly"
               : vocabulary_stances.words[word->meaning.stance];
}

/* Writes the words without the stances before them. */
static enum status write_words(const struct table *table, struct strings *written,
                               struct buffer *out)
{
    buffer_text(out, "\n[words]\n");
    for (size_t i = 0; i < table->memory.words.count; i++) {
        const struct relation_word *word = &table->memory.words.items[i];
        const char *text = strings_text(&table->memory.relations, word->text);
        struct meaning meaning = MEANING_NONE;
        if (word->meaning.stance >= 0)
            text = words_split_stance(text, &meaning);
        TRY(write_word(table, written, word, text, find_stance(word, &meaning), out));
    }
    return STATUS_OK;
}

static enum status write_all_words(const struct table *table, struct buffer *out)
{
    struct strings written;
    if (table->memory.words.count == 0 || table->columns.indicators)
        return STATUS_OK;
    enum status status = strings_init(&written);
    if (status == STATUS_OK)
        status = write_words(table, &written, out);
    strings_clear(&written);
    return status;
}

/* Writes a value as the map has it, or as a comment with an EXAMPLE. */
static void write_value(struct table *table, const char *name, const char *example,
                        struct buffer *out)
{
    const char *value = map_find(&table->map, MAP_VALUES, name);
    buffer_format(out, "%s%s = ", value != NULL ? "" : "# ", name);
    map_write_text(out, value != NULL ? value : example);
    buffer_char(out, '\n');
}

enum status suggested_map_write(struct table *table, struct buffer *out)
{
    buffer_text(out,
                "# What the columns and words mean; correct it, and use it with --map=FILE.\n"
                "# Roles: from, to, relation, form, when, year, start, end, source, stance, "
                "note,\n# amount, weight and others (entente-convert(1), Tables); - leaves a "
                "column out.\n");
    write_columns(table, out);
    TRY(write_all_words(table, out));
    buffer_text(out, "\n[values]\n");
    if (table->columns.of[ROLE_RELATION] < 0 && !table->columns.indicators &&
        table->fallback.type >= 0) {
        buffer_text(out, "relation = ");
        write_meaning(out, NULL, table->fallback.type, table->fallback.form);
        buffer_char(out, '\n');
    }
    if (table->columns.of[ROLE_SOURCE] < 0)
        buffer_text(out, "# source = who says all this\n");
    write_value(table, "title", "what the dataset is called", out);
    write_value(table, "as-of", "the date as of which it is current, such as 2024-06-30", out);
    return buffer_status(out);
}
