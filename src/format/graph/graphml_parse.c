/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/graphml_parse.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory/array.h"
#include "format/graph/events.h"
#include "format/table/words.h"

/* A <key>, by its id. */
struct graphml_key {
    uint32_t keys[GRAPH_KINDS]; /* of the items; STRINGS_NO_VALUE: not for them */
    bool graphics;              /* of yEd */
};

struct graphml {
    struct events events;
    struct graph_keys *keys;
    graph_taker *take;
    void *context;
    struct graph_item item;
    bool open;          /* ITEM has not been taken */
    struct strings ids; /* of keys; the value is the index */
    NETWORK_ARRAY(struct graphml_key) declared;
    uint32_t key;          /* the key that is open, or of the data */
    struct buffer label;   /* of yEd's graphics */
    struct buffer parents; /* the ids of the nodes that are open, each ends with a NUL */
    enum graph_direction fallback;
    int arrows; /* bit 0: at the source, bit 1: at the target; -1: not said */
};

static const char *find(const struct graphml *graphml, const char *name)
{
    const char *value = events_attribute(&graphml->events, name);
    return value != NULL ? value : "";
}

static void lose(const struct graphml *graphml, const char *what)
{
    losses_add(graphml->events.input->losses, what, 1);
}

static enum status report(const struct graphml *graphml, const char *text)
{
    const struct message_place place = {graphml->events.input->name, graphml->events.line, 0};
    messages_error(graphml->events.input->messages, &place, MESSAGE_FOREIGN_FILE, "%s", text);
    return STATUS_INVALID;
}

/* --- items */

/* Hands over the current item, unless that has been done. */
static enum status hand_over(struct graphml *graphml)
{
    if (!graphml->open)
        return STATUS_OK;
    graphml->open = false;
    if (graphml->item.what == GRAPH_EDGE && graphml->arrows >= 0)
        graphml->item.direction = graphml->arrows == 3   ? MUTUAL_EDGE
                                  : graphml->arrows == 0 ? UNDIRECTED_EDGE
                                                         : DIRECTED_EDGE;
    if (graphml->item.what == GRAPH_EDGE && graphml->arrows == 1) {
        const size_t source = graphml->item.source;
        graphml->item.source = graphml->item.target;
        graphml->item.target = source;
    }
    size_t made = 0;
    TRY(graph_item_complete(&graphml->item, graphml->keys, &made));
    TRY(events_count_made(&graphml->events, made));
    return graphml->take(graphml->context, &graphml->item);
}

/* The innermost node that is open, if there is one. */
static const char *innermost(const struct graphml *graphml)
{
    const struct buffer *parents = &graphml->parents;
    size_t at = parents->length;
    if (at == 0)
        return "";
    for (at--; at > 0 && parents->bytes[at - 1] != '\0'; at--)
        ;
    return parents->bytes + at;
}

static enum status start_node(struct graphml *graphml)
{
    const char *id = find(graphml, "id");
    TRY(hand_over(graphml));
    if (id[0] == '\0')
        return report(graphml, "a <node> has no id");
    graph_item_begin(&graphml->item, GRAPH_NODE, graphml->events.line);
    graphml->item.parent = graph_item_text(&graphml->item, innermost(graphml));
    graphml->item.id = graph_item_text(&graphml->item, id);
    graphml->open = true;
    buffer_add(&graphml->parents, id, strlen(id) + 1);
    return buffer_status(&graphml->parents);
}

static enum status end_node(struct graphml *graphml)
{
    TRY(hand_over(graphml));
    graphml->parents.length = (size_t)(innermost(graphml) - graphml->parents.bytes);
    return STATUS_OK;
}

static enum status start_edge(struct graphml *graphml)
{
    const char *directed = find(graphml, "directed");
    bool truth;
    struct graph_item *item = &graphml->item;
    TRY(hand_over(graphml));
    if (find(graphml, "source")[0] == '\0' || find(graphml, "target")[0] == '\0')
        return report(graphml, "an <edge> has no source or no target");
    graph_item_begin(item, GRAPH_EDGE, graphml->events.line);
    item->id = graph_item_text(item, find(graphml, "id"));
    item->source = graph_item_text(item, find(graphml, "source"));
    item->target = graph_item_text(item, find(graphml, "target"));
    item->direction = graphml->fallback;
    if (directed[0] != '\0' && words_find_truth(directed, &truth))
        item->direction = truth ? DIRECTED_EDGE : UNDIRECTED_EDGE;
    else if (directed[0] != '\0')
        lose(graphml, "directions of edges that are neither true nor false");
    graphml->arrows = -1;
    graphml->open = true;
    return STATUS_OK;
}

/* --- keys */

static enum status add_key(struct graphml *graphml, struct graphml_key *key, const char *name)
{
    const char *domain = find(graphml, "for");
    static const char *const domains[GRAPH_KINDS] = {"graph", "node", "edge"};
    const bool all = domain[0] == '\0' || strcmp(domain, "all") == 0;
    for (size_t i = 0; i < GRAPH_KINDS; i++) {
        key->keys[i] = STRINGS_NO_VALUE;
        if (all || strcmp(domain, domains[i]) == 0)
            TRY(graph_keys_find(graphml->keys, (enum graph_what)i, name, &key->keys[i]));
    }
    return STATUS_OK;
}

static enum status start_key(struct graphml *graphml)
{
    struct graphml_key key = {.graphics = events_attribute(&graphml->events, "yfiles.type")};
    const char *id = find(graphml, "id"), *name = find(graphml, "attr.name");
    uint32_t number;
    if (id[0] == '\0')
        return report(graphml, "a <key> has no id");
    TRY(add_key(graphml, &key, key.graphics ? "label" : name[0] != '\0' ? name : id));
    ARRAY_RESERVE(&graphml->declared, 1);
    TRY(strings_intern(&graphml->ids, STRINGS_OFTEN, id, strlen(id), &number));
    graphml->key = (uint32_t)graphml->declared.count;
    graphml->declared.items[graphml->declared.count++] = key;
    strings_set_value(&graphml->ids, number, graphml->key);
    return STATUS_OK;
}

/* Takes the <default> of the key that is open. */
static enum status end_default(struct graphml *graphml)
{
    const struct buffer *text = &graphml->events.text;
    if (graphml->key == STRINGS_NO_VALUE || text->length == 0)
        return STATUS_OK;
    const struct graphml_key *key = &graphml->declared.items[graphml->key];
    for (size_t i = 0; i < GRAPH_KINDS; i++)
        if (key->keys[i] != STRINGS_NO_VALUE)
            TRY(graph_keys_set_fallback(graphml->keys, key->keys[i], text->bytes, text->length));
    return STATUS_OK;
}

/* --- data */

static void start_text(struct graphml *graphml)
{
    graphml->events.text.length = 0;
    graphml->events.collecting = true;
}

static enum status start_data(struct graphml *graphml)
{
    const uint32_t id = strings_find(&graphml->ids, find(graphml, "key"));
    graphml->label.length = 0;
    graphml->key = id != 0 ? strings_value(&graphml->ids, id) : STRINGS_NO_VALUE;
    if (graphml->key == STRINGS_NO_VALUE)
        lose(graphml, "values of keys that are not declared");
    start_text(graphml);
    return STATUS_OK;
}

/* Takes a value of the graph itself. */
static enum status take_graph(struct graphml *graphml, uint32_t key, const char *value)
{
    struct graph_item item = {.values = BUFFER_EMPTY};
    graph_item_begin(&item, GRAPH_ITSELF, graphml->events.line);
    enum status status = graph_item_add(&item, graphml->keys, key, value);
    if (status == STATUS_OK)
        status = graphml->take(graphml->context, &item);
    graph_item_clear(&item);
    return status;
}

static enum status end_data(struct graphml *graphml)
{
    graphml->events.collecting = false;
    if (graphml->key == STRINGS_NO_VALUE)
        return STATUS_OK;
    const struct graphml_key *declared = &graphml->declared.items[graphml->key];
    const struct buffer *text = declared->graphics ? &graphml->label : &graphml->events.text;
    const enum graph_what what = graphml->open             ? graphml->item.what
                                 : graphml->parents.length ? GRAPH_KINDS
                                                           : GRAPH_ITSELF;
    if (text->length == 0)
        return STATUS_OK;
    const uint32_t key = what != GRAPH_KINDS ? declared->keys[what] : STRINGS_NO_VALUE;
    if (key == STRINGS_NO_VALUE) {
        lose(graphml, "values of keys that are for something else");
        return STATUS_OK;
    }
    if (what == GRAPH_ITSELF)
        return take_graph(graphml, key, buffer_string(text));
    /* yEd's label and a key "label" may both be there: both are told, the key first. */
    return graph_item_add(&graphml->item, graphml->keys, key, buffer_string(text));
}

/* --- what yEd adds */

static bool is_label(const char *name)
{
    return strcmp(name, "NodeLabel") == 0 || strcmp(name, "EdgeLabel") == 0;
}

static void start_graphics(struct graphml *graphml, const char *name)
{
    if (is_label(name) && graphml->label.length == 0)
        start_text(graphml);
    if (strcmp(name, "Geometry") == 0 || strcmp(name, "LineStyle") == 0)
        lose(graphml, "colours, positions and other looks");
    if (strcmp(name, "Arrows") == 0)
        graphml->arrows = (strcmp(find(graphml, "source"), "none") != 0) |
                          (strcmp(find(graphml, "target"), "none") != 0) << 1;
}

/* Takes the first label that is not blank. */
static void end_graphics(struct graphml *graphml, const char *name)
{
    if (!is_label(name) || graphml->label.length > 0)
        return;
    const char *text = buffer_string(&graphml->events.text);
    text += strspn(text, " \t\r\n");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
        length--;
    buffer_add(&graphml->label, text, length);
}

/* --- elements */

static enum status start(struct events *events, const char *name, bool foreign)
{
    struct graphml *graphml = events->context;
    if (foreign) {
        start_graphics(graphml, name);
        return STATUS_OK;
    }
    if (strcmp(name, "node") == 0)
        return start_node(graphml);
    if (strcmp(name, "edge") == 0)
        return start_edge(graphml);
    if (strcmp(name, "data") == 0)
        return start_data(graphml);
    if (strcmp(name, "key") == 0)
        return start_key(graphml);
    if (strcmp(name, "graph") == 0) {
        graphml->fallback = strcasecmp(find(graphml, "edgedefault"), "undirected") == 0
                                ? UNDIRECTED_EDGE
                                : DIRECTED_EDGE;
        return hand_over(graphml);
    }
    if (strcmp(name, "hyperedge") == 0)
        lose(graphml, "hyperedges");
    if (strcmp(name, "default") == 0)
        start_text(graphml);
    return STATUS_OK;
}

static enum status end(struct events *events, const char *name, bool foreign)
{
    struct graphml *graphml = events->context;
    if (foreign) {
        end_graphics(graphml, name);
        return STATUS_OK;
    }
    if (strcmp(name, "data") == 0)
        return end_data(graphml);
    if (strcmp(name, "node") == 0)
        return end_node(graphml);
    if (strcmp(name, "edge") == 0)
        return hand_over(graphml);
    if (strcmp(name, "default") == 0)
        return end_default(graphml);
    if (strcmp(name, "key") == 0)
        graphml->key = STRINGS_NO_VALUE;
    return STATUS_OK;
}

enum status graphml_parse(const struct exchange_input *input, struct graph_keys *keys,
                          graph_taker *take, void *context)
{
    static const struct events_handler handler = {start, end};
    struct graphml graphml = {
        .events = {.input = input, .handler = &handler, .root = "graphml", .what = "GraphML"},
        .keys = keys,
        .take = take,
        .context = context,
        .key = STRINGS_NO_VALUE};
    graphml.events.context = &graphml;
    enum status status = strings_init(&graphml.ids);
    if (status == STATUS_OK)
        status = events_read(&graphml.events);
    strings_clear(&graphml.ids);
    free(graphml.declared.items);
    graph_item_clear(&graphml.item);
    buffer_clear(&graphml.label);
    buffer_clear(&graphml.parents);
    return status;
}
