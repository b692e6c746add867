/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/dot/dot_child.h"

#include <cgraph.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "format/diagram/diagram_text.h"
#include "format/dot/dot_drawing.h"

/* --- errors */

/* What cgraph reports. Its handler has no context, hence this; it belongs to a child process that
   does nothing else. */
static struct buffer reported;

static int take_error(char *text)
{
    buffer_text(&reported, text);
    return 0;
}

static void add_field(struct buffer *out, const char *text)
{
    buffer_add(out, text, strlen(text) + 1);
}

static void add_count(struct buffer *out, enum dot_record record, size_t count)
{
    buffer_char(out, (char)record);
    buffer_format(out, "%zu", count);
    buffer_char(out, '\0');
}

/* cgraph says where: "... syntax error in line 3 near 'x'". */
static void add_fault(struct buffer *out)
{
    const char *text = buffer_string(&reported);
    const char *line = strstr(text, " in line "), *near = strstr(text, " near '");
    char *stop = NULL;
    const unsigned long number = line != NULL ? strtoul(line + 9, &stop, 10) : 0;
    buffer_char(out, RECORD_FAULT);
    buffer_format(out, "%lu", number);
    buffer_char(out, '\0');
    if (near != NULL)
        buffer_format(out, "near \"%.*s\"", (int)strcspn(near + 7, "'\n"), near + 7);
    buffer_char(out, '\0');
}

/* --- what is made of the text */

/* What may still be made, and where to go if more is; like REPORTED, this belongs to a child
   process that does nothing else. */
static struct {
    size_t edges, values, cells;
    size_t cost;
    jmp_buf exceeded; /* to which it jumps with the record that says so */
    Agiddisc_t ids;
} counting;

/* Takes what a mention of a node or an edge costs. */
static void count(int kind)
{
    if (kind == AGRAPH)
        return;
    if (kind != AGNODE && counting.edges-- == 0)
        longjmp(counting.exceeded, RECORD_EDGES);
    if (counting.cells < counting.cost)
        longjmp(counting.exceeded, RECORD_VALUES);
    counting.cells -= counting.cost;
}

/* Takes what a value of an attribute costs: a long one, which may be there by default, as much as
   several. */
static void count_value(const char *value)
{
    const size_t cost = 1 + strlen(value) / 64;
    if (counting.values < cost)
        longjmp(counting.exceeded, RECORD_VALUES);
    counting.values -= cost;
}

/* --- attributes */

/* Appends an escString: what its backslashes and references mean, NAME for \N, in one line. */
static void add_escaped(struct buffer *out, const char *text, const char *name)
{
    struct buffer plain = BUFFER_EMPTY;
    for (; *text != '\0'; text++) {
        if (*text != '\\' || text[1] == '\0')
            buffer_char(&plain, *text);
        else if (strchr("nlr", *++text) != NULL)
            buffer_char(&plain, text[1] != '\0' ? ' ' : '\n');
        else if (*text == 'N')
            buffer_text(&plain, name);
        else
            buffer_char(&plain, *text);
    }
    diagram_text_decode(out, buffer_string(&plain), plain.length);
    out->failed |= plain.failed;
    buffer_clear(&plain);
    buffer_char(out, '\0');
}

/* Appends the text of an HTML-like label, without its tags. */
static void add_markup(struct buffer *out, const char *text)
{
    struct buffer plain = BUFFER_EMPTY;
    bool tag = false;
    for (; *text != '\0'; text++) {
        const bool gap = plain.length == 0 || plain.bytes[plain.length - 1] == ' ';
        const bool space = (*text == '<' && !tag) || *text == ' ' || *text == '\n';
        tag = *text == '<' || (tag && *text != '>');
        if (space && !gap)
            buffer_char(&plain, ' ');
        if (!space && !tag && *text != '>')
            buffer_char(&plain, *text);
    }
    diagram_text_decode(out, buffer_string(&plain), plain.length);
    out->failed |= plain.failed;
    buffer_clear(&plain);
    buffer_char(out, '\0');
}

static void add_attributes(struct buffer *out, Agraph_t *graph, void *object, int kind,
                           const char *name)
{
    for (Agsym_t *symbol = agnxtattr(graph, kind, NULL); symbol != NULL;
         symbol = agnxtattr(graph, kind, symbol)) {
        char *value = agxget(object, symbol);
        if (value == NULL || *value == '\0' || strcmp(value, "\\N") == 0)
            continue;
        count_value(value);
        add_field(out, symbol->name);
        if (aghtmlstr(value))
            add_markup(out, value);
        else
            add_escaped(out, value, name);
    }
    buffer_char(out, '\0');
}

/* --- the graph */

static const char *name_of(void *object)
{
    const char *name = agnameof(object);
    return name != NULL ? name : "";
}

static bool has_value(Agedge_t *edge, const char *attribute, const char *value)
{
    const char *found = agget(edge, (char *)(uintptr_t)attribute);
    return found != NULL && strcmp(found, value) == 0;
}

/* Whether OBJECT is there for the layout only. A style is a list of words. */
static bool is_hidden(void *object)
{
    const char *style = agget(object, (char *)(uintptr_t) "style");
    const char *word = style != NULL ? strstr(style, "invis") : NULL;
    return word != NULL && (word == style || strchr(", ", word[-1]) != NULL) &&
           (word[5] == '\0' || strchr(", ", word[5]) != NULL);
}

/* Whether NODE is hidden, and only hidden edges lead to it. */
static bool is_left_out(Agraph_t *graph, Agnode_t *node)
{
    if (!is_hidden(node))
        return false;
    for (Agedge_t *edge = agfstedge(graph, node); edge != NULL;
         edge = agnxtedge(graph, edge, node))
        if (!is_hidden(edge))
            return false;
    return true;
}

/* --- edges */

/* At which ends an edge has an arrow. */
struct arrows {
    bool head, tail;
};

/* As Graphviz draws them: dir says at which ends they may be. An edge that is drawn both ways,
   but with a head of "none", has that arrow no more than one that is drawn one way. */
static struct arrows arrows_of(Agraph_t *graph, Agedge_t *edge)
{
    const bool both = has_value(edge, "dir", "both"), back = has_value(edge, "dir", "back");
    const bool forward = agisdirected(graph) && !back && !has_value(edge, "dir", "none");
    struct arrows arrows = {.head = both || forward || has_value(edge, "dir", "forward"),
                            .tail = both || back};
    if (both) {
        arrows.head = !has_value(edge, "arrowhead", "none");
        arrows.tail = !has_value(edge, "arrowtail", "none");
    }
    if (both && !arrows.tail && dot_drawing_is_junction(graph, aghead(edge)))
        arrows.head = true; /* the arrow is behind it */
    return arrows;
}

/* What a line of entente's drawings says by its looks, or another line of the same relation. */
static void add_drawn(struct buffer *out, Agraph_t *graph, Agedge_t *edge)
{
    const char *type = dot_drawing_type(graph, edge);
    const char *label = has_value(edge, "label", "") ? dot_drawing_label(graph, edge) : NULL;
    if (type != NULL) {
        add_field(out, "type");
        add_field(out, type);
    }
    if (label != NULL) {
        add_field(out, "label");
        add_escaped(out, label, "");
    }
}

static void add_edge(struct buffer *out, Agraph_t *graph, Agedge_t *edge)
{
    const struct arrows arrows = arrows_of(graph, edge);
    const bool back = arrows.tail && !arrows.head;
    const char *key = name_of(edge);
    buffer_char(out, RECORD_EDGE);
    buffer_char(out, arrows.head != arrows.tail ? 'd' : 'u');
    add_field(out, name_of(back ? aghead(edge) : agtail(edge)));
    add_field(out, name_of(back ? agtail(edge) : aghead(edge)));
    if (*key != '\0' && *key != '%') {
        add_field(out, "key");
        add_field(out, key);
    }
    if (dot_drawing_is(graph))
        add_drawn(out, graph, edge);
    add_attributes(out, graph, edge, AGEDGE, key);
}

static int compare_edges(const void *a, const void *b)
{
    const uint64_t x = AGSEQ(*(Agedge_t *const *)a), y = AGSEQ(*(Agedge_t *const *)b);
    return (x > y) - (x < y);
}

/* In the order of the file: edges that stand together may be one tie of several parties. */
static void add_edges(struct buffer *out, Agraph_t *graph)
{
    const size_t most = (size_t)agnedges(graph);
    Agedge_t **edges = calloc(most + 1, sizeof *edges);
    size_t count = 0, hidden = 0;
    out->failed = out->failed || edges == NULL;
    if (edges == NULL)
        return;
    for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge != NULL && count < most;
             edge = agnxtout(graph, edge))
            if (is_hidden(edge))
                hidden++;
            else
                edges[count++] = edge;
    add_count(out, RECORD_HIDDEN, hidden);
    qsort(edges, count, sizeof *edges, compare_edges);
    for (size_t i = 0; i < count; i++)
        add_edge(out, graph, edges[i]);
    free(edges);
}

static void add_node(struct buffer *out, Agraph_t *graph, Agnode_t *node)
{
    buffer_char(out, RECORD_NODE);
    add_field(out, name_of(node));
    add_attributes(out, graph, node, AGNODE, name_of(node));
}

static void add_nodes(struct buffer *out, Agraph_t *graph)
{
    size_t hidden = 0;
    for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
        if (is_left_out(graph, node))
            hidden++;
        else
            add_node(out, graph, node);
    add_count(out, RECORD_HIDDEN, hidden);
}

static void add_graph(struct buffer *out, Agraph_t *graph)
{
    char *label = agget(graph, (char *)(uintptr_t) "label");
    if (label != NULL && *label != '\0') {
        buffer_char(out, RECORD_TITLE);
        if (aghtmlstr(label))
            add_markup(out, label);
        else
            add_escaped(out, label, "");
    }
    add_count(out, RECORD_GROUPS, (size_t)agnsubg(graph));
    if (agisstrict(graph))
        buffer_char(out, RECORD_STRICT);
    add_nodes(out, graph);
    add_edges(out, graph);
    buffer_char(out, RECORD_END);
}

/* --- the parser */

/* cgraph asks for the id of all that it makes, and of each node that it finds. */
static long map_id(void *state, int kind, char *name, IDTYPE *id, int create)
{
    if (create != 0 || kind == AGNODE)
        count(kind);
    return AgIdDisc.map(state, kind, name, id, create);
}

/* The text that is left to be read. */
struct rest {
    const char *at, *end;
};

static int read_rest(void *context, char *bytes, int size)
{
    struct rest *rest = context;
    const size_t left = (size_t)(rest->end - rest->at);
    const size_t length = size > 0 && (size_t)size < left ? (size_t)size : left;
    memcpy(bytes, rest->at, length);
    rest->at += length;
    return (int)length;
}

static int write_nothing(void *context, const char *text)
{
    (void)context, (void)text;
    return 0;
}

static int flush_nothing(void *context)
{
    (void)context;
    return 0;
}

static Agraph_t *parse(const struct buffer *text)
{
    struct rest rest = {buffer_string(text), buffer_string(text) + text->length};
    Agiodisc_t io = {.afread = read_rest, .putstr = write_nothing, .flush = flush_nothing};
    Agdisc_t disc = {.id = &counting.ids, .io = &io};
    counting.ids = AgIdDisc;
    counting.ids.map = map_id;
    return agread(&rest, &disc);
}

static void parse_and_tell(const struct buffer *text, struct buffer *out)
{
    Agraph_t *graph = parse(text);
    if (graph == NULL || reported.length > 0)
        add_fault(out);
    else
        add_graph(out, graph);
}

enum status dot_child_parse(void *context, struct buffer *out)
{
    const struct dot_work *work = context;
    counting.edges = work->edges;
    counting.values = work->values;
    counting.cells = work->cells;
    counting.cost = work->cost;
    agseterrf(take_error);
    const int exceeded = setjmp(counting.exceeded);
    if (exceeded == 0) {
        parse_and_tell(work->text, out);
    } else {
        out->length = 0;
        buffer_char(out, (char)exceeded);
    }
    return buffer_status(out);
}
