/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/transcript/transcript.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "format/entente/writer.h"
#include "format/transcript/shape.h"
#include "format/xml/xml.h"
#include "model/vocabulary.h"

/* The elements that are open, the outermost first. */
struct telling {
    const struct transcript_listener *listener;
    void *context;
    struct losses *losses;
    size_t depth;
    struct transcript_item items[TRANSCRIPT_DEPTH];
    bool begun[TRANSCRIPT_DEPTH]; /* the listener knows of it */
    struct buffer object;
    bool failed;
};

/* --- access */

const char *transcript_attribute(const struct transcript_item *item, size_t index)
{
    return item->values.failed ? "" : item->values.bytes + item->attributes[index].value;
}

const char *transcript_find(const struct transcript_item *item, const char *name)
{
    for (size_t i = 0; i < item->attribute_count; i++)
        if (strcmp(item->attributes[i].name, name) == 0)
            return transcript_attribute(item, i);
    return NULL;
}

/* --- values */

/* Writes the words of LIST as an array; as a string unless single spaces separate them. */
static void add_words(struct json *json, const char *list)
{
    const size_t length = strlen(list);
    char word[256];
    bool plain = length > 0 && list[0] != ' ' && list[length - 1] != ' ' &&
                 strstr(list, "  ") == NULL && strpbrk(list, "\t\r\n") == NULL;
    for (const char *at = list; plain && *at != '\0'; at += strcspn(at, " "), at += *at == ' ')
        plain = strcspn(at, " ") < sizeof word;
    if (!plain) {
        json_text(json, list);
        return;
    }
    json_open(json, '[');
    for (const char *at = list; *at != '\0';) {
        const size_t size = strcspn(at, " ");
        memcpy(word, at, size);
        word[size] = '\0';
        json_text(json, word);
        at += size + (at[size] == ' ');
    }
    json_close(json, ']');
}

static void add_value(struct json *json, enum shape_value value, const char *text)
{
    const int truth = value == VALUE_BOOLEAN ? vocabulary_find(&vocabulary_yes_no, text) : -1;
    if (truth >= 0)
        json_bool(json, truth == 1);
    else if (value == VALUE_NUMBER && shape_is_number(text))
        json_raw(json, text, strlen(text));
    else if (value == VALUE_STRINGS)
        add_words(json, text);
    else
        json_text(json, text);
}

void transcript_add_type(struct json *json, const struct transcript_item *item)
{
    if (item->rule == RULE_NETWORK || !shape_is_list(item->parent) ||
        !shape_is_mixed(item->parent))
        return;
    json_key(json, SHAPE_TYPE);
    json_text(json, grammar_rules[item->rule].name);
}

void transcript_add_attributes(struct json *json, const struct transcript_item *item)
{
    for (size_t i = 0; i < item->attribute_count; i++) {
        const char *name = item->attributes[i].name;
        json_key(json, shape_attribute_key(name));
        add_value(json, shape_value(item->rule, name), transcript_attribute(item, i));
    }
}

void transcript_add_text(struct json *json, const struct transcript_item *item)
{
    /* A claim is more than its text. */
    const bool optional = grammar_rules[item->rule].required != 0;
    if (!grammar_rules[item->rule].text ||
        (optional && item->parts.length == 0 && item->text.length == 0))
        return;
    json_key(json, shape_is_part(item->rule) ? grammar_rules[item->rule].name : SHAPE_TEXT);
    if (item->parts.length == 0) {
        json_text(json, buffer_string(&item->text));
        return;
    }
    json_open(json, '[');
    json_raw(json, item->parts.bytes, item->parts.length);
    if (item->text.length > 0)
        json_text(json, buffer_string(&item->text));
    json_close(json, ']');
}

void transcript_add_group(struct json *json, const struct transcript_group *group)
{
    if (!shape_is_single(group->rule))
        json_open(json, '[');
    json_raw(json, buffer_string(&group->items), group->items.length);
    if (!shape_is_single(group->rule))
        json_close(json, ']');
}

void transcript_add_order(struct json *json, const struct transcript_item *item)
{
    struct buffer key = BUFFER_EMPTY;
    json_open(json, '[');
    for (size_t i = 0; i < item->order.length; i++) {
        key.length = 0;
        shape_add_key(&key, (enum grammar_rule)item->order.bytes[i]);
        json_text(json, buffer_string(&key));
    }
    json_close(json, ']');
    json->out->failed |= key.failed;
    buffer_clear(&key);
}

void transcript_add_groups(struct json *json, const struct transcript_item *item)
{
    struct buffer key = BUFFER_EMPTY;
    for (size_t i = 0; i < item->group_count; i++) {
        key.length = 0;
        shape_add_key(&key, item->groups[i].rule);
        json_key(json, buffer_string(&key));
        transcript_add_group(json, &item->groups[i]);
    }
    json->out->failed |= key.failed;
    buffer_clear(&key);
    if (!item->scattered)
        return;
    json_key(json, SHAPE_ORDER);
    transcript_add_order(json, item);
}

/* --- elements */

static struct transcript_item *innermost(struct telling *telling)
{
    return &telling->items[telling->depth - 1];
}

/* Whether the listener is told of the children of ITEM one by one. */
static bool is_told(const struct transcript_item *item)
{
    return item->rule == RULE_NETWORK || shape_is_list(item->rule);
}

/* Tells the listener that the elements that are open have begun. */
static void begin_open(struct telling *telling)
{
    for (size_t i = 0; i < telling->depth && is_told(&telling->items[i]); i++)
        if (!telling->begun[i]) {
            telling->listener->begin(telling->context, &telling->items[i]);
            telling->begun[i] = true;
        }
}

/* Makes ITEM that of a new element; keeps its memory. */
static void reset(struct transcript_item *item, enum grammar_rule rule, enum grammar_rule parent)
{
    item->rule = rule;
    item->parent = parent;
    item->attribute_count = item->group_count = 0;
    item->values.length = item->text.length = item->parts.length = item->order.length = 0;
    item->properties.length = 0;
    item->scattered = item->detailed = false;
}

/* Ends the run of text before a part. */
static void flush_text(struct transcript_item *item)
{
    struct json json = {.out = &item->parts, .depth = 2, .has_items = item->parts.length > 0};
    if (item->text.length > 0)
        json_text(&json, buffer_string(&item->text));
    item->text.length = 0;
}

static void take_start(void *context, const char *name)
{
    struct telling *telling = context;
    const enum grammar_rule parent = telling->depth > 0 ? innermost(telling)->rule : RULE_NETWORK;
    const int rule = telling->depth > 0 ? shape_find_child(parent, name) : (int)RULE_NETWORK;
    assert(rule != RULE_NONE && telling->depth < TRANSCRIPT_DEPTH);
    if (telling->depth > 0 && is_told(innermost(telling)))
        begin_open(telling);
    const bool within = telling->depth > 0 && grammar_rules[parent].text &&
                        !grammar_rules[rule].text &&
                        innermost(telling)->text.length + innermost(telling)->parts.length > 0;
    const bool part = shape_is_part((enum grammar_rule)rule);
    if (within || (part && telling->depth > 0))
        flush_text(innermost(telling));
    telling->begun[telling->depth] = false;
    reset(&telling->items[telling->depth++], (enum grammar_rule)rule, parent);
    innermost(telling)->within = within && !part;
}

static void take_attribute(void *context, const char *name, const char *value)
{
    struct transcript_item *item = innermost(context);
    const char *const *names = grammar_rules[item->rule].attributes;
    for (; *names != NULL && strcmp(*names, name) != 0; names++)
        ;
    assert(*names != NULL);
    item->attributes[item->attribute_count].name = *names;
    item->attributes[item->attribute_count++].value = item->values.length;
    buffer_add(&item->values, value, strlen(value) + 1);
}

static void take_text(void *context, const char *text, size_t length)
{
    buffer_add(&innermost(context)->text, text, length);
}

static void take_comment(void *context, bool instruction)
{
    const struct telling *telling = context;
    losses_add(telling->losses, instruction ? "processing instructions" : "comments", 1);
}

/* The group of children of RULE in ITEM, a new one if there is none. */
static struct transcript_group *find_group(struct transcript_item *item, enum grammar_rule rule)
{
    const size_t children = item->order.length;
    for (size_t i = 0; i < item->group_count; i++)
        if (item->groups[i].rule == rule) {
            item->scattered |= children > 0 && item->order.bytes[children - 1] != (char)rule;
            return &item->groups[i];
        }
    assert(item->group_count < TRANSCRIPT_GROUPS);
    struct transcript_group *group = &item->groups[item->group_count++];
    group->rule = rule;
    group->count = 0;
    group->items.length = group->first.length = 0;
    return group;
}

static void add_property(struct transcript_item *parent, const struct transcript_item *item)
{
    const char *name = transcript_find(item, "name"), *value = transcript_find(item, "value");
    buffer_add(&parent->properties, name, strlen(name) + 1);
    buffer_add(&parent->properties, value, strlen(value) + 1);
}

/* Adds the object of ITEM, a child of PARENT, to its group or its text. */
static void add_child(struct telling *telling, struct transcript_item *parent,
                      const struct transcript_item *item)
{
    const bool part = shape_is_part(item->rule) || item->within;
    struct transcript_group *group = part ? NULL : find_group(parent, item->rule);
    struct buffer *out = part ? &parent->parts : &group->items;
    struct json json = {.out = out, .depth = 2, .has_items = out->length > 0};
    json_open(&json, '{');
    if (item->within) {
        json_key(&json, grammar_rules[item->rule].name);
        json_open(&json, '{');
    }
    transcript_add_attributes(&json, item);
    transcript_add_text(&json, item);
    transcript_add_groups(&json, item);
    if (item->within)
        json_close(&json, '}');
    json_close(&json, '}');
    telling->failed |= out->failed;
    if (part)
        return;
    if (item->rule == RULE_ATTRIBUTE) {
        add_property(parent, item);
        parent->detailed |= item->group_count > 0 || transcript_find(item, "marking") != NULL;
    }
    if (group->count++ == 0)
        buffer_add(&group->first, buffer_string(&item->text), item->text.length);
    telling->failed |= group->first.failed || parent->properties.failed;
    buffer_char(&parent->order, (char)item->rule);
}

static bool has_failed(const struct transcript_item *item)
{
    return item->values.failed || item->text.failed || item->parts.failed || item->order.failed;
}

static void take_end(void *context, const char *name)
{
    struct telling *telling = context;
    struct transcript_item *item = innermost(telling);
    (void)name;
    telling->failed |= has_failed(item);
    if (is_told(item)) {
        begin_open(telling);
        telling->listener->end(telling->context, item);
        telling->depth--;
        return;
    }
    telling->depth--;
    if (is_told(innermost(telling)))
        telling->listener->item(telling->context, item);
    else
        add_child(telling, innermost(telling), item);
}

static void clear_item(struct transcript_item *item)
{
    buffer_clear(&item->values);
    buffer_clear(&item->text);
    buffer_clear(&item->parts);
    buffer_clear(&item->order);
    buffer_clear(&item->properties);
    for (size_t i = 0; i < TRANSCRIPT_GROUPS; i++) {
        buffer_clear(&item->groups[i].items);
        buffer_clear(&item->groups[i].first);
    }
}

enum status transcript_tell(const struct network *network,
                            const struct transcript_listener *listener, void *context,
                            struct losses *losses)
{
    static const struct xml_visitor visitor = {.start = take_start,
                                               .attribute = take_attribute,
                                               .text = take_text,
                                               .end = take_end,
                                               .comment = take_comment};
    struct telling *telling = calloc(1, sizeof *telling);
    if (telling == NULL)
        return STATUS_MEMORY;
    telling->listener = listener;
    telling->context = context;
    telling->losses = losses;
    enum status status = writer_visit(network, &visitor, telling);
    if (status == STATUS_OK && telling->failed)
        status = STATUS_MEMORY;
    for (size_t i = 0; i < TRANSCRIPT_DEPTH; i++)
        clear_item(&telling->items[i]);
    free(telling);
    return status;
}
