/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/elements.h"

#include <string.h>

#include "base/text/utf8.h"
#include "format/xml/text.h"

enum { MAX_QUOTED = 40 }; /* bytes of unexpected text */

void elements_clear(struct elements *elements)
{
    buffer_clear(&elements->text);
}

static struct elements_entry *innermost(struct elements *elements)
{
    return elements->depth > 0 ? &elements->open[elements->depth - 1] : NULL;
}

static bool is_known(const struct rule_set *rules, const char *name)
{
    for (size_t i = 0; i < rules->count; i++)
        if (strcmp(rules->items[i].name, name) == 0)
            return true;
    return false;
}

static void advise_names(const struct rule_set *rules, int parent, struct buffer *out)
{
    struct buffer names = BUFFER_EMPTY;
    rule_list(rules, parent, &names);
    if (names.length > 0)
        buffer_format(out, "it may have %s", buffer_string(&names));
    buffer_clear(&names);
}

/* What to write instead of an element called NAME: what the vocabulary advises, the nearest name,
   or the names that there are, unless it only stands in the wrong place. */
static void advise(const struct rule_set *rules, const char *name, int parent, struct buffer *out)
{
    const char *nearest = rule_nearest(rules, name, parent);
    if (rules->advise != NULL)
        rules->advise(name, parent, out);
    if (out->length > 0)
        return;
    if (nearest != NULL && strcmp(nearest, name) != 0)
        buffer_format(out, "did you mean <%s>?", nearest);
    else if (!is_known(rules, name))
        advise_names(rules, parent, out);
}

static void reject_element(const struct rule_set *rules, struct document *document,
                           const char *name, int parent)
{
    if (parent == RULE_NONE) {
        document_error(document, NULL, MESSAGE_WRONG_ROOT,
                       "this is not %s: the root element is <%s>, not <%s>", rules->what, name,
                       rules->items[0].name);
        return;
    }
    struct buffer advice = BUFFER_EMPTY;
    advise(rules, name, parent, &advice);
    document_error(document, NULL, MESSAGE_UNKNOWN_ELEMENT, "<%s> is not allowed in <%s>%s%s",
                   name, rules->items[parent].name, advice.length > 0 ? "; " : "",
                   advice.length > 0 ? buffer_string(&advice) : "");
    buffer_clear(&advice);
}

/* Whether an element called NAME is allowed in one around the innermost. */
static bool is_allowed_outside(const struct elements *elements, const char *name)
{
    for (unsigned i = 0; i + 1 < elements->depth; i++)
        if (elements->open[i].rule != RULE_NONE &&
            rule_find(elements->rules, name, elements->open[i].rule, 0) != RULE_NONE)
            return true;
    return false;
}

/* Suspects that the innermost element was not closed before the element called NAME. */
static void suspect(struct elements *elements, struct document *document, const char *name)
{
    const struct elements_entry *parent = innermost(elements);
    if (parent == NULL || !is_allowed_outside(elements, name))
        return;
    const struct suspicion suspicion = {.depth = elements->depth,
                                        .name = elements->rules->items[parent->rule].name,
                                        .from = parent->place,
                                        .child = name,
                                        .at = document_place(document, NULL)};
    suspicion_begin(&elements->suspicion, document, &suspicion);
}

/* Checks that the children of an ordered element come in the order of their rules. */
static void check_order(const struct rule_set *rules, struct document *document,
                        struct elements_entry *parent, size_t rule)
{
    const char *name = rules->items[rule].name;
    if (rule < parent->last_child)
        document_error(document, NULL, MESSAGE_ELEMENT_ORDER, "<%s> must come before <%s>", name,
                       rules->items[parent->last_child].name);
    else if (rule == parent->last_child && rules->items[rule].once)
        document_error(document, NULL, MESSAGE_DUPLICATE_ELEMENT,
                       "duplicate <%s>; merge it into the first", name);
    else
        parent->last_child = rule;
}

/* The rule of an element called NAME in an element of rule PARENT. Tries the rule of the previous
   one first, because most siblings are alike. */
static int find_rule(struct elements *elements, const char *name, int parent)
{
    size_t *last_rule = &elements->last_rule[parent + 1];
    int rule = rule_find(elements->rules, name, parent, *last_rule);
    if (rule != RULE_NONE)
        *last_rule = (size_t)rule;
    return rule;
}

/* The root element is in NAMESPACE, or in none if that is NULL. */
static void reject_root(const struct rule_set *rules, struct document *document, const char *name,
                        const char *namespace)
{
    const char *root = rules->items[0].name;
    if (strcmp(name, root) != 0)
        document_error(document, NULL, MESSAGE_WRONG_NAMESPACE,
                       "this is not %s: the root element is <%s>, not <%s xmlns=\"%s\">",
                       rules->what, name, root, rules->namespace);
    else if (namespace == NULL || document_is_foreign(document))
        document_error(document, NULL, MESSAGE_WRONG_NAMESPACE,
                       "<%s> has %s namespace; write <%s xmlns=\"%s\">", name,
                       namespace == NULL ? "no" : "the wrong", root, rules->namespace);
    else
        document_error(document, NULL, MESSAGE_WRONG_NAMESPACE,
                       "<%s> has the wrong namespace, \"%.*s\"; write <%s xmlns=\"%s\">", name,
                       (int)utf8_cut(namespace, MAX_QUOTED), namespace, root, rules->namespace);
}

static void reject_namespace(const struct rule_set *rules, struct document *document,
                             const char *name, const char *namespace)
{
    if (namespace == NULL)
    namespace = "";
    document_error(document, NULL, MESSAGE_WRONG_NAMESPACE,
                   "<%s> has the wrong namespace, \"%.*s\"; remove its xmlns or prefix, so that "
                   "it has that of <%s>",
                   name, (int)utf8_cut(namespace, MAX_QUOTED), namespace, rules->items[0].name);
}

/* The rule of an element in PARENT, which is NULL for the root; RULE_NONE, after reporting an
   error, if it is not allowed there. */
static int find_allowed_rule(struct elements *elements, struct document *document,
                             struct elements_entry *parent, const char *name,
                             const char *namespace)
{
    const struct rule_set *rules = elements->rules;
    int parent_rule = parent != NULL ? parent->rule : RULE_NONE;
    if (parent != NULL && parent_rule == RULE_NONE)
        return RULE_NONE;
    if (namespace == NULL || strcmp(namespace, rules->namespace) != 0) {
        if (parent == NULL)
            reject_root(rules, document, name, namespace);
        else
            reject_namespace(rules, document, name, namespace);
        return RULE_NONE;
    }
    int rule = find_rule(elements, name, parent_rule);
    if (rule == RULE_NONE) {
        suspect(elements, document, name);
        reject_element(rules, document, name, parent_rule);
    } else if (parent != NULL && rules->items[parent_rule].ordered)
        check_order(rules, document, parent, (size_t)rule);
    return rule;
}

int elements_open(struct elements *elements, struct document *document, const char *name,
                  const char *namespace)
{
    const struct message_place place = document_place(document, NULL);
    uint32_t max = document->limits->depth;
    if (elements->depth >= max || elements->depth >= READER_MAX_DEPTH) {
        document_report_limit(document, &place, "limit-depth",
                              "elements are nested more than %u levels deep", (unsigned)max);
        return RULE_NONE;
    }
    int rule = find_allowed_rule(elements, document, innermost(elements), name, namespace);
    elements->open[elements->depth++] =
        (struct elements_entry){rule, 0, elements->text.length, place, {0, 0, false}};
    return rule;
}

void elements_add_text(struct elements *elements, struct document *document, const char *text,
                       size_t length)
{
    const struct elements_entry *element = innermost(elements);
    if (element == NULL || element->rule == RULE_NONE)
        return;
    const struct rule_element *rule = &elements->rules->items[element->rule];
    /* White space between the elements of a list can be long; it is not text. */
    if (!rule->text && text_is_blank(text, length))
        return;
    buffer_add(&elements->text, text, length);
    if (elements->text.failed)
        document_raise(document, STATUS_MEMORY);
    if (elements->text.length - element->text > document->limits->text)
        document_report_limit(document, &element->place, "limit-text",
                              "<%s> has more than %lu bytes of text", rule->name,
                              (unsigned long)document->limits->text);
}

size_t elements_text_length(struct elements *elements)
{
    struct elements_entry *element = innermost(elements);
    if (element == NULL || element->text == elements->text.length)
        return 0;
    return text_count_on(&element->length, elements->text.bytes + element->text,
                         elements->text.length - element->text);
}

/* Folds the text of ELEMENT and checks it; NULL if memory is exhausted. */
static const char *finish_text(struct elements *elements, struct document *document,
                               const struct elements_entry *element)
{
    buffer_char(&elements->text, '\0');
    if (elements->text.failed)
        return NULL;
    char *text = elements->text.bytes + element->text;
    text_fold(text);
    uint32_t control = text_replace_bidi_controls(text, text + strlen(text));
    if (control != 0)
        document_warn_direction(document, &element->place, control);
    const struct rule_element *rule = &elements->rules->items[element->rule];
    if (text[0] != '\0' && !rule->text)
        document_error_at(document, &element->place, MESSAGE_UNEXPECTED_TEXT,
                          "text is not allowed in <%s>: \"%.*s\"", rule->name,
                          (int)utf8_cut(text, MAX_QUOTED), text);
    return text;
}

int elements_close(struct elements *elements, struct document *document, const char **text)
{
    if (elements->depth == 0)
        return RULE_NONE;
    if (elements->depth == elements->suspicion.depth)
        suspicion_refute(&elements->suspicion, document);
    const struct elements_entry *element = &elements->open[--elements->depth];
    int rule = element->rule;
    *text = rule != RULE_NONE ? finish_text(elements, document, element) : NULL;
    if (rule != RULE_NONE && *text == NULL) {
        document_raise(document, STATUS_MEMORY);
        return RULE_NONE;
    }
    elements->text.length = element->text;
    return rule;
}
