/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/graph/restoring.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/diagram/diagram_words.h"
#include "format/exchange/gathered.h"
#include "format/exchange/slug.h"
#include "format/graph/tie_object.h"
#include "format/transcript/shape.h"
#include "model/attributes.h"

/* A tie that is written at the end: one that is a node, or an edge without an id. */
struct waiting {
    json_t *object;
    enum grammar_rule rule;
    size_t at;  /* where it belongs on the tape of the ties */
    size_t end; /* of it on the tape of late ties, once it is written */
    uint32_t line;
};

struct restoring {
    struct item_reading reading;
    /* Parts of the dataset. The head is what comes before the actors; late are the ties that
       waited. */
    struct tape head, actors, events, ties, late;
    struct strings ids; /* of nodes and ties; the value of a tie that is a node is its index */
    NETWORK_ARRAY(struct waiting) waiting;
    json_t *root; /* the members of the dataset */
    struct buffer text;
    bool has_nodes; /* there are ties that are nodes */
};

enum status restoring_new(const struct exchange_input *input, struct graph_keys *keys,
                          struct restoring **restoring)
{
    struct restoring *new = calloc(1, sizeof *new);
    if (new == NULL)
        return STATUS_MEMORY;
    new->reading = (struct item_reading){input, keys, {.input = input}};
    new->root = json_object();
    if (new->root == NULL || strings_init(&new->ids) != STATUS_OK) {
        restoring_free(new);
        return STATUS_MEMORY;
    }
    *restoring = new;
    return STATUS_OK;
}

void restoring_free(struct restoring *restoring)
{
    if (restoring == NULL)
        return;
    tape_clear(&restoring->head);
    tape_clear(&restoring->actors);
    tape_clear(&restoring->events);
    tape_clear(&restoring->ties);
    tape_clear(&restoring->late);
    strings_clear(&restoring->ids);
    for (size_t i = 0; i < restoring->waiting.count; i++)
        json_decref(restoring->waiting.items[i].object);
    free(restoring->waiting.items);
    json_decref(restoring->root);
    buffer_clear(&restoring->text);
    script_clear(&restoring->reading.script);
    free(restoring);
}

/* --- ids */

/* The id of the dataset for that of a node that another program may have added; valid until the
   next one. */
static const char *make_id(struct restoring *restoring, const char *id)
{
    if (slug_is_id(id))
        return id;
    restoring->text.length = 0;
    slug_add(&restoring->text, id, "node");
    return buffer_string(&restoring->text);
}

static enum status note_id(struct restoring *restoring, const char *id, uint32_t *number)
{
    return strings_intern(&restoring->ids, STRINGS_OFTEN, id, strlen(id), number);
}

/* --- writing */

static enum status write(struct restoring *restoring, struct tape *tape, enum grammar_rule rule,
                         const json_t *object, uint32_t line)
{
    struct script *script = &restoring->reading.script;
    script->xml = tape_xml(tape);
    script->fixed = (struct script_place){line, 0};
    script->path.length = 0;
    return script_element(script, rule, object, 0);
}

/* --- nodes */

static int find_kind(const char *kind)
{
    if (kind == NULL)
        return (int)RULE_SOURCE + 1 + (int)KIND_ORGANISATION;
    for (int i = (int)RULE_SOURCE + 1; i <= (int)RULE_EVENT; i++)
        if (strcmp(grammar_rules[i].name, kind) == 0)
            return i;
    return RULE_NONE;
}

static enum status wait(struct restoring *restoring, json_t *object, enum grammar_rule rule,
                        uint32_t line)
{
    ARRAY_RESERVE(&restoring->waiting, 1);
    restoring->waiting.items[restoring->waiting.count++] =
        (struct waiting){json_incref(object), rule, restoring->ties.bytes.length, 0, line};
    return STATUS_OK;
}

/* A tie that is a node: it gets its ends from its edges. */
static enum status take_tie_node(struct restoring *restoring, const struct graph_item *item,
                                 json_t *object, uint32_t number)
{
    const char *type = item_value(&restoring->reading, item, ROLE_RELATION);
    const int rule = tie_object_rule(type);
    if (rule == RULE_NONE)
        return item_report_word(&restoring->reading, item, NATIVE_RELATION, type);
    strings_set_value(&restoring->ids, number, (uint32_t)restoring->waiting.count);
    restoring->has_nodes = true;
    TRY(tie_object_set_mutual(&restoring->reading, item, (enum grammar_rule)rule, object));
    TRY(tie_object_check(&restoring->reading, item, (enum grammar_rule)rule, object));
    TRY(item_set(object, "from", json_array()));
    TRY(item_set(object, "to", json_array()));
    return wait(restoring, object, (enum grammar_rule)rule, item->line);
}

static enum status take_node(struct restoring *restoring, const struct graph_item *item,
                             json_t *object)
{
    const char *kind = item_value(&restoring->reading, item, ROLE_KIND);
    const char *own = item_value(&restoring->reading, item, ROLE_ID);
    const char *id = own != NULL ? own : graph_item_string(item, item->id);
    uint32_t number;
    TRY(item_set(object, "id", json_string(make_id(restoring, id))));
    TRY(note_id(restoring, graph_item_string(item, item->id), &number));
    TRY(item_fill(&restoring->reading, item, object));
    if (kind != NULL && strcmp(kind, NATIVE_RELATION) == 0)
        return take_tie_node(restoring, item, object, number);
    const int rule = find_kind(kind);
    if (rule == RULE_NONE)
        return item_report_word(&restoring->reading, item, NATIVE_KIND, kind);
    TRY(item_set_labels(&restoring->reading, item, object, id));
    return write(restoring, rule == (int)RULE_EVENT ? &restoring->events : &restoring->actors,
                 (enum grammar_rule)rule, object, item->line);
}

/* --- edges */

/* The tie that is the node ID; NULL: it is none. */
static struct waiting *find_tie(const struct restoring *restoring, const char *id)
{
    const uint32_t number = restoring->has_nodes ? strings_find(&restoring->ids, id) : 0;
    const uint32_t index =
        number != 0 ? strings_value(&restoring->ids, number) : STRINGS_NO_VALUE;
    return index != STRINGS_NO_VALUE ? &restoring->waiting.items[index] : NULL;
}

static enum status add_end(struct restoring *restoring, struct waiting *tie, const char *key,
                           const char *id)
{
    json_t *ends = json_object_get(tie->object, key);
    return json_array_append_new(ends, json_string(make_id(restoring, id))) == 0 ? STATUS_OK
                                                                                 : STATUS_MEMORY;
}

/* What an edge that another program has added is: what its label says, as in its own files. */
static enum status understand(struct restoring *restoring, const struct graph_item *item,
                              json_t *object, struct diagram_word *word)
{
    const char *label = item_value(&restoring->reading, item, ROLE_LABEL);
    *word = (struct diagram_word){TYPE_CONTACT, NULL, false, -1};
    if (label != NULL && !item_is_nothing(label) && !diagram_words_tie(label, word)) {
        restoring->reading.script.fixed = (struct script_place){item->line, 0};
        restoring->reading.script.path.length = 0;
        return script_report(&restoring->reading.script, 0,
                             "no relation type has the word \"%.100s\"; write a type in the key "
                             "\"%s\"",
                             label, NATIVE_RELATION);
    }
    if (word->form != NULL && json_object_get(object, "form") == NULL)
        TRY(item_set(object, "form", json_string(word->form)));
    const bool mutual = item->direction == UNDIRECTED_EDGE || item->direction == MUTUAL_EDGE;
    if (item_value(&restoring->reading, item, ROLE_MUTUAL) == NULL &&
        mutual != relation_type_is_mutual(word->type))
        TRY(item_set(object, NATIVE_MUTUAL, json_boolean(mutual)));
    tie_object_check_evidence(&restoring->reading, item, object);
    return STATUS_OK;
}

/* Sets the ends of OBJECT, and *RULE to what it is. The rest of it is known. */
static enum status set_tie(struct restoring *restoring, const struct graph_item *item,
                           json_t *object, int *rule)
{
    const char *type = item_value(&restoring->reading, item, ROLE_RELATION);
    struct diagram_word word = {.reversed = false};
    *rule = tie_object_rule(type);
    if (type == NULL) {
        TRY(understand(restoring, item, object, &word));
        *rule = tie_object_rule(vocabulary_types.words[word.type]);
    } else if (*rule == RULE_NONE)
        return item_report_word(&restoring->reading, item, NATIVE_RELATION, type);
    else
        TRY(tie_object_check(&restoring->reading, item, (enum grammar_rule) * rule, object));
    const size_t from = word.reversed ? item->target : item->source;
    const size_t to = word.reversed ? item->source : item->target;
    TRY(item_set(object, "from", json_string(make_id(restoring, graph_item_string(item, from)))));
    TRY(item_set(object, "to", json_string(make_id(restoring, graph_item_string(item, to)))));
    return tie_object_set_mutual(&restoring->reading, item, (enum grammar_rule) * rule, object);
}

static enum status take_edge(struct restoring *restoring, const struct graph_item *item,
                             json_t *object)
{
    const char *source = graph_item_string(item, item->source);
    const char *target = graph_item_string(item, item->target);
    const char *own = item_value(&restoring->reading, item, ROLE_ID);
    const char *id = own != NULL ? own : graph_item_string(item, item->id);
    struct waiting *tie;
    uint32_t number;
    int rule;
    if ((tie = find_tie(restoring, source)) != NULL)
        return add_end(restoring, tie, "to", target);
    if ((tie = find_tie(restoring, target)) != NULL)
        return add_end(restoring, tie, "from", source);
    const bool named = id[0] != '\0' && (slug_is_id(id));
    if (named) {
        TRY(note_id(restoring, id, &number));
        TRY(item_set(object, "id", json_string(id)));
    }
    TRY(item_fill(&restoring->reading, item, object));
    TRY(set_tie(restoring, item, object, &rule));
    if (rule == RULE_NONE)
        return STATUS_OK;
    if (!named)
        return wait(restoring, object, (enum grammar_rule)rule, item->line);
    return write(restoring, &restoring->ties, (enum grammar_rule)rule, object, item->line);
}

/* --- the graph */

static enum status take_graph(struct restoring *restoring, const struct graph_item *item)
{
    for (size_t i = 0; i < item->data.count; i++) {
        const char *name = graph_keys_name(restoring->reading.keys, item->data.items[i].key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        if (strcmp(name, SHAPE_FORMAT) == 0)
            continue;
        if (shape_find_attribute(RULE_NETWORK, name) != RULE_NONE)
            TRY(item_set_member(restoring->root, name, value));
        else if (shape_find_group(RULE_NETWORK, name, strlen(name)) != RULE_NONE)
            TRY(item_set_group(&restoring->reading, restoring->root, name, value, item->line));
        else
            losses_add(restoring->reading.input->losses, "values of the graph", 1);
    }
    return STATUS_OK;
}

enum status restoring_take(void *context, const struct graph_item *item)
{
    struct restoring *restoring = context;
    if (item->what == GRAPH_ITSELF)
        return take_graph(restoring, item);
    json_t *object = json_object();
    if (object == NULL)
        return STATUS_MEMORY;
    enum status status = item->what == GRAPH_NODE ? take_node(restoring, item, object)
                                                  : take_edge(restoring, item, object);
    json_decref(object);
    return status;
}

/* --- the dataset */

static enum status choose_id(struct restoring *restoring, struct waiting *tie)
{
    struct buffer wish = BUFFER_EMPTY, id = BUFFER_EMPTY;
    if (json_object_get(tie->object, "id") != NULL)
        return STATUS_OK;
    buffer_format(&wish, "%s-%s", json_string_value(json_object_get(tie->object, "from")),
                  json_string_value(json_object_get(tie->object, "to")));
    enum status status = buffer_status(&wish);
    if (status == STATUS_OK)
        status = slug_take(&restoring->ids, buffer_string(&wish), &id);
    if (status == STATUS_OK)
        status = item_set(tie->object, "id", json_string(buffer_string(&id)));
    buffer_clear(&wish);
    buffer_clear(&id);
    return status;
}

static bool lacks_end(const json_t *object, const char *key)
{
    const json_t *ends = json_object_get(object, key);
    return json_is_array(ends) && json_array_size(ends) == 0;
}

/* Writes the ties that waited. */
static enum status write_late(struct restoring *restoring)
{
    for (size_t i = 0; i < restoring->waiting.count; i++) {
        struct waiting *tie = &restoring->waiting.items[i];
        if (lacks_end(tie->object, "from") || lacks_end(tie->object, "to")) {
            losses_add(restoring->reading.input->losses, "ties without both ends", 1);
        } else {
            TRY(choose_id(restoring, tie));
            TRY(write(restoring, &restoring->late, tie->rule, tie->object, tie->line));
        }
        tie->end = restoring->late.bytes.length;
    }
    return STATUS_OK;
}

static enum status write_head(struct restoring *restoring)
{
    struct script *script = &restoring->reading.script;
    script->xml = tape_xml(&restoring->head);
    script->fixed = (struct script_place){0, 0};
    script->path.length = 0;
    for (size_t i = 0; root_attributes[i] != NULL; i++) {
        const json_t *value =
            json_object_get(restoring->root, shape_attribute_key(root_attributes[i]));
        if (value != NULL && script_scalar(&restoring->text, value))
            xml_attribute(&script->xml, root_attributes[i], buffer_string(&restoring->text));
    }
    for (int i = (int)RULE_NETWORK + 1; i < (int)RULE_ACTORS; i++) {
        restoring->text.length = 0;
        shape_add_key(&restoring->text, (enum grammar_rule)i);
        const json_t *value = json_object_get(restoring->root, buffer_string(&restoring->text));
        if (value != NULL)
            TRY(script_group(script, (enum grammar_rule)i, value, 0));
    }
    return STATUS_OK;
}

/* --- playing */

static void play_all(const struct tape *tape, struct xml *xml)
{
    tape_play_part(tape, 0, tape->bytes.length, xml);
}

/* Those that waited go where they belong. */
static void play_ties(const struct restoring *restoring, struct xml *xml)
{
    const struct tape *ties = &restoring->ties;
    size_t played = 0, late = 0;
    for (size_t i = 0; i < restoring->waiting.count; i++) {
        const struct waiting *tie = &restoring->waiting.items[i];
        tape_play_part(ties, played, tie->at, xml);
        tape_play_part(&restoring->late, late, tie->end, xml);
        played = tie->at;
        late = tie->end;
    }
    tape_play_part(ties, played, ties->bytes.length, xml);
}

/* Whether the dataset has the list of RULE: TAPE has elements of it, or the graph names it. */
static bool has_list(const struct restoring *restoring, enum grammar_rule rule,
                     const struct tape *tape)
{
    return tape->elements > 0 || (rule == RULE_RELATIONS && restoring->waiting.count > 0) ||
           json_object_get(restoring->root, grammar_rules[rule].name) != NULL;
}

static void play_list(const struct restoring *restoring, enum grammar_rule rule,
                      const struct tape *tape, struct xml *xml)
{
    if (!has_list(restoring, rule, tape))
        return;
    xml_start(xml, grammar_rules[rule].name);
    if (rule == RULE_RELATIONS)
        play_ties(restoring, xml);
    else
        play_all(tape, xml);
    xml_end(xml, grammar_rules[rule].name);
}

static void play_dataset(const struct restoring *restoring, struct xml *xml)
{
    const char *root = grammar_rules[RULE_NETWORK].name;
    xml_start(xml, root);
    play_all(&restoring->head, xml);
    play_list(restoring, RULE_ACTORS, &restoring->actors, xml);
    play_list(restoring, RULE_EVENTS, &restoring->events, xml);
    play_list(restoring, RULE_RELATIONS, &restoring->ties, xml);
    xml_end(xml, root);
}

static enum status check_tapes(const struct restoring *restoring)
{
    TRY(buffer_status(&restoring->head.bytes));
    TRY(buffer_status(&restoring->actors.bytes));
    TRY(buffer_status(&restoring->events.bytes));
    TRY(buffer_status(&restoring->ties.bytes));
    return buffer_status(&restoring->late.bytes);
}

enum status restoring_finish(struct restoring *restoring, struct draft *draft)
{
    TRY(write_head(restoring));
    TRY(write_late(restoring));
    TRY(check_tapes(restoring));
    TRY(buffer_status(&restoring->text));
    TRY(buffer_status(&restoring->reading.script.path));
    if (restoring->reading.script.wrong)
        return STATUS_INVALID;
    play_dataset(restoring, &draft->xml);
    return STATUS_OK;
}
