/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/diagram/diagram_gather.h"
#include "format/gml/gml.h"
#include "format/gml/gml_token.h"

/* In which list the reading is. */
enum gml_list { LIST_FILE, LIST_GRAPH, LIST_NODE, LIST_EDGE };

struct gml {
    const struct exchange_input *input;
    struct diagram diagram;
    struct buffer text;
    struct diagram_cursor cursor;
    struct gml_token token;
    struct buffer key;
    enum gml_list list;
    size_t nested;        /* lists open within LIST that are not its own */
    struct buffer prefix; /* the key of the first of these, with a full stop */
    bool directed, has_graph;
    size_t more_graphs, deep;
    struct gathered_place place; /* of the node or edge */
    /* Its attributes, until it ends. */
    struct {
        struct diagram_attribute *items;
        size_t count, capacity;
    } pending;
};

static const char *string_of(const struct gml *gml, uint32_t text)
{
    return gathering_string(gml->diagram.gathering, text);
}

/* --- nodes and edges */

/* Takes the pending attribute NAME out, and returns its value; 0: there is none. */
static uint32_t take(struct gml *gml, const char *name)
{
    for (size_t i = 0; i < gml->pending.count; i++) {
        struct diagram_attribute *attribute = &gml->pending.items[i];
        if (strcmp(string_of(gml, attribute->name), name) != 0)
            continue;
        const uint32_t value = attribute->value;
        attribute->value = 0;
        return value;
    }
    return 0;
}

static enum status find_node(struct gml *gml, uint32_t key, uint32_t *node)
{
    struct buffer copy = BUFFER_EMPTY;
    buffer_text(&copy, string_of(gml, key));
    enum status status = buffer_status(&copy);
    if (status == STATUS_OK)
        status = diagram_node(&gml->diagram, buffer_string(&copy), copy.length, gml->place, node);
    buffer_clear(&copy);
    return status;
}

/* Copies, because adding texts moves them. */
static enum status add_attribute(struct gml *gml, const struct diagram_attribute *attribute,
                                 uint32_t node)
{
    struct buffer name = BUFFER_EMPTY, value = BUFFER_EMPTY;
    buffer_text(&name, string_of(gml, attribute->name));
    buffer_text(&value, string_of(gml, attribute->value));
    enum status status = buffer_status(&name);
    if (status == STATUS_OK)
        status = buffer_status(&value);
    if (status == STATUS_OK)
        status = node != GATHERED_NONE
                     ? diagram_node_attribute(&gml->diagram, node, buffer_string(&name),
                                              buffer_string(&value))
                     : diagram_edge_attribute(&gml->diagram, buffer_string(&name),
                                              buffer_string(&value));
    buffer_clear(&name);
    buffer_clear(&value);
    return status;
}

/* Adds what is pending to NODE; to the last edge, if that is GATHERED_NONE. */
static enum status add_pending(struct gml *gml, uint32_t node)
{
    for (size_t i = 0; i < gml->pending.count; i++)
        if (gml->pending.items[i].value != 0)
            TRY(add_attribute(gml, &gml->pending.items[i], node));
    return STATUS_OK;
}

static enum status end_node(struct gml *gml)
{
    const uint32_t id = take(gml, "id");
    uint32_t node;
    if (id == 0) {
        diagram_fault(gml->input, gml->place, "a node has no id; give it one");
        return STATUS_OK;
    }
    TRY(find_node(gml, id, &node));
    struct diagram_node *one = &gml->diagram.nodes.items[node];
    if (one->declared) {
        diagram_fault(gml->input, gml->place,
                      "the id %.100s is that of the node on line %lu too; give one of them "
                      "another",
                      string_of(gml, id), (unsigned long)one->place.line);
        return STATUS_OK;
    }
    one->declared = true;
    one->place = gml->place;
    return add_pending(gml, node);
}

static enum status end_edge(struct gml *gml)
{
    const uint32_t source = take(gml, "source"), target = take(gml, "target");
    uint32_t from, to;
    if (source == 0 || target == 0) {
        diagram_fault(gml->input, gml->place, "an edge has no %s; give it the id of a node",
                      source == 0 ? "source" : "target");
        return STATUS_OK;
    }
    TRY(find_node(gml, source, &from));
    TRY(find_node(gml, target, &to));
    TRY(diagram_edge(&gml->diagram, from, to, false, gml->place));
    return add_pending(gml, GATHERED_NONE);
}

/* --- lists */

static enum status close_list(struct gml *gml)
{
    if (gml->nested > 0) {
        gml->nested--;
        return STATUS_OK;
    }
    switch (gml->list) {
    case LIST_NODE: gml->list = LIST_GRAPH; return end_node(gml);
    case LIST_EDGE: gml->list = LIST_GRAPH; return end_edge(gml);
    default: gml->list = LIST_FILE; return STATUS_OK;
    }
}

static void begin_item(struct gml *gml, enum gml_list list)
{
    gml->list = list;
    gml->pending.count = 0;
    gml->place = gml->token.place;
}

static void open_list(struct gml *gml)
{
    const char *key = buffer_string(&gml->key);
    if (gml->nested == 0 && gml->list == LIST_FILE && strcmp(key, "graph") == 0) {
        gml->more_graphs += gml->has_graph;
        gml->nested += gml->has_graph; /* skips it */
        if (!gml->has_graph)
            gml->list = LIST_GRAPH;
        gml->has_graph = true;
    } else if (gml->nested == 0 && gml->list == LIST_GRAPH && strcmp(key, "node") == 0) {
        begin_item(gml, LIST_NODE);
    } else if (gml->nested == 0 && gml->list == LIST_GRAPH && strcmp(key, "edge") == 0) {
        begin_item(gml, LIST_EDGE);
    } else {
        if (gml->nested++ == 0) {
            gml->prefix.length = 0;
            buffer_format(&gml->prefix, "%s.", key);
        }
        gml->deep += gml->nested > 1 && gml->list >= LIST_NODE;
    }
}

static enum status add_value(struct gml *gml)
{
    struct diagram_attribute attribute;
    struct buffer name = BUFFER_EMPTY;
    struct gathering *gathering = gml->diagram.gathering;
    buffer_text(&name, gml->nested > 0 ? buffer_string(&gml->prefix) : "");
    buffer_text(&name, buffer_string(&gml->key));
    enum status status = buffer_status(&name);
    if (status == STATUS_OK)
        status = gathering_text(gathering, buffer_string(&name), name.length, &attribute.name);
    buffer_clear(&name);
    TRY(status);
    TRY(gathering_text(gathering, buffer_string(&gml->token.text), gml->token.text.length,
                       &attribute.value));
    ARRAY_RESERVE(&gml->pending, 1);
    gml->pending.items[gml->pending.count++] = attribute;
    return STATUS_OK;
}

static enum status set_title(struct gml *gml)
{
    uint32_t title;
    TRY(gathering_text(gml->diagram.gathering, buffer_string(&gml->token.text),
                       gml->token.text.length, &title));
    gathering_set_title(gml->diagram.gathering, title);
    return STATUS_OK;
}

/* networkx marks lists of one item with a value of its own. */
static bool is_mark(const struct gml *gml)
{
    return strcmp(buffer_string(&gml->token.text), "_networkx_list_start") == 0;
}

static enum status take_value(struct gml *gml)
{
    const char *key = buffer_string(&gml->key);
    if (gml->list >= LIST_NODE && gml->nested <= 1)
        return is_mark(gml) ? STATUS_OK : add_value(gml);
    if (gml->list != LIST_GRAPH || gml->nested > 0)
        return STATUS_OK;
    if (strcmp(key, "directed") == 0)
        gml->directed = strcmp(buffer_string(&gml->token.text), "1") == 0;
    if (strcmp(key, "label") == 0 || strcmp(key, "name") == 0 || strcmp(key, "title") == 0)
        return set_title(gml);
    return STATUS_OK;
}

/* --- the file */

static enum status report_foreign(struct gml *gml, const char *reason)
{
    const struct message_place place = {gml->input->name, gml->token.place.line,
                                        gml->token.place.column};
    messages_error(gml->input->messages, &place, MESSAGE_FOREIGN_FILE, "%s%s",
                   gml->has_graph ? "" : "this is not a GML file: ", reason);
    return STATUS_INVALID;
}

/* Reads a key and its value, or the end of a list. */
static enum status read_entry(struct gml *gml)
{
    if (gml->token.kind == GML_CLOSE)
        return gml->nested == 0 && gml->list == LIST_FILE
                   ? report_foreign(gml, "there is a ] without a [ before it")
                   : close_list(gml);
    if (gml->token.kind != GML_WORD)
        return report_foreign(gml, gml->token.kind == GML_BROKEN
                                       ? "this quotation mark has no counterpart"
                                       : "a key is missing here, such as label");
    gml->key.length = 0;
    buffer_text(&gml->key, buffer_string(&gml->token.text));
    TRY(buffer_status(&gml->key));
    TRY(gml_token_next(&gml->cursor, &gml->token));
    switch (gml->token.kind) {
    case GML_OPEN: open_list(gml); return STATUS_OK;
    case GML_WORD:
    case GML_STRING: return take_value(gml);
    case GML_BROKEN: return report_foreign(gml, "this quotation mark has no counterpart");
    default: return report_foreign(gml, "a value is missing here");
    }
}

static enum status parse(struct gml *gml)
{
    gml->cursor = diagram_cursor_at(&gml->text);
    for (;;) {
        TRY(gml_token_next(&gml->cursor, &gml->token));
        if (gml->token.kind == GML_END)
            break;
        TRY(read_entry(gml));
    }
    if (!gml->has_graph)
        return report_foreign(gml, "it has no graph [ ... ]");
    if (gml->list != LIST_FILE || gml->nested > 0)
        return report_foreign(gml, "the file ends before a list does, which lacks its ]; it "
                                   "seems to be cut off");
    return STATUS_OK;
}

static enum status convert(struct gml *gml, struct draft *draft)
{
    TRY(diagram_text_read(gml->input, "a GML file", &gml->text));
    TRY(parse(gml));
    for (size_t i = 0; i < gml->diagram.edges.count; i++)
        gml->diagram.edges.items[i].directed = gml->directed;
    losses_add(gml->input->losses, "further graphs", gml->more_graphs);
    losses_add(gml->input->losses, "lists within lists", gml->deep);
    diagram_drop_loose(&gml->diagram, "node");
    return diagram_gather(&gml->diagram, draft);
}

enum status gml_read(const struct exchange_input *input, struct draft *draft)
{
    struct gml gml = {.input = input};
    enum status status = diagram_init(&gml.diagram, input);
    if (status == STATUS_OK)
        status = convert(&gml, draft);
    diagram_clear(&gml.diagram);
    buffer_clear(&gml.text);
    buffer_clear(&gml.token.text);
    buffer_clear(&gml.key);
    buffer_clear(&gml.prefix);
    free(gml.pending.items);
    return status;
}
