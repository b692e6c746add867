/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory/array.h"
#include "format/graph/events.h"
#include "format/graph/foreign.h"
#include "format/graph/gexf.h"

/* A file that is being read. */
struct gexf {
    struct events events;
    struct graph_keys keys;
    struct foreign foreign;
    struct graph_item item;
    bool open;             /* ITEM has not been taken */
    struct strings ids;    /* "1ID" of attributes of nodes, "2ID" of edges: values are keys */
    struct buffer id;      /* for one of them */
    enum graph_what owner; /* of the attributes that are declared */
    uint32_t key;          /* the attribute that is declared */
    struct buffer parents; /* the ids of the nodes that are open, each ends with a NUL */
    bool undirected;       /* edges are, if they do not say otherwise */
};

static const char *find(const struct gexf *gexf, const char *name)
{
    const char *value = events_attribute(&gexf->events, name);
    return value != NULL ? value : "";
}

static void lose(const struct gexf *gexf, const char *what)
{
    losses_add(gexf->events.input->losses, what, 1);
}

static enum status report(const struct gexf *gexf, const char *text)
{
    const struct message_place place = {gexf->events.input->name, gexf->events.line, 0};
    messages_error(gexf->events.input->messages, &place, MESSAGE_FOREIGN_FILE, "%s", text);
    return STATUS_INVALID;
}

/* --- items */

static enum status hand_over(struct gexf *gexf)
{
    if (!gexf->open)
        return STATUS_OK;
    gexf->open = false;
    size_t made = 0;
    TRY(graph_item_complete(&gexf->item, &gexf->keys, &made));
    TRY(events_count_made(&gexf->events, made));
    return foreign_take(&gexf->foreign, &gexf->item);
}

/* Adds VALUE as that of the key NAME. */
static enum status add(struct gexf *gexf, const char *name, const char *value)
{
    uint32_t key;
    if (value[0] == '\0')
        return STATUS_OK;
    TRY(graph_keys_find(&gexf->keys, gexf->item.what, name, &key));
    return graph_item_add(&gexf->item, &gexf->keys, key, value);
}

/* Whether TEXT is how Gephi writes a time without a beginning or an end. */
static bool is_endless(const char *text)
{
    text += *text == '-' || *text == '+';
    return strcmp(text, "Infinity") == 0 || strcmp(text, "INF") == 0 || strcmp(text, "inf") == 0;
}

static enum status add_spell(struct gexf *gexf, const char *start, const char *end)
{
    start = is_endless(start) ? "" : start;
    end = is_endless(end) ? "" : end;
    if (*start == '\0' && *end == '\0')
        return STATUS_OK; /* at all times */
    ARRAY_RESERVE(&gexf->item.spells, 2);
    gexf->item.spells.items[gexf->item.spells.count++] = graph_item_text(&gexf->item, start);
    gexf->item.spells.items[gexf->item.spells.count++] = graph_item_text(&gexf->item, end);
    return buffer_status(&gexf->item.values);
}

/* The next word of *REST, which is changed; NULL: there is no other. */
static char *next_time(char **rest)
{
    static const char marks[] = "<>[](),; ";
    char *word = *rest + strspn(*rest, marks);
    *rest = word + strcspn(word, marks);
    if (**rest != '\0')
        *(*rest)++ = '\0';
    return *word != '\0' ? word : NULL;
}

/* Adds the times in <[a,b,c]>. */
static enum status add_moments(struct gexf *gexf, char *list)
{
    for (char *time = next_time(&list); time != NULL; time = next_time(&list))
        TRY(add_spell(gexf, time, time));
    return STATUS_OK;
}

/* Adds the times in <[a,b];[c,d]>, each pair of brackets on its own: what is in them behind the
   second is a value at that time. */
static enum status add_intervals(struct gexf *gexf, char *list)
{
    while (*(list += strcspn(list, "[]()")) != '\0') {
        char *within = list + 1;
        list = within + strcspn(within, "[]()");
        if (*list != '\0')
            *list++ = '\0';
        const char *start = next_time(&within), *end = next_time(&within);
        if (start == NULL)
            continue;
        TRY(add_spell(gexf, start, end != NULL ? end : start));
        while (next_time(&within) != NULL)
            lose(gexf, "values at a time");
    }
    return STATUS_OK;
}

/* Takes the times in LIST. */
static enum status add_times(struct gexf *gexf, const char *list,
                             enum status (*take)(struct gexf *gexf, char *list))
{
    char *copy = strdup(list);
    enum status status = copy != NULL ? take(gexf, copy) : STATUS_MEMORY;
    free(copy);
    return status;
}

/* Takes the times of a start tag. */
static enum status take_times(struct gexf *gexf)
{
    const char *start = find(gexf, "start"), *end = find(gexf, "end");
    const char *moment = find(gexf, "timestamp");
    start = start[0] != '\0' ? start : find(gexf, "startopen");
    end = end[0] != '\0' ? end : find(gexf, "endopen");
    if (moment[0] != '\0')
        TRY(add_spell(gexf, moment, moment));
    else if (start[0] != '\0' || end[0] != '\0')
        TRY(add_spell(gexf, start, end));
    TRY(add_times(gexf, find(gexf, "intervals"), add_intervals));
    return add_times(gexf, find(gexf, "timestamps"), add_moments);
}

/* The innermost node that is open, if there is one. */
static const char *innermost(const struct gexf *gexf)
{
    size_t at = gexf->parents.length;
    if (at == 0)
        return "";
    for (at--; at > 0 && gexf->parents.bytes[at - 1] != '\0'; at--)
        ;
    return gexf->parents.bytes + at;
}

static enum status start_node(struct gexf *gexf)
{
    const char *id = find(gexf, "id"), *parent = find(gexf, "pid");
    TRY(hand_over(gexf));
    if (id[0] == '\0')
        return report(gexf, "a <node> has no id");
    graph_item_begin(&gexf->item, GRAPH_NODE, gexf->events.line);
    gexf->item.parent =
        graph_item_text(&gexf->item, parent[0] != '\0' ? parent : innermost(gexf));
    gexf->item.id = graph_item_text(&gexf->item, id);
    gexf->open = true;
    buffer_add(&gexf->parents, id, strlen(id) + 1);
    TRY(buffer_status(&gexf->parents));
    TRY(add(gexf, "label", find(gexf, "label")));
    return take_times(gexf);
}

static enum status end_node(struct gexf *gexf)
{
    TRY(hand_over(gexf));
    gexf->parents.length = (size_t)(innermost(gexf) - gexf->parents.bytes);
    return STATUS_OK;
}

static enum status start_edge(struct gexf *gexf)
{
    const char *type = find(gexf, "type");
    struct graph_item *item = &gexf->item;
    TRY(hand_over(gexf));
    if (find(gexf, "source")[0] == '\0' || find(gexf, "target")[0] == '\0')
        return report(gexf, "an <edge> has no source or no target");
    graph_item_begin(item, GRAPH_EDGE, gexf->events.line);
    item->id = graph_item_text(item, find(gexf, "id"));
    item->source = graph_item_text(item, find(gexf, "source"));
    item->target = graph_item_text(item, find(gexf, "target"));
    item->direction = gexf->undirected ? UNDIRECTED_EDGE : DIRECTED_EDGE;
    const bool other = type[0] != '\0' && strcasecmp(type, "undirected") != 0 &&
                       strcasecmp(type, "directed") != 0 && strcasecmp(type, "dir") != 0 &&
                       strcasecmp(type, "mutual") != 0 && strcasecmp(type, "double") != 0;
    if (strcasecmp(type, "undirected") == 0)
        item->direction = UNDIRECTED_EDGE;
    else if (strcasecmp(type, "directed") == 0 || strcasecmp(type, "dir") == 0)
        item->direction = DIRECTED_EDGE;
    else if (strcasecmp(type, "mutual") == 0 || strcasecmp(type, "double") == 0)
        item->direction = MUTUAL_EDGE;
    gexf->open = true;
    TRY(add(gexf, "label", find(gexf, "label")));
    TRY(add(gexf, "kind", other ? type : find(gexf, "kind")));
    TRY(add(gexf, "weight", find(gexf, "weight")));
    return take_times(gexf);
}

/* --- attributes */

/* Sets *NUMBER to that of the attribute ID of WHAT. */
static enum status look_up(struct gexf *gexf, enum graph_what what, const char *id,
                           uint32_t *number)
{
    gexf->id.length = 0;
    buffer_char(&gexf->id, (char)('0' + (int)what));
    buffer_text(&gexf->id, id);
    TRY(buffer_status(&gexf->id));
    return strings_intern(&gexf->ids, STRINGS_OFTEN, gexf->id.bytes, gexf->id.length, number);
}

static enum status start_attribute(struct gexf *gexf)
{
    const char *title = find(gexf, "title"), *id = find(gexf, "id");
    uint32_t number;
    TRY(look_up(gexf, gexf->owner, id, &number));
    TRY(graph_keys_find(&gexf->keys, gexf->owner, title[0] != '\0' ? title : id, &gexf->key));
    strings_set_value(&gexf->ids, number, gexf->key);
    return STATUS_OK;
}

static enum status end_default(struct gexf *gexf)
{
    const struct buffer *text = &gexf->events.text;
    if (gexf->key == STRINGS_NO_VALUE || text->length == 0)
        return STATUS_OK;
    return graph_keys_set_fallback(&gexf->keys, gexf->key, text->bytes, text->length);
}

static enum status take_value(struct gexf *gexf)
{
    const char *id = find(gexf, "for");
    uint32_t number;
    if (!gexf->open)
        return STATUS_OK;
    TRY(look_up(gexf, gexf->item.what, id[0] != '\0' ? id : find(gexf, "id"), &number));
    const uint32_t key = strings_value(&gexf->ids, number);
    if (key == STRINGS_NO_VALUE) {
        lose(gexf, "values of attributes that are not declared");
        return STATUS_OK;
    }
    if (find(gexf, "start")[0] != '\0' || find(gexf, "end")[0] != '\0' ||
        find(gexf, "timestamp")[0] != '\0')
        lose(gexf, "times of values");
    return graph_item_add(&gexf->item, &gexf->keys, key, find(gexf, "value"));
}

/* --- elements */

static void start_text(struct gexf *gexf)
{
    gexf->events.text.length = 0;
    gexf->events.collecting = true;
}

/* Takes the description of the file as its title. */
static enum status end_description(struct gexf *gexf)
{
    struct graph_item item = {.values = BUFFER_EMPTY};
    uint32_t key;
    graph_item_begin(&item, GRAPH_ITSELF, gexf->events.line);
    enum status status = graph_keys_find(&gexf->keys, GRAPH_ITSELF, "title", &key);
    if (status == STATUS_OK)
        status = graph_item_add(&item, &gexf->keys, key, buffer_string(&gexf->events.text));
    if (status == STATUS_OK && item.data.count > 0)
        status = foreign_take(&gexf->foreign, &item);
    graph_item_clear(&item);
    return status;
}

static enum status start(struct events *events, const char *name, bool foreign)
{
    struct gexf *gexf = events->context;
    const char *value;
    if (foreign) {
        lose(gexf, "colours, positions and other looks");
        return STATUS_OK;
    }
    if (strcmp(name, "node") == 0)
        return start_node(gexf);
    if (strcmp(name, "edge") == 0)
        return start_edge(gexf);
    if (strcmp(name, "attvalue") == 0)
        return take_value(gexf);
    if (strcmp(name, "spell") == 0 || strcmp(name, "slice") == 0)
        return gexf->open ? take_times(gexf) : STATUS_OK;
    if (strcmp(name, "attribute") == 0)
        return start_attribute(gexf);
    if (strcmp(name, "attributes") == 0)
        gexf->owner = strcmp(find(gexf, "class"), "edge") == 0 ? GRAPH_EDGE : GRAPH_NODE;
    value = find(gexf, "defaultedgetype");
    if (strcmp(name, "graph") == 0)
        gexf->undirected = strcasecmp(value, "directed") != 0;
    if (strcmp(name, "graph") == 0 || strcmp(name, "nodes") == 0 || strcmp(name, "edges") == 0)
        return hand_over(gexf);
    if (strcmp(name, "parent") == 0 && gexf->open && gexf->item.parent == 0)
        gexf->item.parent = graph_item_text(&gexf->item, find(gexf, "for"));
    else if (strcmp(name, "parent") == 0)
        lose(gexf, "parents after the first");
    if (strcmp(name, "default") == 0 || strcmp(name, "description") == 0)
        start_text(gexf);
    return STATUS_OK;
}

static enum status end(struct events *events, const char *name, bool foreign)
{
    struct gexf *gexf = events->context;
    if (foreign)
        return STATUS_OK;
    if (strcmp(name, "node") == 0)
        return end_node(gexf);
    if (strcmp(name, "edge") == 0)
        return hand_over(gexf);
    if (strcmp(name, "default") == 0)
        return end_default(gexf);
    if (strcmp(name, "description") == 0)
        return end_description(gexf);
    if (strcmp(name, "attribute") == 0)
        gexf->key = STRINGS_NO_VALUE;
    return STATUS_OK;
}

static enum status read_graph(struct gexf *gexf, struct draft *draft)
{
    TRY(graph_keys_init(&gexf->keys));
    TRY(strings_init(&gexf->ids));
    TRY(events_read(&gexf->events));
    return foreign_finish(&gexf->foreign, draft);
}

enum status gexf_read(const struct exchange_input *input, struct draft *draft)
{
    static const struct events_handler handler = {start, end};
    struct gexf gexf = {
        .events = {.input = input, .handler = &handler, .root = "gexf", .what = "GEXF"},
        .key = STRINGS_NO_VALUE};
    gexf.events.context = &gexf;
    enum status status = foreign_init(&gexf.foreign, input, &gexf.keys);
    if (status == STATUS_OK)
        status = read_graph(&gexf, draft);
    foreign_clear(&gexf.foreign);
    graph_keys_clear(&gexf.keys);
    strings_clear(&gexf.ids);
    graph_item_clear(&gexf.item);
    buffer_clear(&gexf.id);
    buffer_clear(&gexf.parents);
    return status;
}
