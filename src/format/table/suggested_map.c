/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/suggested_map.h"

#include <string.h>

static void write_type(struct buffer *out, int type, const char *form)
{
    const char *word = vocabulary_types.words[type];
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, word);
    if (form != NULL && *form != '\0')
        buffer_format(&text, ":%s", form);
    map_write_text(out, text.failed ? word : buffer_string(&text));
    buffer_clear(&text);
}

static void write_columns(const struct table *table, struct buffer *out)
{
    buffer_text(out, "[columns]\n");
    for (size_t i = 0; i < table->columns.list.count; i++) {
        const struct column *column = &table->columns.list.items[i];
        if (*column->heading == '\0')
            continue;
        map_write_text(out, column->heading);
        buffer_text(out, " = ");
        if (column->role == ROLE_INDICATOR)
            write_type(out, column->meaning.type, column->meaning.form);
        else
            buffer_text(out, role_word(column->role));
        buffer_char(out, '\n');
    }
}

/* Writes what TEXT means, unless WRITTEN has it already. */
static enum status write_word(const struct table *table, struct strings *written,
                              const struct relation_word *word, const char *text,
                              struct buffer *out)
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
        write_type(out, word->meaning.type, gathering_string(table->gathering, word->form));
    else
        buffer_format(out, "?  (%u rows)", (unsigned)word->count);
    buffer_char(out, '\n');
    return STATUS_OK;
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
        TRY(write_word(table, written, word, text, out));
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

enum status suggested_map_write(struct table *table, struct buffer *out)
{
    buffer_text(out,
                "# What the columns and words mean; correct it, and use it with --map=FILE.\n"
                "# Roles: from, to, relation, form, when, year, start, end, source, stance, "
                "note,\n# amount, weight and others; - leaves a column out.\n");
    write_columns(table, out);
    TRY(write_all_words(table, out));
    buffer_text(out, "\n[values]\n");
    if (table->columns.of[ROLE_RELATION] < 0 && !table->columns.indicators &&
        table->fallback.type >= 0) {
        buffer_text(out, "relation = ");
        write_type(out, table->fallback.type, table->fallback.form);
        buffer_char(out, '\n');
    }
    if (table->columns.of[ROLE_SOURCE] < 0)
        buffer_text(out, "# source = who says all this\n");
    return buffer_status(out);
}
