/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/joint.h"

#include <stdlib.h>
#include <string.h>

#include "format/entente/grammar.h"
#include "format/entente/writer.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/level.h"
#include "query/withholding.h"

/* The depths of elements. */
enum { DEPTH_ROOT = 1, DEPTH_LIST, DEPTH_ITEM };

static const enum grammar_rule lists[LISTS] = {
    [LIST_VOCABULARY] = RULE_VOCABULARY, [LIST_SOURCES] = RULE_SOURCES,
    [LIST_ACTORS] = RULE_ACTORS,         [LIST_EVENTS] = RULE_EVENTS,
    [LIST_RELATIONS] = RULE_RELATIONS,
};

/* The dataset that is being put together from what the writer tells of each version. */
struct joint {
    const struct sides *sides;
    enum comparison_side side; /* that is told */
    struct xml head;           /* the root element, its attributes, titles and descriptions */
    struct xml item;           /* of a list */
    struct buffer texts[LISTS], item_text;
    unsigned depth;
    unsigned list; /* the current one; LISTS: none */
    bool dropped;  /* the current item is */
    bool failed;
};

static bool is_taken(const struct network *network, enum comparison_item item, const char *id)
{
    return item == ITEM_SOURCE ? network_find_source(network, id) != NETWORK_NONE
                               : network_find(network, id).what != ENTITY_NONE;
}

static bool is_taken_anywhere(const struct sides *sides, enum comparison_item item,
                              const struct buffer *id)
{
    return !id->failed && (is_taken(sides->networks[NEW], item, buffer_string(id)) ||
                           is_taken(sides->networks[OLD], item, buffer_string(id)));
}

/* Appends ID, which item INDEX of OLD has and something else in NEW, with "-old"; if that is an
   id too, with numbers, so that no other item gets the same. */
static void write_other_id(const struct sides *sides, enum comparison_item item, const char *id,
                           uint32_t index, struct buffer *out)
{
    struct buffer other = BUFFER_EMPTY;
    buffer_format(&other, "%s-old", id);
    while (is_taken_anywhere(sides, item, &other))
        buffer_format(&other, "%lu", (unsigned long)index);
    buffer_text(out, buffer_string(&other));
    out->failed |= other.failed;
    buffer_clear(&other);
}

void joint_write_id(const struct sides *sides, enum comparison_item item,
                    enum comparison_side side, uint32_t index, struct buffer *out)
{
    const char *id = sides_common_id(sides, item, side, index);
    const bool gone = side == OLD && sides_partner(sides, item, OLD, index) == NETWORK_NONE;
    if (gone && is_taken(sides->networks[NEW], item, id))
        write_other_id(sides, item, id, index, out);
    else
        buffer_text(out, id);
}

/* What the values of an attribute are the ids of; ITEMS: they are none. */
static enum comparison_item reference_of(const char *name)
{
    static const char *const vertices[] = {"from", "to",    "participants", "parent",
                                           "ref",  "event", "actor",        NULL};
    static const char *const sources[] = {"by", "via", "basis", NULL};
    for (size_t i = 0; vertices[i] != NULL; i++)
        if (strcmp(vertices[i], name) == 0)
            return ITEM_VERTEX;
    for (size_t i = 0; sources[i] != NULL; i++)
        if (strcmp(sources[i], name) == 0)
            return ITEM_SOURCE;
    return ITEMS;
}

static uint32_t find(const struct joint *joint, enum comparison_item item, const char *id)
{
    const struct network *network = joint->sides->networks[joint->side];
    return item == ITEM_SOURCE ? network_find_source(network, id)
                               : network_find(network, id).index;
}

/* Adds the ids in VALUE, which are separated by spaces, as they are in the joint dataset. */
static void add_ids(struct joint *joint, enum comparison_item item, const char *value,
                    struct buffer *out)
{
    struct buffer id = BUFFER_EMPTY;
    while (*value != '\0') {
        const size_t length = strcspn(value, " ");
        buffer_clear(&id);
        buffer_add(&id, value, length);
        buffer_text(out, out->length > 0 ? " " : "");
        if (!id.failed)
            joint_write_id(joint->sides, item, joint->side, find(joint, item, buffer_string(&id)),
                           out);
        joint->failed |= id.failed;
        value += length + (value[length] == ' ');
    }
    buffer_clear(&id);
}

/* The kind of the items in the current list. */
static enum comparison_item item_of(const struct joint *joint)
{
    switch ((enum network_list)joint->list) {
    case LIST_SOURCES: return ITEM_SOURCE;
    case LIST_ACTORS:
    case LIST_EVENTS: return ITEM_VERTEX;
    case LIST_RELATIONS: return ITEM_RELATION;
    case LIST_VOCABULARY:
    case LISTS: break;
    }
    return ITEM_WORD;
}

static void start(void *context, const char *name)
{
    struct joint *joint = context;
    joint->depth++;
    if (joint->depth == DEPTH_LIST) {
        joint->list = 0;
        while (joint->list < LISTS && strcmp(grammar_rules[lists[joint->list]].name, name) != 0)
            joint->list++;
    }
    /* Words that are gone are not needed: forms may be any. */
    if (joint->depth == DEPTH_ITEM)
        joint->dropped = joint->side == OLD && item_of(joint) == ITEM_WORD;
    if (joint->depth >= DEPTH_ITEM && joint->list < LISTS)
        xml_start(&joint->item, name);
    else if (joint->list == LISTS && joint->side == NEW)
        xml_start(&joint->head, name);
    if (joint->depth == DEPTH_ROOT && joint->side == NEW) /* the writer tells only attributes */
        xml_attribute(&joint->head, "xmlns", ATTRIBUTES_NAMESPACE);
}

static void add_id(struct joint *joint, const char *id)
{
    const enum comparison_item item = item_of(joint);
    const uint32_t index = find(joint, item, id);
    struct buffer value = BUFFER_EMPTY;
    if (joint->side == OLD && sides_partner(joint->sides, item, OLD, index) != NETWORK_NONE)
        joint->dropped = true;
    joint_write_id(joint->sides, item, joint->side, index, &value);
    xml_attribute(&joint->item, "id", buffer_string(&value));
    joint->failed |= value.failed;
    buffer_clear(&value);
}

static void add_value(struct joint *joint, const char *name, const char *value)
{
    const enum comparison_item item = reference_of(name);
    struct buffer ids = BUFFER_EMPTY;
    if (item != ITEMS)
        add_ids(joint, item, value, &ids);
    xml_attribute(&joint->item, name, item != ITEMS ? buffer_string(&ids) : value);
    joint->failed |= ids.failed;
    buffer_clear(&ids);
}

static void attribute(void *context, const char *name, const char *value)
{
    struct joint *joint = context;
    if (strcmp(name, "marking") == 0 || strcmp(name, "markings") == 0 ||
        strcmp(name, "pseudonym") == 0)
        return;
    if (joint->list == LISTS) {
        if (joint->side == NEW)
            xml_attribute(&joint->head, name, value);
    } else if (joint->depth == DEPTH_ITEM && strcmp(name, "id") == 0)
        add_id(joint, value);
    else
        add_value(joint, name, value);
}

static void text(void *context, const char *bytes, size_t length)
{
    struct joint *joint = context;
    if (joint->list < LISTS)
        xml_text(&joint->item, bytes, length);
    else if (joint->side == NEW)
        xml_text(&joint->head, bytes, length);
}

/* Adds the item that ends to its list. */
static void end_item(struct joint *joint)
{
    if (!joint->dropped)
        buffer_add(&joint->texts[joint->list], joint->item_text.bytes, joint->item_text.length);
    joint->failed |= joint->item_text.failed;
    buffer_clear(&joint->item_text);
    joint->item = (struct xml){.out = &joint->item_text};
}

static void end(void *context, const char *name)
{
    struct joint *joint = context;
    if (joint->depth >= DEPTH_ITEM && joint->list < LISTS) {
        xml_end(&joint->item, name);
        if (joint->depth == DEPTH_ITEM)
            end_item(joint);
    } else if (joint->list == LISTS && joint->side == NEW && joint->depth > DEPTH_ROOT)
        xml_end(&joint->head, name);
    if (joint->depth == DEPTH_LIST)
        joint->list = LISTS;
    joint->depth--;
}

static const struct xml_visitor visitor = {start, attribute, text, end, NULL, NULL};

/* --- what is told of a version */

static enum status withhold(bool **withheld, size_t count)
{
    *withheld = calloc(count + 1, sizeof **withheld);
    return *withheld != NULL ? STATUS_OK : STATUS_MEMORY;
}

/* Withholds what is not in KEPT; and claims by sources that are not. */
static enum status choose(const struct sides *sides, const struct scope *kept,
                          enum comparison_side side, struct withholding *withheld)
{
    const struct network *network = sides->networks[side];
    bool **elements = withheld->elements;
    withheld->level = level_count(network) - 1;
    TRY(withhold(&withheld->pseudonymous, network->sources.count));
    TRY(withhold(&elements[TRIVIA_SOURCE], network->sources.count));
    TRY(withhold(&elements[TRIVIA_VERTEX], network->vertices.count));
    TRY(withhold(&elements[TRIVIA_RELATION], network->relations.count));
    TRY(withhold(&elements[TRIVIA_CLAIM], network->claims.count));
    TRY(withhold(&elements[TRIVIA_STATEMENT], network->statements.count));
    for (uint32_t i = 0; i < network->sources.count; i++)
        elements[TRIVIA_SOURCE][i] = !scope_has(kept, ITEM_SOURCE, side, i);
    for (uint32_t i = 0; i < network->vertices.count; i++)
        elements[TRIVIA_VERTEX][i] = !scope_has(kept, ITEM_VERTEX, side, i);
    for (uint32_t i = 0; i < network->relations.count; i++)
        elements[TRIVIA_RELATION][i] = !scope_has(kept, ITEM_RELATION, side, i);
    for (uint32_t i = 0; i < network->claims.count; i++)
        elements[TRIVIA_CLAIM][i] = elements[TRIVIA_SOURCE][network->claims.items[i].by];
    for (uint32_t i = 0; i < network->statements.count; i++) /* parents and participants */
        elements[TRIVIA_STATEMENT][i] = true;
    return STATUS_OK;
}

static enum status tell(struct joint *joint, const struct scope *kept, enum comparison_side side)
{
    struct withholding withheld = {.level = 0};
    joint->side = side;
    joint->list = LISTS;
    enum status status = choose(joint->sides, kept, side, &withheld);
    if (status == STATUS_OK)
        status = writer_redact(joint->sides->networks[side], &withheld,
                               (struct xml){.visitor = &visitor, .context = joint});
    withholding_clear(&withheld);
    return status;
}

/* Adds the lists to the root element, and ends it. */
static void finish(struct joint *joint, struct buffer *out)
{
    for (unsigned i = 0; i < LISTS; i++) {
        const char *name = grammar_rules[lists[i]].name;
        if (joint->texts[i].length == 0)
            continue;
        xml_start(&joint->head, name);
        xml_text(&joint->head, "\n", 1); /* ends the start tag */
        buffer_add(out, joint->texts[i].bytes, joint->texts[i].length);
        xml_end(&joint->head, name);
        joint->failed |= joint->texts[i].failed;
    }
    xml_end(&joint->head, grammar_rules[RULE_NETWORK].name);
}

enum status joint_write(const struct sides *sides, const struct scope *kept, struct buffer *out)
{
    struct joint joint = {.sides = sides, .head = {.out = out}};
    joint.item.out = &joint.item_text;
    enum status status = tell(&joint, kept, NEW);
    if (status == STATUS_OK)
        status = tell(&joint, kept, OLD);
    if (status == STATUS_OK)
        finish(&joint, out);
    buffer_clear(&joint.item_text);
    for (unsigned i = 0; i < LISTS; i++)
        buffer_clear(&joint.texts[i]);
    return status != STATUS_OK || !joint.failed ? status : STATUS_MEMORY;
}
