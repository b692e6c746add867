/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

enum status diagram_init(struct diagram *diagram, const struct exchange_input *input)
{
    *diagram = (struct diagram){.input = input};
    TRY(gathering_new(&diagram->gathering));
    return strings_init(&diagram->keys);
}

void diagram_clear(struct diagram *diagram)
{
    gathering_free(diagram->gathering);
    strings_clear(&diagram->keys);
    free(diagram->nodes.items);
    free(diagram->edges.items);
    free(diagram->attributes.items);
    free(diagram->links);
    free(diagram->last_links);
    *diagram = (struct diagram){.input = NULL};
}

static enum status reserve_node(struct diagram *diagram)
{
    ARRAY_RESERVE(&diagram->nodes, 1);
    uint32_t *last = array_reserve(diagram->last_links, diagram->last_count, 1,
                                   &diagram->last_capacity, sizeof *diagram->last_links);
    if (last == NULL)
        return STATUS_MEMORY;
    diagram->last_links = last;
    return STATUS_OK;
}

enum status diagram_node(struct diagram *diagram, const char *key, size_t length,
                         struct gathered_place place, uint32_t *index)
{
    uint32_t number, text;
    struct buffer marked = BUFFER_EMPTY; /* so that no key is empty */
    buffer_char(&marked, '.');
    buffer_add(&marked, key, length);
    enum status status = buffer_status(&marked);
    if (status == STATUS_OK)
        status = strings_intern(&diagram->keys, STRINGS_OFTEN, buffer_string(&marked),
                                marked.length, &number);
    buffer_clear(&marked);
    TRY(status);
    *index = strings_value(&diagram->keys, number);
    if (*index != STRINGS_NO_VALUE)
        return STATUS_OK;
    TRY(gathering_text(diagram->gathering, key, length, &text));
    TRY(reserve_node(diagram));
    *index = (uint32_t)diagram->nodes.count;
    strings_set_value(&diagram->keys, number, *index);
    diagram->last_links[diagram->last_count++] = GATHERED_NONE;
    diagram->nodes.items[diagram->nodes.count++] =
        (struct diagram_node){.key = text, .first = GATHERED_NONE, .place = place};
    return STATUS_OK;
}

static enum status make_attribute(struct diagram *diagram, const char *name, const char *value,
                                  struct diagram_attribute *attribute)
{
    TRY(gathering_text(diagram->gathering, name, strlen(name), &attribute->name));
    return gathering_text(diagram->gathering, value, strlen(value), &attribute->value);
}

enum status diagram_node_attribute(struct diagram *diagram, uint32_t node, const char *name,
                                   const char *value)
{
    struct diagram_link link = {.next = GATHERED_NONE};
    TRY(make_attribute(diagram, name, value, &link.attribute));
    if (link.attribute.name == 0 || link.attribute.value == 0)
        return STATUS_OK;
    struct diagram_link *links = array_reserve(diagram->links, diagram->link_count, 1,
                                               &diagram->link_capacity, sizeof *diagram->links);
    if (links == NULL)
        return STATUS_MEMORY;
    diagram->links = links;
    const uint32_t new = (uint32_t)diagram->link_count, last = diagram->last_links[node];
    links[diagram->link_count++] = link;
    if (last != GATHERED_NONE)
        links[last].next = new;
    else
        diagram->nodes.items[node].first = new;
    diagram->last_links[node] = new;
    return STATUS_OK;
}

enum status diagram_edge(struct diagram *diagram, uint32_t from, uint32_t to, bool directed,
                         struct gathered_place place)
{
    ARRAY_RESERVE(&diagram->edges, 1);
    diagram->edges.items[diagram->edges.count++] =
        (struct diagram_edge){.from = from,
                              .to = to,
                              .directed = directed,
                              .first = diagram->attributes.count,
                              .place = place};
    return STATUS_OK;
}

enum status diagram_edge_attribute(struct diagram *diagram, const char *name, const char *value)
{
    struct diagram_attribute attribute;
    TRY(make_attribute(diagram, name, value, &attribute));
    if (attribute.name == 0 || attribute.value == 0)
        return STATUS_OK;
    ARRAY_RESERVE(&diagram->attributes, 1);
    diagram->attributes.items[diagram->attributes.count++] = attribute;
    diagram->edges.items[diagram->edges.count - 1].count++;
    return STATUS_OK;
}

void diagram_drop_loose(struct diagram *diagram, const char *what)
{
    size_t kept = 0;
    for (size_t i = 0; i < diagram->edges.count; i++) {
        const struct diagram_edge edge = diagram->edges.items[i];
        const struct diagram_node *from = &diagram->nodes.items[edge.from],
                                  *to = &diagram->nodes.items[edge.to];
        if (from->declared && to->declared)
            diagram->edges.items[kept++] = edge;
        else
            diagram_fault(
                diagram->input, edge.place,
                "an edge %s %s \"%.100s\", which the file does not have; add it, or "
                "remove the edge",
                from->declared ? "leads to" : "begins at", what,
                gathering_string(diagram->gathering, from->declared ? to->key : from->key));
    }
    diagram->edges.count = kept;
}

void diagram_fault(const struct exchange_input *input, struct gathered_place place,
                   const char *format, ...)
{
    const struct message_place where = {input->name, place.line, place.column};
    struct buffer text = BUFFER_EMPTY;
    va_list list;
    va_start(list, format);
    buffer_format_list(&text, format, list);
    va_end(list);
    if (exchange_has(input->settings, "keep-going")) {
        messages_warning(input->messages, &where, MESSAGE_BAD_ROW, "%s", buffer_string(&text));
        losses_add(input->losses, "rows that cannot be understood", 1);
    } else {
        messages_error(input->messages, &where, MESSAGE_BAD_ROW, "%s", buffer_string(&text));
    }
    buffer_clear(&text);
}
