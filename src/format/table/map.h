/* SPDX-License-Identifier: MIT */
/* What the user says of the columns and the words of a table, in a file of lines such as

       [columns]            roles of columns (role.def), or a relation type for a column of 0
       Geber = from         and 1
       [words]              what words of relations mean: a type, or "type:form", or one of these
       ally = alliance      behind a stance
       no arms = denies support:arms
       [kinds]              kinds of actors
       Taliban = movement
       [values]             what no column says: source, relation, when, kind; date-order
       source = UCDP        (day-first, month-first), decimal (comma, point); title and as-of of
                            the dataset

   A line before the first section is about a column if its value is a role, else about a word.
   Lines that begin with "#" are comments. A name or a value can be between quotation marks, where
   \", \\ and \xHH are a quotation mark, a backslash and any byte. */
#ifndef FORMAT_TABLE_MAP_H
#define FORMAT_TABLE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "format/exchange/exchange.h"

enum map_section { MAP_COLUMNS, MAP_WORDS, MAP_KINDS, MAP_VALUES, MAP_SECTIONS };

struct map_entry {
    enum map_section section;
    const char *name, *value; /* in TEXT */
    uint32_t line;
    bool used; /* the table has it */
};

/* Zero-initialize. */
struct map {
    struct buffer text;
    struct {
        struct map_entry *items;
        size_t count, capacity;
    } entries;
};

/* Reads the map that INPUT names, if any. Reports what is wrong in it, and returns
   STATUS_FAILURE. */
enum status map_read(struct map *map, const struct exchange_input *input);
void map_clear(struct map *map);

/* Appends TEXT, a name or a value, so that map_read reads it again: between quotation marks where
   it would be taken for something else, by map_read or by a CI service that reads what is
   printed.
 */
void map_write_text(struct buffer *out, const char *text);

/* The value of NAME, in any case of its letters; NULL: none. */
const char *map_find(struct map *map, enum map_section section, const char *name);

/* Whether the map has an entry in SECTION. */
bool map_has(const struct map *map, enum map_section section);

/* Reports the entries about columns and words that the table doesn't have. */
void map_report_unused(const struct map *map, const struct exchange_input *input);

#endif
