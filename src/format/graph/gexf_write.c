/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/diagram/diagram_export.h"
#include "format/graph/gexf.h"
#include "format/graph/item.h"
#include "format/xml/xml.h"
#include "model/date.h"
#include "model/names.h"

struct gexf_writing {
    struct exchange_output *output;
    const struct network *network;
    const char *language;
    struct xml xml; /* of the nodes and edges: attributes are known in the end */
    struct buffer body;
    struct graph_keys keys; /* the role is 1 if all values are numbers, else 0 */
    struct diagram_values values;
    struct buffer text;
    bool several; /* the current tie has several edges */
    bool dated;   /* there are edges with a time */
};

/* --- values */

static void write_value(struct gexf_writing *writing, uint32_t key, const char *value)
{
    writing->text.length = 0;
    buffer_integer(&writing->text, (long long)key);
    xml_start(&writing->xml, "attvalue");
    xml_attribute(&writing->xml, "for", buffer_string(&writing->text));
    xml_attribute(&writing->xml, "value", value);
    xml_end(&writing->xml, "attvalue");
}

/* Whether the value INDEX is an attribute of the element itself. An edge of a tie that has
   several needs to say which, but networkx has another use for the name "key". */
static bool is_own(const struct gexf_writing *writing, enum graph_what what, size_t index)
{
    const char *name = writing->values.items[index].name;
    return strcmp(name, "label") == 0 || (what == GRAPH_EDGE && strcmp(name, "weight") == 0) ||
           (!writing->several && strcmp(name, "key") == 0);
}

/* networkx has other uses for some names. */
static const char *title_of(const char *name)
{
    return strcmp(name, "key") == 0 ? "tie" : strcmp(name, "type") == 0 ? "kind" : name;
}

static enum status write_values(struct gexf_writing *writing, enum graph_what what)
{
    xml_start(&writing->xml, "attvalues");
    for (size_t i = 0; i < writing->values.count; i++) {
        uint32_t key;
        if (is_own(writing, what, i))
            continue;
        const char *name = writing->values.items[i].name;
        TRY(graph_keys_find(&writing->keys, what, title_of(name), &key));
        struct graph_key *entry = &writing->keys.items.items[key];
        entry->role = writing->values.items[i].number && entry->role != 0;
        write_value(writing, key, writing->values.items[i].text);
    }
    xml_end(&writing->xml, "attvalues");
    return buffer_status(&writing->text);
}

/* Writes the value NAME as an attribute of the element that has been started. */
static void write_own(struct gexf_writing *writing, const char *name)
{
    for (size_t i = 0; i < writing->values.count; i++)
        if (strcmp(writing->values.items[i].name, name) == 0)
            xml_attribute(&writing->xml, name, writing->values.items[i].text);
}

/* --- times */

static void write_day(struct gexf_writing *writing, const char *name, date_day day)
{
    writing->text.length = 0;
    exchange_add_day(&writing->text, day);
    xml_attribute(&writing->xml, name, buffer_string(&writing->text));
    writing->dated = true;
}

/* Writes the days from the first to the last of the date WHEN. */
static void write_time(struct gexf_writing *writing, uint32_t when)
{
    const struct date *date = network_date(writing->network, when);
    if (date == NULL)
        return;
    if (date->start.bound == DATE_KNOWN && date->start.first >= 0)
        write_day(writing, "start", date->start.first);
    if (date->end.bound == DATE_KNOWN && date->end.last >= 0)
        write_day(writing, "end", date->end.last);
}

/* --- items */

static enum status write_node(struct gexf_writing *writing, uint32_t vertex)
{
    const struct network *network = writing->network;
    writing->several = false;
    TRY(diagram_export_node(network, vertex, writing->language, &writing->values));
    xml_start(&writing->xml, "node");
    xml_attribute(&writing->xml, "id", network_text(network, network->vertices.items[vertex].id));
    write_own(writing, "label");
    TRY(write_values(writing, GRAPH_NODE));
    xml_end(&writing->xml, "node");
    return STATUS_OK;
}

static const char *id_of(const struct gexf_writing *writing, uint32_t vertex)
{
    return network_text(writing->network, writing->network->vertices.items[vertex].id);
}

/* Writes the edge numbered NUMBER of those of RELATION; the first has its id, and no id has
   a "/". */
static enum status write_edge(struct gexf_writing *writing, uint32_t relation, uint32_t from,
                              uint32_t to, size_t number)
{
    const struct network_relation *item = &writing->network->relations.items[relation];
    const char *id = network_text(writing->network, item->id);
    xml_start(&writing->xml, "edge");
    writing->text.length = 0;
    buffer_text(&writing->text, id);
    if (number > 0)
        buffer_format(&writing->text, "/%zu", number + 1);
    xml_attribute(&writing->xml, "id", buffer_string(&writing->text));
    xml_attribute(&writing->xml, "source", id_of(writing, from));
    xml_attribute(&writing->xml, "target", id_of(writing, to));
    write_own(writing, "label");
    write_own(writing, "weight");
    write_time(writing, item->when);
    TRY(write_values(writing, GRAPH_EDGE));
    xml_end(&writing->xml, "edge");
    return buffer_status(&writing->text);
}

static enum status write_edges(struct gexf_writing *writing, uint32_t relation)
{
    const struct network_ends from = network_from(writing->network, relation);
    const struct network_ends to = network_to(writing->network, relation);
    TRY(diagram_export_edge(writing->network, relation, &writing->values));
    writing->several = from.count * to.count > 1;
    /* Clients refuse files in which some edges are directed and others are not. */
    diagram_export_mutual(writing->network, relation, &writing->values);
    for (size_t i = 0; i < from.count; i++)
        for (size_t j = 0; j < to.count; j++)
            TRY(write_edge(writing, relation, from.items[i], to.items[j], i * to.count + j));
    return STATUS_OK;
}

static enum status write_body(struct gexf_writing *writing)
{
    xml_start(&writing->xml, "nodes");
    for (size_t i = 0; i < writing->network->vertices.count; i++)
        TRY(write_node(writing, (uint32_t)i));
    xml_end(&writing->xml, "nodes");
    xml_start(&writing->xml, "edges");
    for (size_t i = 0; i < writing->network->relations.count; i++)
        TRY(write_edges(writing, (uint32_t)i));
    xml_end(&writing->xml, "edges");
    diagram_export_losses(writing->output, &writing->values);
    return buffer_status(&writing->body);
}

/* --- the file */

static void write_attributes(struct gexf_writing *writing, struct xml *xml, enum graph_what what)
{
    xml_start(xml, "attributes");
    xml_attribute(xml, "class", what == GRAPH_NODE ? "node" : "edge");
    for (uint32_t i = 0; i < writing->keys.items.count; i++) {
        const struct graph_key *key = &writing->keys.items.items[i];
        if (key->what != what)
            continue;
        writing->text.length = 0;
        buffer_integer(&writing->text, (long long)i);
        xml_start(xml, "attribute");
        xml_attribute(xml, "id", buffer_string(&writing->text));
        xml_attribute(xml, "title", graph_keys_name(&writing->keys, i));
        xml_attribute(xml, "type", key->role == 1 ? "double" : "string");
        xml_end(xml, "attribute");
    }
    xml_end(xml, "attributes");
}

static void write_meta(const struct gexf_writing *writing, struct xml *xml)
{
    const char *title = network_title(writing->network, writing->language);
    xml_start(xml, "meta");
    xml_start(xml, "creator");
    xml_text(xml, "entente", strlen("entente"));
    xml_end(xml, "creator");
    xml_start(xml, "description");
    xml_text(xml, title, strlen(title));
    xml_end(xml, "description");
    xml_end(xml, "meta");
}

static void write_file(struct gexf_writing *writing, struct buffer *out)
{
    struct xml xml = {.out = out};
    xml_declare(&xml);
    xml_start(&xml, "gexf");
    xml_attribute(&xml, "xmlns", "http://gexf.net/1.3");
    xml_attribute(&xml, "version", "1.3");
    write_meta(writing, &xml);
    xml_start(&xml, "graph");
    xml_attribute(&xml, "defaultedgetype", "directed");
    xml_attribute(&xml, "mode", writing->dated ? "dynamic" : "static");
    if (writing->dated) {
        xml_attribute(&xml, "timeformat", "date");
        xml_attribute(&xml, "timerepresentation", "interval");
    }
    write_attributes(writing, &xml, GRAPH_NODE);
    write_attributes(writing, &xml, GRAPH_EDGE);
    /* The body begins with an empty line. */
    buffer_add(out, buffer_string(&writing->body) + 1, writing->body.length - 1);
    xml_end(&xml, "graph");
    xml_end(&xml, "gexf");
    buffer_char(out, '\n');
}

enum status gexf_write(struct exchange_output *output)
{
    struct gexf_writing writing = {.output = output,
                                   .network = output->network,
                                   .language = settings_find(output->settings, "lang")};
    writing.xml = (struct xml){.out = &writing.body, .depth = 2};
    writing.body.most = output->files[0].bytes.most;
    buffer_char(&writing.body, '\n');
    enum status status = exchange_check_pairs(output, false);
    if (status == STATUS_OK)
        status = graph_keys_init(&writing.keys);
    if (status == STATUS_OK)
        status = write_body(&writing);
    if (status == STATUS_OK)
        write_file(&writing, &output->files[0].bytes);
    output->files[0].bytes.exceeded |= writing.body.exceeded;
    graph_keys_clear(&writing.keys);
    diagram_values_clear(&writing.values);
    buffer_clear(&writing.body);
    buffer_clear(&writing.text);
    return status;
}
