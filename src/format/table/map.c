/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "base/text/escape.h"
#include "base/text/utf8.h"
#include "format/table/role.h"
#include "format/table/time_text.h"
#include "format/table/words.h"

static const char *const section_names[MAP_SECTIONS] = {"columns", "words", "kinds", "values"};
static const char *const value_names[] = {"source",     "relation", "when",  "kind",
                                          "date-order", "decimal",  "title", "as-of"};

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

/* A word that denies something is easily given the meaning of what it denies. */
static void warn_of_denial(const struct reading *reading, const struct map_entry *entry)
{
    const struct message_place place = {reading->path, reading->line, 0};
    if (is_type(entry->value) && words_deny(entry->name))
        messages_warning(reading->input->messages, &place, MESSAGE_INVALID_VALUE,
                         "\"%s\" seems to deny something, but with the meaning \"%s\" its rows "
                         "assert it; write \"denies %s\", or \"asserts %s\" if they do assert it",
                         entry->name, entry->value, entry->value, entry->value);
}

static enum status check_word(const struct reading *reading, const struct map_entry *entry)
{
    struct meaning meaning = MEANING_NONE;
    if (!words_read_meaning(entry->value, &meaning) && strcmp(entry->value, "-") != 0)
        return fail(
            reading,
            "not a relation type, such as support or support:arms, nor the denial of one, "
            "such as denies support:arms",
            entry->value);
    warn_of_denial(reading, entry);
    return STATUS_OK;
}

static enum status check_as_of(const struct reading *reading, const char *value)
{
    struct buffer date = BUFFER_EMPTY;
    const enum time_result result = time_text_read(value, TIME_ORDER_UNKNOWN, &date);
    buffer_clear(&date);
    return result == TIME_VALID ? STATUS_OK
                                : fail(reading, "not a date, such as 2024-06-30", value);
}

static enum status check_named_value(const struct reading *reading, const struct map_entry *entry)
{
    for (size_t i = 0; i < sizeof value_names / sizeof *value_names; i++)
        if (strcmp(value_names[i], entry->name) == 0)
            return strcmp(entry->name, "as-of") == 0 ? check_as_of(reading, entry->value)
                                                     : STATUS_OK;
    return fail(reading,
                "no value has this name; it must be source, relation, when, kind, date-order, "
                "decimal, title or as-of",
                entry->name);
}

static enum status check_value(const struct reading *reading, const struct map_entry *entry)
{
    enum vertex_kind kind;
    const char *subkind;
    switch (entry->section) {
    case MAP_COLUMNS:
        if (role_is_of_ties(role_find(entry->value)) || is_type(entry->value))
            return STATUS_OK;
        return fail(reading, "neither a role of a column nor a relation type", entry->value);
    case MAP_WORDS: return check_word(reading, entry);
    case MAP_KINDS:
        if (words_find_kind(entry->value, &kind, &subkind))
            return STATUS_OK;
        return fail(reading, "not a kind of actor", entry->value);
    default: return check_named_value(reading, entry);
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

#define BAD_QUOTE                                                                                \
    "quotation marks that are not closed, or a backslash before something else than \", \\ or "  \
    "xHH"

/* The quotation mark that closes what begins at TEXT with one, or the NUL. */
static char *find_end(char *text)
{
    for (text++; *text != '\0' && *text != '"'; text++)
        text += *text == '\\' && text[1] != '\0';
    return text;
}

/* The last "=" of LINE outside of quotation marks, or NULL. */
static char *find_equals(char *line)
{
    char *found = NULL, *at = *line == '"' ? find_end(line) : line;
    for (; *at != '\0'; at++) {
        if (*at != '=')
            continue;
        found = at;
        if (at[1 + strspn(at + 1, " \t")] == '"')
            return found;
    }
    return found;
}

static int read_digit(char c)
{
    return ascii_is_digit(c)        ? c - '0'
           : (c >= 'A' && c <= 'F') ? c - 'A' + 10
           : (c >= 'a' && c <= 'f') ? c - 'a' + 10
                                    : -1;
}

/* Removes quotation marks around TEXT. False: they do not end where it does, or something in them
   is unknown. */
static bool unquote(char *text)
{
    char *to = text;
    if (*text != '"')
        return true;
    const char *end = find_end(text);
    if (*end == '\0' || end[1] != '\0')
        return false;
    for (const char *at = text + 1; at < end; at++) {
        const bool escaped = *at == '\\';
        at += escaped;
        if (escaped && *at == 'x') {
            const int high = read_digit(at[1]), low = high < 0 ? -1 : read_digit(at[2]);
            if (low < 0 || high * 16 + low == 0)
                return false;
            *to++ = (char)(high * 16 + low);
            at += 2;
        } else if (escaped && *at != '"' && *at != '\\')
            return false;
        else
            *to++ = *at;
    }
    *to = '\0';
    return true;
}

/* The section of a line with VALUE. */
static enum map_section find_section(const struct reading *reading, const char *value)
{
    struct meaning meaning = MEANING_NONE;
    if (reading->section >= 0)
        return (enum map_section)reading->section;
    return words_read_meaning(value, &meaning) ? MAP_WORDS : MAP_COLUMNS;
}

static enum status read_entry(struct reading *reading, char *line)
{
    char *equals = find_equals(line);
    if (equals == NULL)
        return fail(reading, "a line must be NAME = MEANING, not", line);
    *equals = '\0';
    char *name = trim(line), *value = trim(equals + 1);
    if (!unquote(name))
        return fail(reading, BAD_QUOTE, name);
    if (!unquote(value))
        return fail(reading, BAD_QUOTE, value);
    const enum map_section section = find_section(reading, value);
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

/* --- writing */

/* Whether TEXT can be written without quotation marks. */
static bool is_plain(const char *text)
{
    const size_t length = strlen(text);
    struct buffer changed = BUFFER_EMPTY;
    if (strpbrk(text, "=\"\r\n") != NULL || (*text != '\0' && strchr("#[", *text) != NULL))
        return false;
    escape_for_file(&changed, text, length);
    bool same = changed.length == length;
    escape_for_log(&changed, text, length);
    same = same && changed.length == 2 * length;
    buffer_clear(&changed);
    return same;
}

/* A byte of a character that cannot be read on the line, or that a CI service takes for the
   beginning of a command, is written as a number. */
static void quote(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_char(out, '"');
    for (const char *start = text, *next = text; start < end; start = next) {
        const uint32_t code = utf8_next(&next, end);
        const bool hash = *start == '#' && start > text && start[-1] == '#';
        if (hash || code == UTF8_REPLACEMENT || !utf8_is_printable(code, start))
            for (const char *byte = start; byte < next; byte++)
                buffer_format(out, "\\x%02X", (unsigned)(unsigned char)*byte);
        else {
            buffer_text(out, *start == '"' || *start == '\\' ? "\\" : "");
            buffer_add(out, start, (size_t)(next - start));
        }
    }
    buffer_char(out, '"');
}

void map_write_text(struct buffer *out, const char *text)
{
    if (is_plain(text))
        buffer_text(out, text);
    else
        quote(out, text);
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
