/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/transcript/script.h"

#include <stdarg.h>
#include <string.h>

#include "base/text/suggestion.h"
#include "format/transcript/shape.h"
#include "model/attributes.h"

/* Children of one kind that are still to be written. */
struct script_list {
    enum grammar_rule rule;
    const json_t *value; /* an array of them, or one */
    size_t next;         /* index of the next one */
    size_t ordinal;      /* of its object, if it is one */
};

/* What an object has. */
struct members {
    const json_t *attributes[READER_MAX_ATTRIBUTES];
    const json_t *text, *order;
    size_t text_ordinal;
    struct script_list lists[RULES];
    size_t list_count;
};

void script_clear(struct script *script)
{
    buffer_clear(&script->path);
}

/* --- messages */

/* Of a value that is no object: that of the object that was opened last. */
static size_t ordinal_before(size_t ordinal)
{
    return ordinal > 0 ? ordinal - 1 : 0;
}

static struct message_place find_place(const struct script *script, size_t ordinal)
{
    struct script_place place = script->fixed;
    if (script->places != NULL && ordinal < script->place_count)
        place = script->places[ordinal];
    return (struct message_place){script->input->name, place.line, place.column};
}

enum status script_report(struct script *script, size_t ordinal, const char *format, ...)
{
    const struct message_place place = find_place(script, ordinal);
    struct messages *messages = script->input->messages;
    struct buffer text = BUFFER_EMPTY;
    const bool rooted = script->path.length > 0;
    va_list list;
    va_start(list, format);
    buffer_format_list(&text, format, list);
    va_end(list);
    if (exchange_has(script->input->settings, "keep-going")) {
        messages_warning(messages, &place, MESSAGE_BAD_ROW, "%s%s%s",
                         buffer_string(&script->path), rooted ? ": " : "", buffer_string(&text));
        losses_add(script->input->losses, "members that cannot be understood", 1);
    } else {
        messages_error(messages, &place, MESSAGE_BAD_ROW, "%s%s%s", buffer_string(&script->path),
                       rooted ? ": " : "", buffer_string(&text));
        script->wrong = true;
    }
    const enum status status = buffer_status(&text);
    buffer_clear(&text);
    return status;
}

static void offer_members(struct suggestion *suggestion, enum grammar_rule rule,
                          struct buffer *key)
{
    const char *const *attributes = grammar_rules[rule].attributes;
    for (size_t i = 0; attributes[i] != NULL; i++)
        suggestion_offer(suggestion, shape_attribute_key(attributes[i]));
    if (grammar_rules[rule].text)
        suggestion_offer(suggestion, SHAPE_TEXT);
    for (int i = 0; i < RULES; i++)
        if ((grammar_rules[i].parents >> rule & 1) != 0) {
            key->length = 0;
            shape_add_key(key, (enum grammar_rule)i);
            /* A suggestion must outlive the key. */
            const char *before = suggestion->best;
            suggestion_offer(suggestion, buffer_string(key));
            if (suggestion->best != before)
                return;
        }
}

static enum status report_unknown(struct script *script, enum grammar_rule rule, const char *key,
                                  size_t ordinal)
{
    struct suggestion suggestion;
    struct buffer known = BUFFER_EMPTY;
    enum status status;
    suggestion_init(&suggestion, key);
    offer_members(&suggestion, rule, &known);
    if (suggestion.best != NULL)
        status =
            script_report(script, ordinal, "\"%s\" has no member \"%s\"; did you mean \"%s\"?",
                          grammar_rules[rule].name, key, suggestion.best);
    else
        status = script_report(script, ordinal, "\"%s\" has no member \"%s\"; remove it",
                               grammar_rules[rule].name, key);
    buffer_clear(&known);
    return status;
}

/* --- values */

static bool add_strings(struct buffer *out, const json_t *array)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        if (!json_is_string(item))
            return false;
        buffer_text(out, i > 0 ? " " : "");
        buffer_text(out, json_string_value(item));
    }
    return true;
}

bool script_scalar(struct buffer *out, const json_t *value)
{
    char number[64];
    out->length = 0;
    switch (json_typeof(value)) {
    case JSON_STRING: buffer_text(out, json_string_value(value)); return true;
    case JSON_TRUE: buffer_text(out, "yes"); return true;
    case JSON_FALSE: buffer_text(out, "no"); return true;
    case JSON_ARRAY: return add_strings(out, value);
    case JSON_INTEGER:
    case JSON_REAL: {
        const size_t length =
            json_dumpb(value, number, sizeof number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
        buffer_add(out, number, length < sizeof number ? length : 0);
        return true;
    }
    default: return false;
    }
}

/* The number of objects in VALUE. */
static size_t count_objects(const json_t *value)
{
    size_t count = json_is_object(value), index;
    const char *key;
    json_t *item;
    if (json_is_object(value)) {
        json_object_foreach((json_t *)(uintptr_t)value, key, item) count += count_objects(item);
        (void)key;
    } else if (json_is_array(value)) {
        json_array_foreach(value, index, item) count += count_objects(item);
    }
    return count;
}

/* The same, as far as places are known that they have to be counted for. */
static size_t count_places(const struct script *script, const json_t *value)
{
    return script->places != NULL ? count_objects(value) : 0;
}

/* --- an object */

/* Files VALUE, the member KEY of an object, whose first object is the one numbered ORDINAL. */
static enum status take_member(struct script *script, enum grammar_rule rule, const char *key,
                               const json_t *value, struct members *members, size_t ordinal,
                               size_t own)
{
    const bool root = rule == RULE_NETWORK;
    const int attribute = shape_find_attribute(rule, key);
    const int group =
        attribute == RULE_NONE ? shape_find_group(rule, key, strlen(key)) : RULE_NONE;
    const char *text = shape_is_part(rule) ? grammar_rules[rule].name : SHAPE_TEXT;
    if (json_is_null(value) || strcmp(key, SHAPE_TYPE) == 0)
        return STATUS_OK;
    if (root && (strcmp(key, SHAPE_FORMAT) == 0 || strcmp(key, SHAPE_SCHEMA) == 0))
        return STATUS_OK;
    if (attribute != RULE_NONE) {
        members->attributes[attribute] = value;
    } else if (group != RULE_NONE) {
        members->lists[members->list_count++] =
            (struct script_list){(enum grammar_rule)group, value, 0, ordinal};
    } else if (grammar_rules[rule].text && strcmp(key, text) == 0) {
        members->text = value;
        members->text_ordinal = ordinal;
    } else if (strcmp(key, SHAPE_ORDER) == 0) {
        members->order = value;
    } else {
        return report_unknown(script, rule, key, own);
    }
    return STATUS_OK;
}

static enum status take_members(struct script *script, enum grammar_rule rule,
                                const json_t *object, struct members *members, size_t ordinal)
{
    size_t next = ordinal + 1;
    const char *key;
    json_t *value;
    memset(members, 0, sizeof *members);
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        TRY(take_member(script, rule, key, value, members, next, ordinal));
        next += count_places(script, value);
    }
    return STATUS_OK;
}

static enum status write_attributes(struct script *script, enum grammar_rule rule,
                                    const struct members *members, size_t ordinal)
{
    const char *const *names = grammar_rules[rule].attributes;
    struct buffer value = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    for (size_t i = 0; names[i] != NULL && status == STATUS_OK; i++) {
        if (members->attributes[i] == NULL)
            continue;
        if (script_scalar(&value, members->attributes[i]))
            xml_attribute(&script->xml, names[i], buffer_string(&value));
        else
            status = script_report(script, ordinal,
                                   "\"%s\" must be a string, a number, true or false, or a list "
                                   "of strings",
                                   shape_attribute_key(names[i]));
    }
    if (status == STATUS_OK)
        status = buffer_status(&value);
    buffer_clear(&value);
    return status;
}

/* --- texts */

/* The child of RULE that the part OBJECT is: it has a member of that name. */
static int find_part(enum grammar_rule rule, const json_t *object)
{
    for (int i = 0; i < RULES; i++)
        if ((grammar_rules[i].parents >> rule & 1) != 0 &&
            json_object_get(object, grammar_rules[i].name) != NULL)
            return i;
    return RULE_NONE;
}

/* Writes an item of a text. */
static enum status write_piece(struct script *script, enum grammar_rule rule, const json_t *piece,
                               size_t ordinal)
{
    if (json_is_string(piece)) {
        xml_text(&script->xml, json_string_value(piece), json_string_length(piece));
        return STATUS_OK;
    }
    const int part = json_is_object(piece) ? find_part(rule, piece) : RULE_NONE;
    if (part == RULE_NONE)
        return script_report(script, ordinal,
                             "\"" SHAPE_TEXT "\" must be a string, or a list of "
                             "strings and of objects with a member \"quote\"");
    if (shape_is_part((enum grammar_rule)part))
        TRY(script_element(script, (enum grammar_rule)part, piece, ordinal));
    else
        TRY(script_element(script, (enum grammar_rule)part,
                           json_object_get(piece, grammar_rules[part].name), ordinal + 1));
    return STATUS_OK;
}

static enum status write_text(struct script *script, enum grammar_rule rule, const json_t *text,
                              size_t ordinal)
{
    size_t next = ordinal;
    if (text == NULL)
        return STATUS_OK;
    if (!json_is_array(text))
        return write_piece(script, rule, text, ordinal);
    for (size_t i = 0; i < json_array_size(text); i++) {
        TRY(write_piece(script, rule, json_array_get(text, i), next));
        next += count_places(script, json_array_get(text, i));
    }
    return STATUS_OK;
}

/* --- children */

/* The element of an item of the list LIST. */
static enum status find_type(struct script *script, enum grammar_rule list, const json_t *item,
                             size_t ordinal, int *rule)
{
    const char *type = json_string_value(json_object_get(item, SHAPE_TYPE));
    *rule = RULE_NONE;
    if (!shape_is_mixed(list))
        for (int i = 0; i < RULES; i++)
            if ((grammar_rules[i].parents >> list & 1) != 0)
                *rule = i;
    if (*rule != RULE_NONE)
        return STATUS_OK;
    if (type == NULL)
        return script_report(script, ordinal,
                             "the member \"" SHAPE_TYPE "\" is missing, such as "
                             "\"state\" of an actor or \"contact\" of a relation");
    *rule = shape_find_child(list, type);
    if (*rule == RULE_NONE)
        return script_report(script, ordinal, "\"%s\" is not a type of what can be in \"%s\"",
                             type, grammar_rules[list].name);
    return STATUS_OK;
}

static void add_index(struct buffer *path, size_t index)
{
    buffer_char(path, '[');
    buffer_integer(path, (long long)index);
    buffer_char(path, ']');
}

static enum status write_list_item(struct script *script, enum grammar_rule list,
                                   const json_t *item, size_t ordinal)
{
    int rule;
    if (!json_is_object(item))
        return script_report(script, ordinal_before(ordinal),
                             "an item of \"%s\" must be an object", grammar_rules[list].name);
    TRY(find_type(script, list, item, ordinal, &rule));
    return rule != RULE_NONE ? script_element(script, (enum grammar_rule)rule, item, ordinal)
                             : STATUS_OK;
}

/* Writes an element that is nothing but a list. */
static enum status write_list(struct script *script, enum grammar_rule list, const json_t *value,
                              size_t ordinal)
{
    const size_t length = script->path.length;
    if (!json_is_array(value))
        return script_report(script, ordinal_before(ordinal), "\"%s\" must be a list",
                             grammar_rules[list].name);
    xml_start(&script->xml, grammar_rules[list].name);
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *item = json_array_get(value, i);
        script->path.length = length;
        buffer_text(&script->path, grammar_rules[list].name);
        add_index(&script->path, i);
        TRY(write_list_item(script, list, item, ordinal));
        ordinal += count_places(script, item);
    }
    script->path.length = length;
    if (script->path.bytes != NULL)
        script->path.bytes[length] = '\0';
    xml_end(&script->xml, grammar_rules[list].name);
    return STATUS_OK;
}

/* Writes the next child of LIST, if there is one. */
static enum status write_next(struct script *script, struct script_list *list)
{
    const bool many = json_is_array(list->value);
    const json_t *item = many ? json_array_get(list->value, list->next) : list->value;
    const size_t length = script->path.length;
    buffer_text(&script->path, length > 0 ? "." : "");
    shape_add_key(&script->path, list->rule);
    if (many)
        add_index(&script->path, list->next);
    TRY(script_element(script, list->rule, item, list->ordinal));
    script->path.length = length;
    if (script->path.bytes != NULL)
        script->path.bytes[length] = '\0';
    list->ordinal += count_places(script, item);
    list->next++;
    return STATUS_OK;
}

static bool has_next(const struct script_list *list)
{
    return list->next < (json_is_array(list->value) ? json_array_size(list->value) : 1);
}

static enum status write_rest(struct script *script, struct script_list *list)
{
    if (shape_is_list(list->rule))
        return write_list(script, list->rule, list->value, list->ordinal);
    while (has_next(list))
        TRY(write_next(script, list));
    return STATUS_OK;
}

/* Writes the children that "order" names, in its order. */
static enum status write_in_order(struct script *script, enum grammar_rule rule,
                                  struct members *members)
{
    for (size_t i = 0; i < json_array_size(members->order); i++) {
        const json_t *name = json_array_get(members->order, i);
        const int group = json_is_string(name) ? shape_find_group(rule, json_string_value(name),
                                                                  json_string_length(name))
                                               : RULE_NONE;
        for (size_t j = 0; j < members->list_count; j++)
            if ((int)members->lists[j].rule == group && has_next(&members->lists[j]) &&
                !shape_is_list(members->lists[j].rule))
                TRY(write_next(script, &members->lists[j]));
    }
    return STATUS_OK;
}

static enum status write_children(struct script *script, enum grammar_rule rule,
                                  struct members *members)
{
    if (grammar_rules[rule].ordered) {
        for (int i = 0; i < RULES; i++)
            for (size_t j = 0; j < members->list_count; j++)
                if ((int)members->lists[j].rule == i)
                    TRY(write_rest(script, &members->lists[j]));
        return STATUS_OK;
    }
    TRY(write_in_order(script, rule, members));
    for (size_t i = 0; i < members->list_count; i++)
        TRY(write_rest(script, &members->lists[i]));
    return STATUS_OK;
}

/* --- an element */

static enum status write_object(struct script *script, enum grammar_rule rule,
                                const json_t *object, size_t ordinal)
{
    struct members members;
    TRY(take_members(script, rule, object, &members, ordinal));
    TRY(write_attributes(script, rule, &members, ordinal));
    TRY(write_children(script, rule, &members));
    return write_text(script, rule, members.text, members.text_ordinal);
}

enum status script_element(struct script *script, enum grammar_rule rule, const json_t *object,
                           size_t ordinal)
{
    const struct message_place place = find_place(script, ordinal);
    const bool is_text = json_is_string(object) && grammar_rules[rule].text;
    enum status status = STATUS_OK;
    if (json_is_null(object))
        return STATUS_OK;
    if (!json_is_object(object) && !is_text)
        return script_report(script, ordinal_before(ordinal), "this must be an object");
    xml_place(&script->xml, place.line, place.column);
    xml_start(&script->xml, grammar_rules[rule].name);
    if (is_text)
        status = write_text(script, rule, object, ordinal);
    else
        status = write_object(script, rule, object, ordinal);
    xml_end(&script->xml, grammar_rules[rule].name);
    return status;
}

enum status script_group(struct script *script, enum grammar_rule rule, const json_t *value,
                         size_t ordinal)
{
    struct script_list list = {rule, value, 0, ordinal};
    return write_rest(script, &list);
}
