/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/values.h"

#include <stdio.h>
#include <string.h>

#include "base/text/suggestion.h"
#include "base/text/utf8.h"
#include "format/xml/text.h"

static void reject_attribute(struct document *document, const struct rule_set *rules,
                             const struct rule_element *rule, const char *name)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, name);
    for (int i = 0; rule->attributes[i] != NULL; i++)
        suggestion_offer(&suggestion, rule->attributes[i]);
    if (rule_find(rules, name, (int)(rule - rules->items), 0) != RULE_NONE)
        document_error(document, name, MESSAGE_UNKNOWN_ATTRIBUTE,
                       "<%s> has no attribute \"%s\"; write it as an element in it, <%s>",
                       rule->name, name, name);
    else if (suggestion.best != NULL)
        document_error(document, name, MESSAGE_UNKNOWN_ATTRIBUTE,
                       "<%s> has no attribute \"%s\"; did you mean \"%s\"?", rule->name, name,
                       suggestion.best);
    else
        document_error(document, name, MESSAGE_UNKNOWN_ATTRIBUTE, "<%s> has no attribute \"%s\"",
                       rule->name, name);
}

/* The pointers by which libxml2 describes an attribute. */
enum {
    ATTRIBUTE_NAME,
    ATTRIBUTE_PREFIX,
    ATTRIBUTE_NAMESPACE,
    ATTRIBUTE_VALUE,
    ATTRIBUTE_END,
    ATTRIBUTE_POINTERS
};

/* The name with its prefix, if any, which is written to ROOM. Names longer than any known one are
   truncated. */
static const char *full_name(const xmlChar *const *attribute, char *room, size_t size)
{
    const char *prefix = (const char *)attribute[ATTRIBUTE_PREFIX];
    const char *name = (const char *)attribute[ATTRIBUTE_NAME];
    if (prefix == NULL)
        return name;
    size_t max = size / 2 - 1;
    snprintf(room, size, "%.*s:%.*s", (int)utf8_cut(prefix, max), prefix,
             (int)utf8_cut(name, max), name);
    return room;
}

/* Whether an attribute is one that XML editors add, and that has no meaning here: white space is
   always folded, paths don't depend on a base, and the schema is fixed. */
static bool is_ignored(const xmlChar *const *attribute)
{
    static const char *const ignored[][2] = {
        {"http://www.w3.org/XML/1998/namespace", "space"},
        {"http://www.w3.org/XML/1998/namespace", "base"},
        {"http://www.w3.org/2001/XMLSchema-instance", "schemaLocation"},
        {"http://www.w3.org/2001/XMLSchema-instance", "noNamespaceSchemaLocation"},
    };
    const char *namespace = (const char *)attribute[ATTRIBUTE_NAMESPACE];
    const char *name = (const char *)attribute[ATTRIBUTE_NAME];
    for (size_t i = 0; namespace != NULL && i < sizeof ignored / sizeof *ignored; i++)
        if (strcmp(namespace, ignored[i][0]) == 0 && strcmp(name, ignored[i][1]) == 0)
            return true;
    return false;
}

char *values_decode(char *to, const char *value, const char *end)
{
    static const char ampersand[] = "&#38;";
    const size_t length = sizeof ampersand - 1;
    while (value < end) {
        const char *next = memchr(value, '&', (size_t)(end - value));
        const char *plain = next != NULL ? next : end;
        memcpy(to, value, (size_t)(plain - value));
        to += plain - value;
        value = plain;
        if (value == end)
            break;
        bool escaped = (size_t)(end - value) >= length && memcmp(value, ampersand, length) == 0;
        *to++ = '&';
        value += escaped ? length : 1;
    }
    *to++ = '\0';
    return to;
}

static void replace_bidi_controls(struct document *document, const char *name, char *value,
                                  const char *end)
{
    uint32_t control = text_replace_bidi_controls(value, end);
    if (control == 0)
        return;
    const struct message_place place = document_place(document, name);
    document_warn_direction(document, &place, control);
}

/* Makes room for all values of a start tag in encoded form; NULL if memory is exhausted. */
static char *reserve_values(struct buffer *store, int count, const xmlChar *const *attributes)
{
    size_t size = 0;
    for (int i = 0; i < count; i++, attributes += ATTRIBUTE_POINTERS)
        size += (size_t)(attributes[ATTRIBUTE_END] - attributes[ATTRIBUTE_VALUE]) + 1;
    store->length = 0;
    return buffer_reserve(store, size);
}

void values_begin(const struct rule_element *rule, const char *values[])
{
    for (int i = 0; rule->attributes[i] != NULL; i++)
        values[i] = NULL;
}

static inline void take(struct document *document, const struct rule_set *rules,
                        const struct rule_element *rule, const char *name, char *value,
                        const char *end, int *next, const char *values[])
{
    const int entry = rule_find_attribute(rule, name, *next);
    if (entry == RULE_NONE) {
        reject_attribute(document, rules, rule, name);
        return;
    }
    replace_bidi_controls(document, name, value, end);
    values[entry] = value;
    *next = entry + 1;
}

void values_take(struct document *document, const struct rule_set *rules,
                 const struct rule_element *rule, const char *name, char *value, const char *end,
                 int *next, const char *values[])
{
    take(document, rules, rule, name, value, end, next, values);
}

void values_end(struct document *document, const struct rule_element *rule,
                const char *const values[])
{
    uint64_t required = rule->required;
    for (int i = 0; required != 0; i++, required >>= 1)
        if ((required & 1) != 0 && values[i] == NULL)
            document_error(document, NULL, MESSAGE_MISSING_ATTRIBUTE,
                           "<%s> requires the attribute \"%s\"", rule->name, rule->attributes[i]);
}

/* Copies the values of the attributes that are in RULE. */
static void store_values(struct buffer *store, struct document *document,
                         const struct rule_set *rules, const struct rule_element *rule, int count,
                         const xmlChar **attributes, const char *values[])
{
    char *to = reserve_values(store, count, attributes);
    if (to == NULL) {
        document_raise(document, STATUS_MEMORY);
        return;
    }
    for (int i = 0, next = 0; i < count; i++, attributes += ATTRIBUTE_POINTERS) {
        char room[256];
        if (is_ignored(attributes))
            continue;
        char *value = to;
        to = values_decode(to, (const char *)attributes[ATTRIBUTE_VALUE],
                           (const char *)attributes[ATTRIBUTE_END]);
        take(document, rules, rule, full_name(attributes, room, sizeof room), value, to - 1,
             &next, values);
    }
}

void values_copy(struct buffer *store, struct document *document, const struct rule_set *rules,
                 const struct rule_element *rule, int count, const xmlChar **attributes,
                 const char *values[])
{
    values_begin(rule, values);
    store_values(store, document, rules, rule, count, attributes, values);
    values_end(document, rule, values);
}

const char *values_find_id(struct buffer *store, struct document *document, int count,
                           const xmlChar **attributes)
{
    char *value = reserve_values(store, count, attributes);
    if (value == NULL)
        document_raise(document, STATUS_MEMORY);
    for (int i = 0; value != NULL && i < count; i++, attributes += ATTRIBUTE_POINTERS) {
        char room[256];
        if (strcmp(full_name(attributes, room, sizeof room), "id") != 0)
            continue;
        values_decode(value, (const char *)attributes[ATTRIBUTE_VALUE],
                      (const char *)attributes[ATTRIBUTE_END]);
        return value;
    }
    return NULL;
}
