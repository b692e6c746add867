/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "format/diagram/diagram_export.h"
#include "format/graph/graphml.h"
#include "format/graph/item.h"
#include "format/graph/native.h"
#include "format/transcript/shape.h"
#include "format/transcript/transcript.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/evidence.h"
#include "model/names.h"

#define GRAPHML_SPACE "http://graphml.graphdrawing.org/xmlns"
#define YED_SPACE "http://www.yworks.com/xml/graphml"

/* The type of a key, by the values it has had. */
enum value_type { TYPE_OF_STRINGS, TYPE_OF_WHOLE, TYPE_OF_NUMBERS, TYPE_OF_TRUTH };

struct graphml_writing {
    const struct network *network;
    struct xml xml;         /* of the graph, without the keys, which are known in the end */
    struct graph_keys keys; /* the role of a key is its type */
    struct buffer body;
    struct buffer list; /* JSON: the items of a list or the headings of one kind, so far */
    int heading;        /* their rule; RULE_NONE: none */
    size_t vertex, tie; /* the indices of the next vertex and relation */
    struct buffer text;
    enum status status;
};

static void fail(struct graphml_writing *writing, enum status status)
{
    if (writing->status == STATUS_OK)
        writing->status = status;
}

/* --- data */

static void write_text(struct xml *xml, const char *text)
{
    xml_text(xml, text, strlen(text));
}

/* The id of a key: a letter for what has it, and its name or number. */
static void add_key_id(struct buffer *out, const struct graph_keys *keys, uint32_t index)
{
    static const char letters[] = {'g', 'n', 'e'};
    buffer_format(out, "%c%lu", letters[keys->items.items[index].what], (unsigned long)index);
}

static void start_data(struct graphml_writing *writing, uint32_t key)
{
    writing->text.length = 0;
    add_key_id(&writing->text, &writing->keys, key);
    xml_start(&writing->xml, "data");
    xml_attribute(&writing->xml, "key", buffer_string(&writing->text));
}

/* A number is not typed as one unless all values of its key are. */
static void note_type(struct graph_key *key, enum value_type type)
{
    if (key->role < 0)
        key->role = (int)type;
    else if (key->role != (int)type)
        key->role = (int)(type == TYPE_OF_STRINGS || key->role == (int)TYPE_OF_STRINGS ||
                                  type == TYPE_OF_TRUTH
                              ? TYPE_OF_STRINGS
                              : TYPE_OF_NUMBERS);
}

static void write_typed(struct graphml_writing *writing, enum graph_what what, const char *name,
                        const char *value, enum value_type type)
{
    uint32_t key;
    if (graph_keys_find(&writing->keys, what, name, &key) != STATUS_OK) {
        fail(writing, STATUS_MEMORY);
        return;
    }
    note_type(&writing->keys.items.items[key], type);
    start_data(writing, key);
    write_text(&writing->xml, value);
    xml_end(&writing->xml, "data");
}

static void write_string(struct graphml_writing *writing, enum graph_what what, const char *name,
                         const char *value)
{
    write_typed(writing, what, name, value, TYPE_OF_STRINGS);
}

static enum value_type type_of(const char *value)
{
    if (!shape_is_number(value))
        return TYPE_OF_STRINGS;
    return strchr(value, '.') == NULL && strlen(value) <= 9 ? TYPE_OF_WHOLE : TYPE_OF_NUMBERS;
}

static void write_attribute(struct graphml_writing *writing, enum graph_what what,
                            const struct transcript_item *item, size_t index)
{
    const char *name = item->attributes[index].name;
    const char *value = transcript_attribute(item, index);
    const bool number = shape_value(item->rule, name) == VALUE_NUMBER;
    const char *key = shape_attribute_key(name);
    if (what == GRAPH_NODE && grammar_is_actor(item->rule) && strcmp(name, "kind") == 0)
        key = NATIVE_SUBKIND;
    write_typed(writing, what, key, value, number ? type_of(value) : TYPE_OF_STRINGS);
}

/* Writes a value that json has been written to. */
static void write_json(struct graphml_writing *writing, enum graph_what what, const char *name,
                       struct buffer *json)
{
    if (json->failed)
        fail(writing, STATUS_MEMORY);
    write_string(writing, what, name, buffer_string(json));
    json->length = 0;
}

/* --- children */

/* Whether each <attribute> of ITEM can be a key: they have no claims and no markings, and their
   names are different, and no other keys. */
static bool has_keys(const struct transcript_item *item, enum graph_what what)
{
    const char *end = item->properties.bytes + item->properties.length;
    if (item->detailed)
        return false;
    for (const char *name = item->properties.bytes; name < end;) {
        const char *value = name + strlen(name) + 1;
        for (const char *other = item->properties.bytes; other < name;) {
            if (strcmp(other, name) == 0)
                return false;
            other += strlen(other) + 1;
            other += strlen(other) + 1;
        }
        if (name[0] == '\0' || value[0] == '\0' || strcmp(value, "NaN") == 0 ||
            strcmp(value, "nan") == 0 || native_role(what, name) != ROLE_PROPERTY)
            return false;
        name = value + strlen(value) + 1;
    }
    return true;
}

static void write_properties(struct graphml_writing *writing, enum graph_what what,
                             const struct transcript_item *item)
{
    const char *end = item->properties.bytes + item->properties.length;
    for (const char *name = item->properties.bytes; name < end;) {
        const char *value = name + strlen(name) + 1;
        write_typed(writing, what, name, value, type_of(value));
        name = value + strlen(value) + 1;
    }
}

static void write_group(struct graphml_writing *writing, enum graph_what what,
                        const struct transcript_group *group)
{
    struct buffer key = BUFFER_EMPTY;
    struct json json = {.out = &writing->list, .depth = 1, .lines = 0, .has_key = true};
    shape_add_key(&key, group->rule);
    if (key.failed)
        fail(writing, STATUS_MEMORY);
    transcript_add_group(&json, group);
    write_json(writing, what, buffer_string(&key), &writing->list);
    buffer_clear(&key);
}

static void write_children(struct graphml_writing *writing, enum graph_what what,
                           const struct transcript_item *item)
{
    struct json json = {.out = &writing->list, .depth = 1, .has_key = true};
    for (size_t i = 0; i < item->group_count; i++)
        if (item->groups[i].rule == RULE_ATTRIBUTE && has_keys(item, what))
            write_properties(writing, what, item);
        else
            write_group(writing, what, &item->groups[i]);
    if (!item->scattered)
        return;
    transcript_add_order(&json, item);
    write_json(writing, what, SHAPE_ORDER, &writing->list);
}

/* --- nodes */

/* yEd shows only what its own data say. */
static void write_graphics(struct graphml_writing *writing, const char *label)
{
    struct xml *xml = &writing->xml;
    xml_start(xml, "data");
    xml_attribute(xml, "key", "graphics");
    xml_start(xml, "y:ShapeNode");
    xml_start(xml, "y:NodeLabel");
    write_text(xml, label);
    xml_end(xml, "y:NodeLabel");
    xml_end(xml, "y:ShapeNode");
    xml_end(xml, "data");
}

static void write_node(struct graphml_writing *writing, const struct transcript_item *item)
{
    const char *id = transcript_find(item, "id");
    const char *label =
        network_vertex_name(writing->network, (uint32_t)writing->vertex++, NULL, false);
    xml_start(&writing->xml, "node");
    xml_attribute(&writing->xml, "id", id);
    write_string(writing, GRAPH_NODE, NATIVE_LABEL, label);
    write_string(writing, GRAPH_NODE, NATIVE_KIND, grammar_rules[item->rule].name);
    for (size_t i = 0; i < item->attribute_count; i++)
        if (strcmp(item->attributes[i].name, "id") != 0)
            write_attribute(writing, GRAPH_NODE, item, i);
    write_children(writing, GRAPH_NODE, item);
    write_graphics(writing, label);
    xml_end(&writing->xml, "node");
}

/* --- ties */

/* Writes the weight of a tie: an amount, if it has one that is its weight, as in other formats of
   graphs. The amount is in the list of amounts too. */
static void write_weight(struct graphml_writing *writing, enum graph_what what)
{
    const struct network *network = writing->network;
    const uint32_t index = (uint32_t)writing->tie;
    char digit[2];
    const char *weight = diagram_export_weight(network, index, digit);
    if (weight == NULL)
        return;
    write_typed(writing, what, "weight", weight, type_of(weight));
    if (weight == digit)
        return;
    const struct network_relation *relation = &network->relations.items[index];
    digit[0] = (char)('0' + (relation->weight_given ? relation->weight : 0));
    digit[1] = '\0';
    write_typed(writing, what, NATIVE_GRADE, digit, TYPE_OF_WHOLE);
}

/* Whether the attribute NAME of a tie is written as it is; the ends and others are not. */
static bool is_plain(const char *name)
{
    static const char *const others[] = {"id", "from", "to", "mutual", "weight"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(name, others[i]) == 0)
            return false;
    return true;
}

static void write_tie_data(struct graphml_writing *writing, enum graph_what what,
                           const struct transcript_item *item)
{
    const struct network *network = writing->network;
    const uint32_t index = (uint32_t)writing->tie;
    const bool mutual = network->relations.items[index].mutual != 0;
    const char *form = transcript_find(item, "form");
    const char *type = grammar_rules[item->rule].name;
    const bool usual = relation_type_is_mutual(grammar_type(item->rule));
    write_string(writing, what, NATIVE_LABEL, form != NULL && form[0] != '\0' ? form : type);
    if (what == GRAPH_NODE)
        write_string(writing, what, NATIVE_KIND, NATIVE_RELATION);
    write_string(writing, what, NATIVE_RELATION, type);
    write_typed(writing, what, NATIVE_MUTUAL, mutual ? "true" : "false", TYPE_OF_TRUTH);
    if (transcript_find(item, "mutual") != NULL && mutual == usual)
        write_string(writing, what, NATIVE_STATED, NATIVE_MUTUAL);
    write_string(writing, what, NATIVE_EVIDENCE,
                 vocabulary_evidences.words[evidence_of(network, index, NULL)]);
    for (size_t i = 0; i < item->attribute_count; i++)
        if (is_plain(item->attributes[i].name))
            write_attribute(writing, what, item, i);
        else if (strcmp(item->attributes[i].name, "weight") == 0)
            write_weight(writing, what);
    if (transcript_find(item, "weight") == NULL)
        write_weight(writing, what);
    write_children(writing, what, item);
}

static void start_edge(struct graphml_writing *writing, const char *source, const char *target)
{
    xml_start(&writing->xml, "edge");
    xml_attribute(&writing->xml, "source", source);
    xml_attribute(&writing->xml, "target", target);
}

static const char *id_of(const struct network *network, uint32_t vertex)
{
    return network_text(network, network->vertices.items[vertex].id);
}

/* Writes the edges of a tie that is a node. */
static void write_ends(struct graphml_writing *writing, const char *id)
{
    const struct network *network = writing->network;
    const struct network_ends from = network_from(network, (uint32_t)writing->tie);
    const struct network_ends to = network_to(network, (uint32_t)writing->tie);
    for (size_t i = 0; i < from.count; i++) {
        start_edge(writing, id_of(network, from.items[i]), id);
        xml_end(&writing->xml, "edge");
    }
    for (size_t i = 0; i < to.count; i++) {
        start_edge(writing, id, id_of(network, to.items[i]));
        xml_end(&writing->xml, "edge");
    }
}

static void write_tie(struct graphml_writing *writing, const struct transcript_item *item)
{
    const struct network *network = writing->network;
    const struct network_ends from = network_from(network, (uint32_t)writing->tie);
    const struct network_ends to = network_to(network, (uint32_t)writing->tie);
    const char *id = transcript_find(item, "id");
    if (from.count == 1 && to.count == 1) {
        start_edge(writing, id_of(network, from.items[0]), id_of(network, to.items[0]));
        xml_attribute(&writing->xml, "id", id);
        write_tie_data(writing, GRAPH_EDGE, item);
        xml_end(&writing->xml, "edge");
    } else {
        xml_start(&writing->xml, "node");
        xml_attribute(&writing->xml, "id", id);
        write_tie_data(writing, GRAPH_NODE, item);
        write_graphics(writing, grammar_rules[item->rule].name);
        xml_end(&writing->xml, "node");
        write_ends(writing, id);
    }
    writing->tie++;
}

/* --- the graph */

/* Writes the list of headings, or of sources or words, that LIST has the items of. */
static void flush_list(struct graphml_writing *writing)
{
    struct buffer key = BUFFER_EMPTY;
    if (writing->heading == RULE_NONE)
        return;
    buffer_char(&writing->list, ']');
    shape_add_key(&key, (enum grammar_rule)writing->heading);
    if (key.failed)
        fail(writing, STATUS_MEMORY);
    write_json(writing, GRAPH_ITSELF, buffer_string(&key), &writing->list);
    buffer_clear(&key);
    writing->heading = RULE_NONE;
}

static void add_to_list(struct graphml_writing *writing, enum grammar_rule list,
                        const struct transcript_item *item)
{
    if (writing->heading != (int)list)
        flush_list(writing);
    if (writing->heading == RULE_NONE)
        buffer_char(&writing->list, '[');
    writing->heading = (int)list;
    if (item == NULL)
        return;
    struct json json = {.out = &writing->list, .depth = 2, .has_items = writing->list.length > 1};
    json_open(&json, '{');
    transcript_add_type(&json, item);
    transcript_add_attributes(&json, item);
    transcript_add_text(&json, item);
    transcript_add_groups(&json, item);
    json_close(&json, '}');
}

static void begin(void *context, const struct transcript_item *item)
{
    struct graphml_writing *writing = context;
    if (item->rule != RULE_NETWORK) {
        add_to_list(writing, item->rule, NULL);
        return;
    }
    xml_start(&writing->xml, "graph");
    xml_attribute(&writing->xml, "edgedefault", "directed");
    write_string(writing, GRAPH_ITSELF, SHAPE_FORMAT, ATTRIBUTES_NAMESPACE);
    for (size_t i = 0; i < item->attribute_count; i++)
        write_attribute(writing, GRAPH_ITSELF, item, i);
}

/* A list of what is nodes and edges is no value, unless it is empty. */
static void drop_list(struct graphml_writing *writing)
{
    writing->list.length = 0;
    writing->heading = RULE_NONE;
}

static void write_item(void *context, const struct transcript_item *item)
{
    struct graphml_writing *writing = context;
    if (grammar_is_relation(item->rule)) {
        drop_list(writing);
        write_tie(writing, item);
    } else if (item->rule == RULE_EVENT || grammar_is_actor(item->rule)) {
        drop_list(writing);
        write_node(writing, item);
    } else {
        add_to_list(writing, item->parent == RULE_NETWORK ? item->rule : item->parent, item);
    }
}

static void end(void *context, const struct transcript_item *item)
{
    struct graphml_writing *writing = context;
    flush_list(writing);
    if (item->rule == RULE_NETWORK)
        xml_end(&writing->xml, "graph");
}

/* --- the file */

static void write_key(struct graphml_writing *writing, struct xml *xml, uint32_t index)
{
    static const char *const domains[] = {"graph", "node", "edge"};
    static const char *const types[] = {"string", "int", "double", "boolean"};
    const struct graph_key *key = &writing->keys.items.items[index];
    writing->text.length = 0;
    add_key_id(&writing->text, &writing->keys, index);
    xml_start(xml, "key");
    xml_attribute(xml, "id", buffer_string(&writing->text));
    xml_attribute(xml, "for", domains[key->what]);
    xml_attribute(xml, "attr.name", graph_keys_name(&writing->keys, index));
    xml_attribute(xml, "attr.type", types[key->role]);
    xml_end(xml, "key");
}

static void write_file(struct graphml_writing *writing, struct buffer *out)
{
    struct xml xml = {.out = out};
    xml_declare(&xml);
    xml_start(&xml, "graphml");
    xml_attribute(&xml, "xmlns", GRAPHML_SPACE);
    xml_attribute(&xml, "xmlns:y", YED_SPACE);
    for (uint32_t i = 0; i < writing->keys.items.count; i++)
        write_key(writing, &xml, i);
    xml_start(&xml, "key");
    xml_attribute(&xml, "id", "graphics");
    xml_attribute(&xml, "for", "node");
    xml_attribute(&xml, "yfiles.type", "nodegraphics");
    xml_end(&xml, "key");
    buffer_add(out, buffer_string(&writing->body) + 1, writing->body.length - 1);
    xml_end(&xml, "graphml");
    buffer_char(out, '\n');
}

enum status graphml_write(struct exchange_output *output)
{
    static const struct transcript_listener listener = {begin, write_item, end};
    struct graphml_writing writing = {.network = output->network, .heading = RULE_NONE};
    writing.xml = (struct xml){.out = &writing.body, .depth = 1, .quotes = true};
    writing.body.most = output->files[0].bytes.most;
    buffer_char(&writing.body, '\n');
    enum status status = graph_keys_init(&writing.keys);
    if (status == STATUS_OK)
        status = transcript_tell(output->network, &listener, &writing, output->losses);
    if (status == STATUS_OK)
        status = writing.status;
    if (status == STATUS_OK)
        status = buffer_status(&writing.body);
    if (status == STATUS_OK)
        write_file(&writing, &output->files[0].bytes);
    output->files[0].bytes.exceeded |= writing.body.exceeded;
    graph_keys_clear(&writing.keys);
    buffer_clear(&writing.body);
    buffer_clear(&writing.list);
    buffer_clear(&writing.text);
    return status;
}
