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
#include "format/graph/native.h"
#include "format/transcript/script.h"
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
    const struct exchange_input *input;
    struct graph_keys *keys;
    struct script script;
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
    new->input = new->script.input = input;
    new->keys = keys;
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
    script_clear(&restoring->script);
    free(restoring);
}

/* --- roles */

static enum native_role role_of(const struct restoring *restoring, uint32_t index)
{
    struct graph_key *key = &restoring->keys->items.items[index];
    enum native_role role = (enum native_role)key->role;
    if (key->role < 0)
        role = native_role(key->what, graph_keys_name(restoring->keys, index));
    key->role = (int)role;
    return role;
}

/* The value of ITEM with ROLE; NULL: there is none. */
static const char *find_value(const struct restoring *restoring, const struct graph_item *item,
                              enum native_role role)
{
    for (size_t i = 0; i < item->data.count; i++)
        if (role_of(restoring, item->data.items[i].key) == role)
            return graph_item_string(item, item->data.items[i].value);
    return NULL;
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

/* --- objects */

/* JSON takes ownership of VALUE, also if it fails. */
static enum status set(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0 ? STATUS_OK : STATUS_MEMORY;
}

/* Programs that know no missing values write these. */
static bool is_nothing(const char *value)
{
    return value[0] == '\0' || strcmp(value, "NaN") == 0 || strcmp(value, "nan") == 0;
}

/* Sets a member to VALUE, in which "3.0" is "3" and "true" is true. */
static enum status set_member(json_t *object, const char *key, const char *value)
{
    const size_t length = strlen(value);
    const bool whole = length > 2 && strcmp(value + length - 2, ".0") == 0 &&
                       strspn(value, "0123456789") == length - 2;
    if (is_nothing(value))
        return STATUS_OK;
    if (strcmp(key, "weight") == 0 && whole)
        return set(object, key, json_stringn(value, length - 2));
    return set(object, key, json_string(value));
}

static enum status add_property(json_t *object, const char *name, const char *value)
{
    json_t *list = json_object_get(object, "attributes");
    if (value[0] == '\0' || name[0] == '\0')
        return STATUS_OK;
    if (!json_is_array(list)) {
        list = json_array();
        TRY(set(object, "attributes", list));
    }
    json_t *pair = json_pack("{s:s,s:s}", "name", name, "value", value);
    return pair != NULL && json_array_append_new(list, pair) == 0 ? STATUS_OK : STATUS_MEMORY;
}

static enum status set_group(struct restoring *restoring, json_t *object, const char *key,
                             const char *value, uint32_t line)
{
    json_error_t error;
    if (is_nothing(value))
        return STATUS_OK;
    json_t *group = json_loads(value, JSON_REJECT_DUPLICATES, &error);
    if (group != NULL && strcmp(key, "attributes") == 0 && json_object_get(object, key) != NULL) {
        const int failed = json_array_extend(json_object_get(object, key), group);
        json_decref(group);
        return failed == 0 ? STATUS_OK : STATUS_MEMORY;
    }
    if (group != NULL)
        return set(object, key, group);
    if (json_error_code(&error) == json_error_out_of_memory)
        return STATUS_MEMORY;
    restoring->script.fixed = (struct script_place){line, 0};
    return script_report(&restoring->script, 0,
                         "the value of the key \"%s\" is not valid JSON: %s", key, error.text);
}

/* Adds to OBJECT what the keys of ITEM say. */
static enum status add_members(struct restoring *restoring, const struct graph_item *item,
                               json_t *object)
{
    for (size_t i = 0; i < item->data.count; i++) {
        const uint32_t key = item->data.items[i].key;
        const char *name = graph_keys_name(restoring->keys, key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        switch (role_of(restoring, key)) {
        case ROLE_MEMBER: TRY(set_member(object, name, value)); break;
        case ROLE_SUBKIND: TRY(set_member(object, "kind", value)); break;
        case ROLE_GROUP: TRY(set_group(restoring, object, name, value, item->line)); break;
        case ROLE_GRADE: TRY(set_member(object, NATIVE_GRADE, value)); break;
        case ROLE_PROPERTY: TRY(add_property(object, name, value)); break;
        default: break;
        }
    }
    return STATUS_OK;
}

/* Sets the first name to LABEL, which is the id if there is none. */
static enum status set_label(json_t *object, const char *label, const char *id)
{
    json_t *names = json_object_get(object, "names");
    json_t *first = json_array_get(names, 0);
    const char *text = json_string_value(json_object_get(first, SHAPE_TEXT));
    if (first == NULL && strcmp(label, id) == 0)
        return STATUS_OK;
    if (first == NULL)
        return set(object, "names", json_pack("[{s:s}]", SHAPE_TEXT, label));
    if (text != NULL && strcmp(text, label) == 0)
        return STATUS_OK;
    return set(first, SHAPE_TEXT, json_string(label));
}

/* yEd writes a label beside the key: the one that differs from the name was changed. */
static enum status set_labels(struct restoring *restoring, const struct graph_item *item,
                              json_t *object, const char *id)
{
    const json_t *first = json_array_get(json_object_get(object, "names"), 0);
    const char *text = json_string_value(json_object_get(first, SHAPE_TEXT));
    const char *label = NULL;
    for (size_t i = 0; i < item->data.count; i++) {
        const char *value = graph_item_string(item, item->data.items[i].value);
        if (role_of(restoring, item->data.items[i].key) == ROLE_LABEL &&
            (label == NULL || strcmp(label, text != NULL ? text : id) == 0))
            label = value;
    }
    return label != NULL ? set_label(object, label, id) : STATUS_OK;
}

static enum status write(struct restoring *restoring, struct tape *tape, enum grammar_rule rule,
                         const json_t *object, uint32_t line)
{
    struct script *script = &restoring->script;
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

static int find_relation(const char *type)
{
    for (int i = (int)RULE_EVENT + 1; i < (int)RULE_NAME; i++)
        if (type != NULL && strcmp(grammar_rules[i].name, type) == 0)
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

/* States whether the tie holds in both directions, if its type does not say the same. */
static enum status set_mutual(struct restoring *restoring, const struct graph_item *item,
                              enum grammar_rule rule, json_t *object)
{
    const char *value = find_value(restoring, item, ROLE_MUTUAL);
    const char *stated = find_value(restoring, item, ROLE_STATED);
    const bool usual = relation_type_is_mutual(grammar_type(rule));
    if (value == NULL)
        return STATUS_OK;
    const bool mutual = strcmp(value, "true") == 0 || strcmp(value, "1") == 0 ||
                        strcmp(value, "True") == 0 || strcmp(value, "yes") == 0;
    if (mutual == usual && (stated == NULL || strcmp(stated, NATIVE_MUTUAL) != 0))
        return STATUS_OK;
    return set(object, NATIVE_MUTUAL, json_boolean(mutual));
}

static enum status report_word(struct restoring *restoring, const struct graph_item *item,
                               const char *key, const char *word)
{
    restoring->script.fixed = (struct script_place){item->line, 0};
    restoring->script.path.length = 0;
    return script_report(&restoring->script, 0, "\"%s\" is not a value of the key \"%s\"",
                         word != NULL ? word : "", key);
}

/* --- weights that are amounts */

/* The amount of the tie OBJECT that is its weight, or NULL. */
static json_t *find_weight(const json_t *object)
{
    json_t *amounts = json_object_get(object, "amounts");
    for (size_t i = 0; i < json_array_size(amounts); i++) {
        json_t *amount = json_array_get(amounts, i);
        const char *unit = json_string_value(json_object_get(amount, "unit"));
        if (unit != NULL && strcmp(unit, GATHERED_WEIGHT) == 0 &&
            json_object_get(amount, "when") == NULL)
            return amount;
    }
    return NULL;
}

/* Whether the texts or numbers are the same number, such as 3 and "3.0". */
static bool is_same_number(const json_t *value, const char *text)
{
    const char *other = json_string_value(value);
    json_t *a =
        other != NULL ? json_loads(other, JSON_DECODE_ANY, NULL) : json_copy((json_t *)value);
    json_t *b = json_loads(text, JSON_DECODE_ANY, NULL);
    const double difference = json_number_value(a) - json_number_value(b);
    const bool same =
        json_is_number(a) && json_is_number(b) && !(difference < 0) && !(difference > 0);
    json_decref(a);
    json_decref(b);
    return same;
}

/* A weight that is the amount of the tie may have been changed; the tie gets its own one back. A
   file without it has the tie's own weight, or lost the key in another program. */
static enum status settle_weight(json_t *object)
{
    const char *grade = json_string_value(json_object_get(object, NATIVE_GRADE));
    const char *weight = json_string_value(json_object_get(object, GATHERED_WEIGHT));
    json_t *amount = find_weight(object);
    const bool same = amount != NULL && weight != NULL &&
                      is_same_number(json_object_get(amount, "value"), weight);
    if (grade != NULL && amount != NULL && weight != NULL && !same)
        TRY(set(amount, "value", json_string(weight)));
    if (amount != NULL && weight != NULL && (same || grade != NULL))
        json_object_del(object, GATHERED_WEIGHT);
    if (grade != NULL && amount != NULL && grade[0] >= '1' && grade[0] <= '5')
        TRY(set(object, GATHERED_WEIGHT, json_stringn(grade, 1)));
    json_object_del(object, NATIVE_GRADE);
    return STATUS_OK;
}

/* --- what is said twice of ties */

/* Reports a label that another program changed, unless it says the same as the form or, without
   one, the type: which of them is right cannot be known. What yEd shows of a node is its type. */
static enum status check_labels(struct restoring *restoring, const struct graph_item *item,
                                enum grammar_rule rule, const json_t *object)
{
    const char *form = json_string_value(json_object_get(object, "form"));
    const char *said = form != NULL && form[0] != '\0' ? form : grammar_rules[rule].name;
    for (size_t i = 0; i < item->data.count; i++) {
        const char *label = graph_item_string(item, item->data.items[i].value);
        if (role_of(restoring, item->data.items[i].key) != ROLE_LABEL || is_nothing(label) ||
            strcmp(label, said) == 0 ||
            (item->what == GRAPH_NODE && strcmp(label, grammar_rules[rule].name) == 0))
            continue;
        restoring->script.fixed = (struct script_place){item->line, 0};
        restoring->script.path.length = 0;
        return script_report(
            &restoring->script, 0,
            "the label of the tie is \"%.100s\", but its %s is \"%.100s\"; write "
            "the same in both",
            label, said == form ? "form" : "relation", said);
    }
    return STATUS_OK;
}

/* Adds to COUNTS, by stance, the claims that OBJECT has itself; those that are hedged are in
   HEDGED. */
static void count_claims(const json_t *object, size_t counts[STANCES], size_t *hedged)
{
    const json_t *claims = json_object_get(object, "claims");
    for (size_t i = 0; i < json_array_size(claims); i++) {
        const json_t *claim = json_array_get(claims, i),
                     *hedge = json_object_get(claim, "hedged");
        const char *word = json_string_value(json_object_get(claim, "stance"));
        const int stance = word != NULL ? vocabulary_find(&vocabulary_stances, word) : -1;
        if (stance >= 0)
            counts[stance]++;
        *hedged += stance == STANCE_ASSERTS &&
                   (json_is_true(hedge) ||
                    (json_is_string(hedge) && strcmp(json_string_value(hedge), "yes") == 0));
    }
}

/* Counts evidence that does not follow from the claims, which alone count. */
static void check_evidence(struct restoring *restoring, const struct graph_item *item,
                           const json_t *object)
{
    const char *said = find_value(restoring, item, ROLE_EVIDENCE);
    const json_t *periods = json_object_get(object, "periods");
    size_t counts[STANCES] = {0}, hedged = 0;
    if (said == NULL || is_nothing(said))
        return;
    count_claims(object, counts, &hedged);
    for (size_t i = 0; i < json_array_size(periods); i++)
        count_claims(json_array_get(periods, i), counts, &hedged);
    const bool asserted = counts[STANCE_ASSERTS] > 0, denied = counts[STANCE_DENIES] > 0;
    const enum evidence evidence = asserted && denied                 ? EVIDENCE_DISPUTED
                                   : denied                           ? EVIDENCE_DENIED
                                   : !asserted                        ? EVIDENCE_UNSOURCED
                                   : hedged == counts[STANCE_ASSERTS] ? EVIDENCE_SUSPECTED
                                                                      : EVIDENCE_ASSERTED;
    /* A denial of another time disputes nothing. */
    const bool apart = evidence == EVIDENCE_DISPUTED && json_array_size(periods) > 0 &&
                       (strcmp(said, vocabulary_evidences.words[EVIDENCE_ASSERTED]) == 0 ||
                        strcmp(said, vocabulary_evidences.words[EVIDENCE_SUSPECTED]) == 0);
    losses_add(restoring->input->losses, "states of evidence that do not follow from the claims",
               !apart && strcmp(said, vocabulary_evidences.words[evidence]) != 0);
}

static enum status check_tie(struct restoring *restoring, const struct graph_item *item,
                             enum grammar_rule rule, json_t *object)
{
    TRY(settle_weight(object));
    check_evidence(restoring, item, object);
    return check_labels(restoring, item, rule, object);
}

/* A tie that is a node: it gets its ends from its edges. */
static enum status take_tie_node(struct restoring *restoring, const struct graph_item *item,
                                 json_t *object, uint32_t number)
{
    const char *type = find_value(restoring, item, ROLE_RELATION);
    const int rule = find_relation(type);
    if (rule == RULE_NONE)
        return report_word(restoring, item, NATIVE_RELATION, type);
    strings_set_value(&restoring->ids, number, (uint32_t)restoring->waiting.count);
    restoring->has_nodes = true;
    TRY(set_mutual(restoring, item, (enum grammar_rule)rule, object));
    TRY(check_tie(restoring, item, (enum grammar_rule)rule, object));
    TRY(set(object, "from", json_array()));
    TRY(set(object, "to", json_array()));
    return wait(restoring, object, (enum grammar_rule)rule, item->line);
}

static enum status take_node(struct restoring *restoring, const struct graph_item *item,
                             json_t *object)
{
    const char *kind = find_value(restoring, item, ROLE_KIND);
    const char *own = find_value(restoring, item, ROLE_ID);
    const char *id = own != NULL ? own : graph_item_string(item, item->id);
    uint32_t number;
    TRY(set(object, "id", json_string(make_id(restoring, id))));
    TRY(note_id(restoring, graph_item_string(item, item->id), &number));
    TRY(add_members(restoring, item, object));
    if (kind != NULL && strcmp(kind, NATIVE_RELATION) == 0)
        return take_tie_node(restoring, item, object, number);
    const int rule = find_kind(kind);
    if (rule == RULE_NONE)
        return report_word(restoring, item, NATIVE_KIND, kind);
    TRY(set_labels(restoring, item, object, id));
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
    const char *label = find_value(restoring, item, ROLE_LABEL);
    *word = (struct diagram_word){TYPE_CONTACT, NULL, false, -1};
    if (label != NULL && !is_nothing(label) && !diagram_words_tie(label, word)) {
        restoring->script.fixed = (struct script_place){item->line, 0};
        restoring->script.path.length = 0;
        return script_report(&restoring->script, 0,
                             "no relation type has the word \"%.100s\"; write a type in the key "
                             "\"%s\"",
                             label, NATIVE_RELATION);
    }
    if (word->form != NULL && json_object_get(object, "form") == NULL)
        TRY(set(object, "form", json_string(word->form)));
    const bool mutual = item->direction == UNDIRECTED_EDGE || item->direction == MUTUAL_EDGE;
    if (find_value(restoring, item, ROLE_MUTUAL) == NULL &&
        mutual != relation_type_is_mutual(word->type))
        TRY(set(object, NATIVE_MUTUAL, json_boolean(mutual)));
    check_evidence(restoring, item, object);
    return STATUS_OK;
}

/* Sets the ends of OBJECT, and *RULE to what it is. The rest of it is known. */
static enum status set_tie(struct restoring *restoring, const struct graph_item *item,
                           json_t *object, int *rule)
{
    const char *type = find_value(restoring, item, ROLE_RELATION);
    struct diagram_word word = {.reversed = false};
    *rule = find_relation(type);
    if (type == NULL) {
        TRY(understand(restoring, item, object, &word));
        *rule = find_relation(vocabulary_types.words[word.type]);
    } else if (*rule == RULE_NONE)
        return report_word(restoring, item, NATIVE_RELATION, type);
    else
        TRY(check_tie(restoring, item, (enum grammar_rule) * rule, object));
    const size_t from = word.reversed ? item->target : item->source;
    const size_t to = word.reversed ? item->source : item->target;
    TRY(set(object, "from", json_string(make_id(restoring, graph_item_string(item, from)))));
    TRY(set(object, "to", json_string(make_id(restoring, graph_item_string(item, to)))));
    return set_mutual(restoring, item, (enum grammar_rule) * rule, object);
}

static enum status take_edge(struct restoring *restoring, const struct graph_item *item,
                             json_t *object)
{
    const char *source = graph_item_string(item, item->source);
    const char *target = graph_item_string(item, item->target);
    const char *own = find_value(restoring, item, ROLE_ID);
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
        TRY(set(object, "id", json_string(id)));
    }
    TRY(add_members(restoring, item, object));
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
        const char *name = graph_keys_name(restoring->keys, item->data.items[i].key);
        const char *value = graph_item_string(item, item->data.items[i].value);
        if (strcmp(name, SHAPE_FORMAT) == 0)
            continue;
        if (shape_find_attribute(RULE_NETWORK, name) != RULE_NONE)
            TRY(set_member(restoring->root, name, value));
        else if (shape_find_group(RULE_NETWORK, name, strlen(name)) != RULE_NONE)
            TRY(set_group(restoring, restoring->root, name, value, item->line));
        else
            losses_add(restoring->input->losses, "values of the graph", 1);
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
        status = set(tie->object, "id", json_string(buffer_string(&id)));
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
            losses_add(restoring->input->losses, "ties without both ends", 1);
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
    struct script *script = &restoring->script;
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
    TRY(buffer_status(&restoring->script.path));
    if (restoring->script.wrong)
        return STATUS_INVALID;
    play_dataset(restoring, &draft->xml);
    return STATUS_OK;
}
