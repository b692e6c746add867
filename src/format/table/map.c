/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/table/role.h"
#include "format/table/words.h"

static const char *const section_names[MAP_SECTIONS] = {"columns", "words", "kinds", "values"};
static const char value_names[] = "source relation when kind date-order decimal";

/* A map that is being read. */
struct reading {
    struct map *map;
    const struct exchange_input *input;
    const char *path;
    uint32_t line;
    int section; /* -1: none yet */
};

static enum status fail(const struct reading *reading, const char *format, const char *text)
{
    const struct message_place place = {reading->path, reading->line, 0};
    struct buffer out = BUFFER_EMPTY;
    buffer_format(&out, "%s", format);
    if (text != NULL)
        buffer_format(&out, ": \"%s\"", text);
    messages_error(reading->input->messages, &place, MESSAGE_INVALID_VALUE, "%s",
                   buffer_string(&out));
    buffer_clear(&out);
    return STATUS_FAILURE;
}

/* TEXT without white space at its ends; writes a NUL behind it. */
static char *trim(char *text)
{
    char *end = text + strlen(text);
    while (ascii_is_space(*text))
        text++;
    while (end > text && ascii_is_space(end[-1]))
        *--end = '\0';
    return text;
}

static bool is_type(const char *value)
{
    int type;
    const char *form;
    return words_read_type(value, &type, &form);
}

static enum status check_value(const struct reading *reading, const struct map_entry *entry)
{
    enum vertex_kind kind;
    const char *subkind;
    switch (entry->section) {
    case MAP_COLUMNS:
        if (role_find(entry->value) < ROLES || is_type(entry->value))
            return STATUS_OK;
        return fail(reading, "neither a role of a column nor a relation type", entry->value);
    case MAP_WORDS:
        if (is_type(entry->value) || strcmp(entry->value, "-") == 0)
            return STATUS_OK;
        return fail(reading, "not a relation type, such as support or support:arms",
                    entry->value);
    case MAP_KINDS:
        if (words_find_kind(entry->value, &kind, &subkind))
            return STATUS_OK;
        return fail(reading, "not a kind of actor", entry->value);
    default:
        if (strstr(value_names, entry->name) != NULL)
            return STATUS_OK;
        return fail(reading, "no value has this name", entry->name);
    }
}

static enum status read_section(struct reading *reading, char *line)
{
    char *end = strchr(line, ']');
    if (end == NULL)
        return fail(reading, "a section has no closing bracket", line);
    *end = '\0';
    for (int i = 0; i < MAP_SECTIONS; i++)
        if (strcmp(section_names[i], trim(line + 1)) == 0) {
            reading->section = i;
            return STATUS_OK;
        }
    return fail(reading, "a section must be columns, words, kinds or values, not", line + 1);
}

static enum status read_entry(struct reading *reading, char *line)
{
    char *equals = strrchr(line, '=');
    if (equals == NULL)
        return fail(reading, "a line must be NAME = MEANING, not", line);
    *equals = '\0';
    const char *name = trim(line), *value = trim(equals + 1);
    const enum map_section section = reading->section >= 0 ? (enum map_section)reading->section
                                     : is_type(value)      ? MAP_WORDS
                                                           : MAP_COLUMNS;
    const struct map_entry entry = {section, name, value, reading->line, false};
    if (*name == '\0')
        return fail(reading, "a name is missing before", value);
    if (*value == '\0' || strcmp(value, "?") == 0)
        return fail(reading, "a meaning is missing", name);
    TRY(check_value(reading, &entry));
    ARRAY_RESERVE(&reading->map->entries, 1);
    reading->map->entries.items[reading->map->entries.count++] = entry;
    return STATUS_OK;
}

static enum status read_lines(struct reading *reading)
{
    char *next = reading->map->text.bytes;
    if (next != NULL && strncmp(next, "\xEF\xBB\xBF", 3) == 0)
        next += 3;
    while (next != NULL && *next != '\0') {
        char *line = next;
        next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        reading->line++;
        line = trim(line);
        if (*line == '[')
            TRY(read_section(reading, line));
        else if (*line != '\0' && *line != '#')
            TRY(read_entry(reading, line));
    }
    return STATUS_OK;
}

enum status map_read(struct map *map, const struct exchange_input *input)
{
    const char *path = settings_find(input->settings, "map");
    if (path == NULL)
        return STATUS_OK;
    struct exchange_input own = *input;
    struct reading reading = {.map = map, .input = input, .path = path, .section = -1};
    own.path = own.name = path;
    const enum status status = exchange_read_bytes(&own, &map->text);
    if (status != STATUS_OK)
        return status == STATUS_INVALID ? STATUS_FAILURE : status;
    if (map->text.length > 0 && strlen(map->text.bytes) != map->text.length)
        return fail(&reading, "a map is a text, but this has a NUL character", NULL);
    return read_lines(&reading);
}

void map_clear(struct map *map)
{
    buffer_clear(&map->text);
    free(map->entries.items);
}

static bool is_same(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

const char *map_find(struct map *map, enum map_section section, const char *name)
{
    for (size_t i = 0; i < map->entries.count; i++) {
        struct map_entry *entry = &map->entries.items[i];
        if (entry->section == section && is_same(entry->name, name)) {
            entry->used = true;
            return entry->value;
        }
    }
    return NULL;
}

bool map_has(const struct map *map, enum map_section section)
{
    for (size_t i = 0; i < map->entries.count; i++)
        if (map->entries.items[i].section == section)
            return true;
    return false;
}

void map_report_unused(const struct map *map, const struct exchange_input *input)
{
    const char *path = settings_find(input->settings, "map");
    for (size_t i = 0; i < map->entries.count; i++) {
        const struct map_entry *entry = &map->entries.items[i];
        const struct message_place place = {path, entry->line, 0};
        if (!entry->used && entry->section == MAP_COLUMNS)
            messages_warning(input->messages, &place, MESSAGE_INVALID_VALUE,
                             "the table has no column \"%s\"", entry->name);
    }
}
