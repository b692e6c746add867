/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/start_tag.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"

/* The ranks of declarations of namespaces, and of the first attribute of the grammar. */
enum { RANK_NAMESPACE, RANK_PREFIX, RANK_FIRST };

static size_t rank_of(int rule, struct manuscript_span name)
{
    if (manuscript_is(name, "xmlns"))
        return RANK_NAMESPACE;
    if (name.length > 6 && memcmp(name.text, "xmlns:", 6) == 0)
        return RANK_PREFIX;
    if (rule == RULE_NONE)
        return RANK_FIRST;
    const char *const *names = grammar_rules[rule].attributes;
    size_t i = 0;
    while (names[i] != NULL && !manuscript_is(name, names[i]))
        i++;
    return RANK_FIRST + i;
}

/* Whether white space in the value is only between ids. */
static bool is_list(int rule, struct manuscript_span name)
{
    if (rule == RULE_EVENT)
        return manuscript_is(name, "participants");
    return rule != RULE_NONE && grammar_is_relation((enum grammar_rule)rule) &&
           (manuscript_is(name, "from") || manuscript_is(name, "to"));
}

void start_tag_begin(struct start_tag *tag, const struct manuscript *manuscript,
                     const struct manuscript_node *element, bool empty)
{
    tag->name = manuscript_bytes(manuscript, element->begin + 1,
                                 element->begin + 1 + element->name_length);
    tag->rule = element->rule;
    tag->empty = empty;
    tag->count = 0;
}

enum status start_tag_add_value(struct start_tag *tag, struct manuscript_span name,
                                struct manuscript_span value)
{
    const struct start_tag_attribute added = {.name = name,
                                              .value = value,
                                              .rank = rank_of(tag->rule, name),
                                              .list = is_list(tag->rule, name)};
    ARRAY_RESERVE(tag, 1);
    size_t at = tag->count++;
    for (; at > 0 && tag->items[at - 1].rank > added.rank; at--)
        tag->items[at] = tag->items[at - 1];
    tag->items[at] = added;
    return STATUS_OK;
}

enum status start_tag_add(struct start_tag *tag, const struct manuscript *manuscript,
                          const struct manuscript_attribute *attribute)
{
    return start_tag_add_value(
        tag,
        manuscript_bytes(manuscript, attribute->name, attribute->name + attribute->name_length),
        manuscript_bytes(manuscript, attribute->value,
                         attribute->value + attribute->value_length));
}

enum status start_tag_take(struct start_tag *tag, const struct manuscript *manuscript,
                           const struct manuscript_node *element, bool empty)
{
    start_tag_begin(tag, manuscript, element, empty);
    for (uint32_t i = 0; i < element->attribute_count; i++)
        TRY(start_tag_add(tag, manuscript,
                          &manuscript->attributes.items[element->first_attribute + i]));
    return STATUS_OK;
}

/* The next id of a list from *AT on, which is moved past it; empty at the end. */
static struct manuscript_span next_id(struct manuscript_span list, size_t *at)
{
    while (*at < list.length && manuscript_is_space(list.text[*at]))
        ++*at;
    const size_t from = *at;
    while (*at < list.length && !manuscript_is_space(list.text[*at]))
        ++*at;
    return (struct manuscript_span){list.text + from, *at - from};
}

static size_t list_columns(struct manuscript_span list)
{
    size_t at = 0, columns = 0;
    for (struct manuscript_span id = next_id(list, &at); id.length > 0; id = next_id(list, &at))
        columns += line_columns(id) + (columns > 0);
    return columns;
}

/* Without the space before it. */
static size_t attribute_columns(const struct start_tag_attribute *attribute)
{
    enum { MARKS = 3 }; /* ="" */
    return attribute->name.length + MARKS +
           (attribute->list ? list_columns(attribute->value) : line_columns(attribute->value));
}

/* Writes a list in lines that leave room for REST columns at the end. */
static void write_list(struct line *line, struct manuscript_span list, size_t rest)
{
    const size_t indent = line->column;
    size_t at = 0;
    bool first = true;
    for (struct manuscript_span id = next_id(list, &at); id.length > 0; id = next_id(list, &at)) {
        size_t ahead = at;
        const size_t after = next_id(list, &ahead).length > 0 ? 0 : rest;
        if (!first && line->column + 1 + line_columns(id) + after > LINE_WIDTH)
            line_break(line, indent);
        else if (!first)
            line_text(line, " ");
        line_add(line, id);
        first = false;
    }
}

/* A line break in a value is a space, as a parser reads it. */
static void write_value(struct line *line, struct manuscript_span value)
{
    size_t from = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.text[i] == ' ' || !manuscript_is_space(value.text[i]))
            continue;
        line_add(line, (struct manuscript_span){value.text + from, i - from});
        if (value.text[i] != '\r' || i + 1 == value.length || value.text[i + 1] != '\n')
            line_text(line, " ");
        from = i + 1;
    }
    line_add(line, (struct manuscript_span){value.text + from, value.length - from});
}

/* REST is the number of columns that follow the closing quote. */
static void write_attribute(struct line *line, const struct start_tag_attribute *attribute,
                            size_t rest)
{
    const bool quoted = memchr(attribute->value.text, '"', attribute->value.length) != NULL;
    line_add(line, attribute->name);
    line_text(line, quoted ? "='" : "=\"");
    if (attribute->list)
        write_list(line, attribute->value, rest + 1);
    else
        write_value(line, attribute->value);
    line_text(line, quoted ? "'" : "\"");
}

static const char *closer_of(const struct start_tag *tag)
{
    return tag->empty ? "/>" : ">";
}

static void write_name(const struct start_tag *tag, struct line *line)
{
    line_text(line, "<");
    line_add(line, tag->name);
}

void start_tag_write_flat(const struct start_tag *tag, struct line *line)
{
    write_name(tag, line);
    for (size_t i = 0; i < tag->count; i++) {
        line_text(line, " ");
        write_attribute(line, &tag->items[i], 0);
    }
    line_text(line, closer_of(tag));
}

/* Where the further lines of a tag begin: below its first attribute, unless its name, with a
   prefix, is so long that a line would have no room. */
static size_t align_of(const struct start_tag *tag, size_t indent)
{
    enum { MOST = LINE_WIDTH / 3 };
    const size_t columns = 1 + line_columns(tag->name) + 1;
    return indent + (columns <= MOST ? columns : 2 * (size_t)LINE_INDENT);
}

void start_tag_write(const struct start_tag *tag, struct line *line, size_t indent)
{
    const size_t align = align_of(tag, indent);
    write_name(tag, line);
    for (size_t i = 0; i < tag->count; i++) {
        const size_t rest = i + 1 < tag->count ? 0 : strlen(closer_of(tag));
        if ((i > 0 || line->column > align) &&
            line->column + 1 + attribute_columns(&tag->items[i]) + rest > LINE_WIDTH)
            line_break(line, align);
        else
            line_text(line, " ");
        write_attribute(line, &tag->items[i], rest);
    }
    line_text(line, closer_of(tag));
}

void start_tag_clear(struct start_tag *tag)
{
    free(tag->items);
    *tag = (struct start_tag){.items = NULL};
}
