/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/condition.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "model/attributes.h"
#include "query/condition/counting.h"
#include "query/condition/xpath.h"

enum { NO_ERROR = 0 };

/* Nodes of libxml2's tree that are made by hand: every text in them is lent, so that to make a
   relation's is to fill in some memory that is kept, without taking or freeing any. */
struct field {
    xmlAttr attribute;
    xmlNode text;
};

/* A child of the relation's element. */
struct child {
    xmlNode element, text;
    struct field fields[CLAIM_ATTRIBUTES];
};

struct condition {
    const struct network *network; /* lent */
    xmlXPathContextPtr context;
    xmlXPathCompExprPtr compiled;
    xmlDoc document;
    xmlNs namespace;
    xmlNode element; /* the present relation's */
    struct field fields[RELATION_ATTRIBUTES];
    struct child note;
    struct {
        struct child *items;
        size_t count, capacity; /* no count is kept: they are made anew each time */
    } claims;
    struct buffer to; /* the ids where the present relation leads */
    int error;        /* libxml2's code for what went wrong, or NO_ERROR */
    size_t offset;    /* where in the expression */
};

static const char *const digits[] = {"", "1", "2", "3", "4", "5", "6", "7"};

/* libxml2's nodes want text that may be written to; nothing writes to these. */
static xmlChar *lend(const char *text)
{
    return (xmlChar *)(uintptr_t)text;
}

static xmlNode make_node(struct condition *condition, xmlElementType type, const char *name)
{
    return (xmlNode){.type = type, .name = lend(name), .doc = &condition->document};
}

static void append(xmlNode *parent, xmlNode *child)
{
    child->parent = parent;
    child->prev = parent->last;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->children = child;
    parent->last = child;
}

static void add_text(struct condition *condition, xmlNode *parent, xmlNode *node,
                     const char *text)
{
    *node = make_node(condition, XML_TEXT_NODE, "text");
    node->content = lend(text);
    append(parent, node);
}

/* Gives ELEMENT those of COUNT attributes that have a value; "" is none. */
static void add_fields(struct condition *condition, xmlNode *element, struct field fields[],
                       const char *const names[], const char *const values[], size_t count)
{
    xmlAttr *last = NULL;
    for (size_t i = 0; i < count; i++) {
        if (values[i] == NULL || values[i][0] == '\0')
            continue;
        xmlAttr *attribute = &fields[i].attribute;
        *attribute = (xmlAttr){.type = XML_ATTRIBUTE_NODE,
                               .name = lend(names[i]),
                               .parent = element,
                               .prev = last,
                               .doc = &condition->document};
        /* An attribute begins as any node does: libxml2 itself takes one for the other. */
        add_text(condition, (xmlNode *)attribute, &fields[i].text, values[i]);
        if (last != NULL)
            last->next = attribute;
        else
            element->properties = attribute;
        last = attribute;
    }
}

static void start_element(struct condition *condition, xmlNode *element, const char *name)
{
    *element = make_node(condition, XML_ELEMENT_NODE, name);
    element->ns = &condition->namespace;
}

/* A child with the text number TEXT of the network, which may be 0: none. */
static void add_child(struct condition *condition, struct child *child, const char *name,
                      uint32_t text)
{
    start_element(condition, &child->element, name);
    append(&condition->element, &child->element);
    if (text != 0)
        add_text(condition, &child->element, &child->text,
                 network_text(condition->network, text));
}

static const char *date_text(const struct network *network, uint32_t date)
{
    return date == NETWORK_NONE ? NULL : network_text(network, network->dates.items[date].text);
}

static const char *vertex_id(const struct network *network, uint32_t vertex)
{
    return vertex == NETWORK_NONE ? NULL
                                  : network_text(network, network->vertices.items[vertex].id);
}

static void add_claim(struct condition *condition, struct child *child,
                      const struct network_claim *claim)
{
    const struct network *network = condition->network;
    const char *const values[CLAIM_ATTRIBUTES] = {
        [CLAIM_BY] = network_text(network, network->sources.items[claim->by].id),
        [CLAIM_STANCE] = vocabulary_stances.words[claim->stance],
        [CLAIM_HEDGED] = claim->hedged ? "yes" : NULL,
        [CLAIM_CREDIBILITY] = digits[claim->credibility],
        [CLAIM_DATE] = date_text(network, claim->date),
        [CLAIM_AT] = network_text(network, claim->at),
        [CLAIM_HREF] = network_text(network, claim->href),
    };
    add_child(condition, child, "claim", claim->note);
    add_fields(condition, &child->element, child->fields, claim_attributes, values,
               CLAIM_ATTRIBUTES);
}

/* Joins the ids of all ends but the first, where the relation starts. */
static enum status join_ends(struct condition *condition, struct network_ends ends)
{
    condition->to.length = 0;
    for (size_t i = 1; i < ends.count; i++) {
        if (i > 1)
            buffer_char(&condition->to, ' ');
        buffer_text(&condition->to, vertex_id(condition->network, ends.items[i]));
    }
    return buffer_status(&condition->to);
}

static enum status add_relation_fields(struct condition *condition, uint32_t index)
{
    const struct network *network = condition->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    struct network_ends ends = network_ends(network, index);
    TRY(join_ends(condition, ends));
    const char *const values[RELATION_ATTRIBUTES] = {
        [RELATION_ID] = network_text(network, relation->id),
        [RELATION_FROM] = ends.count > 0 ? vertex_id(network, ends.items[0]) : NULL,
        [RELATION_TO] = buffer_string(&condition->to),
        [RELATION_FORM] = network_text(network, relation->form),
        [RELATION_EVENT] = vertex_id(network, details->event),
        [RELATION_PLACE] = network_text(network, details->place),
        [RELATION_WHEN] = date_text(network, relation->when),
        [RELATION_MUTUAL] = vocabulary_answers.words[relation->mutual],
        [RELATION_WEIGHT] = digits[relation->weight],
        [RELATION_SIGN] = vocabulary_signs.words[relation->sign],
        [RELATION_TIER] = vocabulary_tiers.words[relation->tier],
        [RELATION_PHASE] = vocabulary_phases.words[relation->phase],
        [RELATION_HREF] = network_text(network, details->href),
    };
    add_fields(condition, &condition->element, condition->fields, relation_attributes, values,
               RELATION_ATTRIBUTES);
    return STATUS_OK;
}

/* Makes the element of the relation at INDEX, in place of the last one's. */
static enum status make_relation(struct condition *condition, uint32_t index)
{
    const struct network *network = condition->network;
    const struct network_claims claims = network_claims(network, index);
    uint32_t note = network_details(network, index)->note;
    ARRAY_ROOM(&condition->claims, claims.count);
    start_element(condition, &condition->element,
                  vocabulary_types.words[network->relations.items[index].type]);
    condition->element.nsDef = &condition->namespace;
    condition->element.parent = (xmlNode *)&condition->document;
    TRY(add_relation_fields(condition, index));
    if (note != 0)
        add_child(condition, &condition->note, "note", note);
    for (size_t i = 0; i < claims.count; i++)
        add_claim(condition, &condition->claims.items[i], &claims.items[i]);
    return STATUS_OK;
}

/* libxml2's words for an error don't come with it. The offset does while it reads an expression.
 */
static void take_error(void *user, LIBXML_ERROR *error)
{
    struct condition *condition = user;
    if (condition->error != NO_ERROR)
        return;
    condition->error = error->code;
    condition->offset = error->int1 > 0 ? (size_t)error->int1 : 0;
}

static const char *error_words(int code)
{
    switch (code - XML_XPATH_EXPRESSION_OK + XPATH_EXPRESSION_OK) {
    case XPATH_OP_LIMIT_EXCEEDED: return "the expression takes too many operations";
    case XPATH_RECURSION_LIMIT_EXCEEDED: return "the expression is nested too deep";
    default: return "this is no expression of XPath 1.0";
    }
}

static bool is_memory_error(int code)
{
    return code == NO_ERROR || code == XML_ERR_NO_MEMORY ||
           code == XPATH_MEMORY_ERROR - XPATH_EXPRESSION_OK + XML_XPATH_EXPRESSION_OK;
}

static enum status compile(struct condition *condition, const char *expression,
                           struct messages *messages)
{
    xmlXPathFreeCompExpr(condition->compiled);
    condition->compiled = xmlXPathCtxtCompile(condition->context, (const xmlChar *)expression);
    if (condition->compiled != NULL && condition->error == NO_ERROR)
        return STATUS_OK;
    if (is_memory_error(condition->error))
        return STATUS_MEMORY;
    size_t length = strlen(expression);
    xpath_tell(messages, expression, condition->offset < length ? condition->offset : length,
               error_words(condition->error));
    return STATUS_FAILURE;
}

static enum status make_context(struct condition *condition)
{
    xmlXPathContextPtr context = xmlXPathNewContext(&condition->document);
    if (context == NULL)
        return STATUS_MEMORY;
    condition->context = context;
    context->error = take_error;
    context->userData = condition;
    context->opLimit = CONDITION_MAX_OPERATIONS;
    context->flags = XML_XPATH_CHECKNS | XML_XPATH_NOVAR;
    if (xmlXPathContextSetCache(context, 1, -1, 0) != 0 ||
        xmlXPathRegisterNs(context, BAD_CAST XPATH_PREFIX, BAD_CAST ATTRIBUTES_NAMESPACE) != 0)
        return STATUS_MEMORY;
    return counting_register(context, ATTRIBUTES_NAMESPACE);
}

static void make_document(struct condition *condition)
{
    condition->document = (xmlDoc){.type = XML_DOCUMENT_NODE,
                                   .children = &condition->element,
                                   .last = &condition->element,
                                   .doc = &condition->document};
    condition->namespace =
        (xmlNs){.type = XML_NAMESPACE_DECL, .href = lend(ATTRIBUTES_NAMESPACE)};
}

/* As it was written, for the place of a fault; and so that what it does is counted. */
static enum status compile_both(struct condition *condition, const char *expression,
                                const char *counted, struct messages *messages)
{
    TRY(compile(condition, expression, messages));
    return compile(condition, counted, messages);
}

static enum status make_condition(struct condition **condition, const char *expression,
                                  const char *counted, const struct network *network,
                                  struct messages *messages)
{
    struct condition *made = calloc(1, sizeof *made);
    if (made == NULL)
        return STATUS_MEMORY;
    made->network = network;
    make_document(made);
    enum status status = make_context(made);
    if (status == STATUS_OK)
        status = compile_both(made, expression, counted, messages);
    if (status == STATUS_OK)
        *condition = made;
    else
        condition_free(made);
    return status;
}

enum status condition_new(struct condition **condition, const char *expression,
                          const struct network *network, struct messages *messages)
{
    struct buffer counted = BUFFER_EMPTY;
    enum status status = xpath_check(expression, &counted, messages);
    if (status == STATUS_OK)
        status =
            make_condition(condition, expression, buffer_string(&counted), network, messages);
    buffer_clear(&counted);
    return status;
}

void condition_free(struct condition *condition)
{
    if (condition == NULL)
        return;
    xmlXPathFreeCompExpr(condition->compiled);
    xmlXPathFreeContext(condition->context);
    buffer_clear(&condition->to);
    free(condition->claims.items);
    free(condition);
}

enum status condition_holds(struct condition *condition, uint32_t relation, bool *holds,
                            struct messages *messages)
{
    xmlXPathContextPtr context = condition->context;
    TRY(make_relation(condition, relation));
    context->node = &condition->element;
    context->contextSize = 1;
    context->proximityPosition = 1;
    context->opCount = 0;
    condition->error = NO_ERROR;
    int result = xmlXPathCompiledEvalToBoolean(condition->compiled, context);
    *holds = result == 1;
    if (result >= 0 && condition->error == NO_ERROR)
        return STATUS_OK;
    if (is_memory_error(condition->error))
        return STATUS_MEMORY;
    const struct network *network = condition->network;
    messages_setting(messages, "where", MESSAGE_CONDITION_FAILED, "at the relation \"%s\": %s",
                     network_text(network, network->relations.items[relation].id),
                     error_words(condition->error));
    return STATUS_FAILURE;
}
