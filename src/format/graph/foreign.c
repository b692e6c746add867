/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/foreign.h"

#include <string.h>

#include "base/text/ascii.h"
#include "format/diagram/diagram_gather.h"
#include "format/exchange/gathering.h"
#include "model/date.h"

/* What a key of a node or an edge becomes. */
enum foreign_role {
    FOREIGN_SAME,   /* an attribute of the same name */
    FOREIGN_LABEL,  /* one called "label" */
    FOREIGN_TRUTH,  /* "yes" or "no" */
    FOREIGN_TIE,    /* one called "id": the tie of which this is one edge of several */
    FOREIGN_WEIGHT, /* in which "3.0" is "3" */
    FOREIGN_TIME,   /* the beginning or the end */
    FOREIGN_ECHO,   /* the name again, or a name made of others */
    FOREIGN_LOOK
};

static const struct {
    const char *name; /* in small letters */
    enum foreign_role role;
} roles[] = {
    {"edge label", FOREIGN_LABEL}, /* Gephi */
    {"label", FOREIGN_LABEL},      /* also of yEd's graphics */
    {"tie", FOREIGN_TIE},          /* entente */
    {"mutual", FOREIGN_TRUTH},     /* entente */
    {"weight", FOREIGN_WEIGHT},    /* a double in Gephi and igraph */
    {"start", FOREIGN_TIME},       /* GEXF */
    {"end", FOREIGN_TIME},         /* likewise */
    {"shared name", FOREIGN_ECHO}, /* Cytoscape, and so on to "suid" */
    {"shared interaction", FOREIGN_ECHO},
    {"canonicalname", FOREIGN_ECHO},
    {"selected", FOREIGN_ECHO},
    {"suid", FOREIGN_ECHO},
    {"networkx_key", FOREIGN_ECHO},
    {"g", FOREIGN_LOOK}, /* Gephi's colours; "r" is among other looks */
    {"b", FOREIGN_LOOK},
    {"alpha", FOREIGN_LOOK},
};

enum status foreign_init(struct foreign *foreign, const struct exchange_input *input,
                         const struct graph_keys *keys)
{
    *foreign = (struct foreign){.keys = keys};
    return diagram_init(&foreign->diagram, input);
}

void foreign_clear(struct foreign *foreign)
{
    diagram_clear(&foreign->diagram);
    buffer_clear(&foreign->when);
}

static bool is_same(const char *name, const char *lower)
{
    while (*lower != '\0' && ascii_lower(*name) == *lower) {
        name++;
        lower++;
    }
    return *name == *lower;
}

static enum foreign_role find_role(const char *name)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (is_same(name, roles[i].name))
            return roles[i].role;
    return FOREIGN_SAME;
}

/* --- values */

static enum status add(struct foreign *foreign, const struct graph_item *item, uint32_t node,
                       const char *name, const char *value)
{
    if (value[0] == '\0' || strcmp(value, "NaN") == 0 || strcmp(value, "nan") == 0)
        return STATUS_OK;
    return item->what == GRAPH_NODE ? diagram_node_attribute(&foreign->diagram, node, name, value)
                                    : diagram_edge_attribute(&foreign->diagram, name, value);
}

/* Sets OUT to TIME without what is no part of a date: the time of day, and the decimals that
   other programs add to years. */
static void set_date(struct buffer *out, const char *time)
{
    const size_t length = strcspn(time, "T ");
    out->length = 0;
    buffer_add(out, time, length);
    if (length > 2 && length == strlen(time) && strcmp(time + length - 2, ".0") == 0)
        out->length -= 2;
    if (out->bytes != NULL)
        out->bytes[out->length] = '\0';
}

static enum status add_value(struct foreign *foreign, const struct graph_item *item,
                             uint32_t node, const char *name, const char *value)
{
    struct buffer *text = &foreign->when;
    const size_t length = strlen(value);
    switch (find_role(name)) {
    case FOREIGN_LABEL: return add(foreign, item, node, "label", value);
    case FOREIGN_TIE: return add(foreign, item, node, "id", value);
    case FOREIGN_TRUTH:
        return add(foreign, item, node, "mutual",
                   is_same(value, "true")    ? "yes"
                   : is_same(value, "false") ? "no"
                                             : value);
    case FOREIGN_TIME:
        set_date(text, value);
        TRY(buffer_status(text));
        return add(foreign, item, node, name, buffer_string(text));
    case FOREIGN_WEIGHT:
        text->length = 0;
        buffer_add(text, value,
                   length > 2 && strcmp(value + length - 2, ".0") == 0 ? length - 2 : length);
        TRY(buffer_status(text));
        return add(foreign, item, node, name, buffer_string(text));
    case FOREIGN_LOOK:
        losses_add(foreign->diagram.input->losses, "colours, positions and other looks", 1);
        return STATUS_OK;
    case FOREIGN_ECHO: return STATUS_OK;
    case FOREIGN_SAME: break;
    }
    return add(foreign, item, node, name, value);
}

/* The value of the key NAME; NULL: there is none. */
static const char *find_value(const struct foreign *foreign, const struct graph_item *item,
                              const char *name)
{
    for (size_t i = 0; i < item->data.count; i++)
        if (is_same(graph_keys_name(foreign->keys, item->data.items[i].key), name))
            return graph_item_string(item, item->data.items[i].value);
    return NULL;
}

/* Whether VALUE of the key NAME of an edge is made of others: Cytoscape names edges
   "A (interaction) B", and entente calls those without a form by their type. */
static bool is_made(const struct foreign *foreign, const struct graph_item *item,
                    const char *name, const char *value)
{
    const char *type;
    if (is_same(name, "name"))
        return find_value(foreign, item, "interaction") != NULL;
    type = is_same(name, "label") ? find_value(foreign, item, "kind") : NULL;
    return type != NULL && strcmp(type, value) == 0;
}

static enum status add_values(struct foreign *foreign, const struct graph_item *item,
                              uint32_t node)
{
    for (size_t i = 0; i < item->data.count; i++) {
        const char *name = graph_keys_name(foreign->keys, item->data.items[i].key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        if (item->what == GRAPH_NODE || !is_made(foreign, item, name, value))
            TRY(add_value(foreign, item, node, name, value));
    }
    return STATUS_OK;
}

/* --- times */

/* Adds one of several times, each of which is a period of the tie. When one without a start began
   is not known. */
static enum status add_period(struct foreign *foreign, const struct graph_item *item,
                              const char *start, const char *end)
{
    struct buffer date = BUFFER_EMPTY, *when = &foreign->when;
    set_date(when, start);
    set_date(&date, end);
    if (strcmp(buffer_string(when), buffer_string(&date)) != 0) {
        buffer_char(when, '/');
        buffer_text(when, date.length > 0 ? buffer_string(&date) : "..");
    }
    enum status status = buffer_status(when);
    if (status == STATUS_OK)
        status = add(foreign, item, 0, "period", buffer_string(when));
    buffer_clear(&date);
    return status;
}

static enum status add_spells(struct foreign *foreign, const struct graph_item *item,
                              uint32_t node)
{
    const size_t count = item->spells.count / 2;
    if (count == 0 || find_value(foreign, item, "when") != NULL) /* which entente writes too */
        return STATUS_OK;
    const char *start = graph_item_string(item, item->spells.items[0]);
    const char *end = graph_item_string(item, item->spells.items[1]);
    if (count > 1 && item->what == GRAPH_EDGE) {
        for (size_t i = 0; i < count; i++)
            TRY(add_period(foreign, item, graph_item_string(item, item->spells.items[2 * i]),
                           graph_item_string(item, item->spells.items[2 * i + 1])));
        return STATUS_OK;
    }
    if (count > 1)
        losses_add(foreign->diagram.input->losses, "times of nodes after the first", count - 1);
    TRY(add_value(foreign, item, node, "start", start));
    return add_value(foreign, item, node, "end", end);
}

/* --- items */

static enum status take_graph(struct foreign *foreign, const struct graph_item *item)
{
    struct gathering *gathering = foreign->diagram.gathering;
    for (size_t i = 0; i < item->data.count; i++) {
        const char *name = graph_keys_name(foreign->keys, item->data.items[i].key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        uint32_t text;
        if (!is_same(name, "name") && !is_same(name, "title") && !is_same(name, "label")) {
            losses_add(foreign->diagram.input->losses, "values of the graph", 1);
            continue;
        }
        TRY(gathering_text(gathering, value, strlen(value), &text));
        gathering_set_title(gathering, text);
    }
    return STATUS_OK;
}

static enum status find_node(struct foreign *foreign, const struct graph_item *item, size_t id,
                             uint32_t *node)
{
    const char *key = graph_item_string(item, id);
    return diagram_node(&foreign->diagram, key, strlen(key),
                        (struct gathered_place){item->line, 0}, node);
}

static enum status take_node(struct foreign *foreign, const struct graph_item *item)
{
    uint32_t node;
    TRY(find_node(foreign, item, item->id, &node));
    if (foreign->diagram.nodes.items[node].declared) {
        diagram_fault(foreign->diagram.input, (struct gathered_place){item->line, 0},
                      "another node has the id \"%.100s\" already; give each its own",
                      graph_item_string(item, item->id));
        return STATUS_OK;
    }
    foreign->diagram.nodes.items[node].declared = true;
    foreign->diagram.nodes.items[node].place = (struct gathered_place){item->line, 0};
    if (item->parent != 0)
        TRY(add(foreign, item, node, "parent", graph_item_string(item, item->parent)));
    TRY(add_values(foreign, item, node));
    return add_spells(foreign, item, node);
}

static enum status take_edge(struct foreign *foreign, const struct graph_item *item)
{
    const char *id = graph_item_string(item, item->id);
    uint32_t from, to;
    TRY(find_node(foreign, item, item->source, &from));
    TRY(find_node(foreign, item, item->target, &to));
    TRY(diagram_edge(&foreign->diagram, from, to,
                     item->direction == DIRECTED_EDGE || item->direction == MUTUAL_EDGE,
                     (struct gathered_place){item->line, 0}));
    if (id[0] != '\0' && find_value(foreign, item, "tie") == NULL)
        TRY(add(foreign, item, 0, "id", id));
    if (item->direction == MUTUAL_EDGE)
        TRY(add(foreign, item, 0, "mutual", "yes"));
    TRY(add_values(foreign, item, 0));
    return add_spells(foreign, item, 0);
}

enum status foreign_take(void *context, const struct graph_item *item)
{
    struct foreign *foreign = context;
    switch (item->what) {
    case GRAPH_NODE: return take_node(foreign, item);
    case GRAPH_EDGE: return take_edge(foreign, item);
    default: return take_graph(foreign, item);
    }
}

enum status foreign_finish(struct foreign *foreign, struct draft *draft)
{
    diagram_drop_loose(&foreign->diagram, "node");
    return diagram_gather(&foreign->diagram, draft);
}
