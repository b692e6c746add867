/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/element.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "model/attributes.h"
#include "model/period.h"

/* The nodes are built by hand, with texts that belong to the network: building the element of the
   next relation allocates nothing once there is room for its claims. */
struct element_field {
    xmlAttr attribute;
    xmlNode text;
};

/* A child of the relation's element. */
struct element_child {
    xmlNode element, text;
    struct element_field fields[CLAIM_ATTRIBUTES];
};

struct element {
    const struct network *network; /* not owned */
    const struct date_span *span;
    xmlDoc document;
    xmlNs space, xml_space;
    xmlNode root;
    struct element_field fields[RELATION_ATTRIBUTES];
    struct element_child note;
    struct {
        struct element_child *items;
        size_t count, capacity; /* COUNT stays 0: the items are rebuilt for each relation */
    } claims;
    struct {
        struct element_child *items;
        size_t count, capacity; /* like CLAIMS, but COUNT is that of the relation's quotes */
    } quotes;
    struct buffer from, to; /* the values of these attributes */
};

static const char *const digits[] = {"", "1", "2", "3", "4", "5", "6", "7"};

/* libxml2's nodes have texts that are not const, but evaluation does not write to them. */
static xmlChar *borrow(const char *text)
{
    return (xmlChar *)(uintptr_t)text;
}

static xmlNode make_node(struct element *element, xmlElementType type, const char *name)
{
    return (xmlNode){.type = type, .name = borrow(name), .doc = &element->document};
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

static void add_text(struct element *element, xmlNode *parent, xmlNode *node, const char *text)
{
    *node = make_node(element, XML_TEXT_NODE, "text");
    node->content = borrow(text);
    append(parent, node);
}

/* Adds to NODE those of COUNT attributes whose value is neither NULL nor "". */
static void add_fields(struct element *element, xmlNode *node, struct element_field fields[],
                       const char *const names[], const char *const values[], size_t count)
{
    xmlAttr *last = NULL;
    for (size_t i = 0; i < count; i++) {
        if (values[i] == NULL || values[i][0] == '\0')
            continue;
        xmlAttr *attribute = &fields[i].attribute;
        *attribute = (xmlAttr){.type = XML_ATTRIBUTE_NODE,
                               .name = borrow(names[i]),
                               .parent = node,
                               .prev = last,
                               .doc = &element->document};
        /* An xmlAttr starts with the same members as an xmlNode; libxml2 casts it too. */
        add_text(element, (xmlNode *)attribute, &fields[i].text, values[i]);
        if (last != NULL)
            last->next = attribute;
        else
            node->properties = attribute;
        last = attribute;
    }
}

static void start_node(struct element *element, xmlNode *node, const char *name)
{
    *node = make_node(element, XML_ELEMENT_NODE, name);
    node->ns = &element->space;
}

/* Adds a child to PARENT. TEXT is a text of the network; 0: none. */
static void add_child(struct element *element, xmlNode *parent, struct element_child *child,
                      const char *name, uint32_t text)
{
    start_node(element, &child->element, name);
    append(parent, &child->element);
    if (text != 0)
        add_text(element, &child->element, &child->text, network_text(element->network, text));
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

static void add_quote(struct element *element, xmlNode *claim, const struct network_quote *quote)
{
    static const char *const names[] = {"lang"};
    struct element_child *child = &element->quotes.items[element->quotes.count++];
    const char *const values[] = {network_text(element->network, quote->language)};
    add_child(element, claim, child, "quote", quote->text);
    add_fields(element, &child->element, child->fields, names, values, 1);
    if (child->element.properties != NULL)
        child->element.properties->ns = &element->xml_space;
}

static void add_claim(struct element *element, struct element_child *child,
                      const struct network_claim *claim)
{
    const struct network *network = element->network;
    const struct network_citation *citation = network_citation(network, claim);
    const char *const values[CLAIM_ATTRIBUTES] = {
        [CLAIM_BY] = network_text(network, network->sources.items[claim->by].id),
        [CLAIM_STANCE] = vocabulary_stances.words[claim->stance],
        [CLAIM_HEDGED] = claim->hedged ? "yes" : NULL,
        [CLAIM_CREDIBILITY] = digits[claim->credibility],
        [CLAIM_DATE] = date_text(network, claim->date),
        [CLAIM_AT] = network_text(network, claim->at),
        [CLAIM_HREF] = network_text(network, claim->href),
        [CLAIM_ARCHIVED] = network_text(network, citation->archived),
    };
    add_child(element, &element->root, child, "claim", claim->note);
    add_fields(element, &child->element, child->fields, claim_attributes, values,
               CLAIM_ATTRIBUTES);
    for (uint32_t i = 0; i < citation->quote_count; i++)
        add_quote(element, &child->element, &network->quotes.items[citation->first_quote + i]);
}

static size_t count_quotes(const struct network *network, struct network_claims claims)
{
    size_t count = 0;
    for (size_t i = 0; i < claims.count; i++)
        count += network_citation(network, &claims.items[i])->quote_count;
    return count;
}

/* Sets LIST to the ids of ENDS, separated by spaces. */
static enum status join_ends(const struct element *element, struct network_ends ends,
                             struct buffer *list)
{
    list->length = 0;
    for (size_t i = 0; i < ends.count; i++) {
        if (i > 0)
            buffer_char(list, ' ');
        buffer_text(list, vertex_id(element->network, ends.items[i]));
    }
    return buffer_status(list);
}

static enum status add_relation_fields(struct element *element, uint32_t index)
{
    const struct network *network = element->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, index);
    TRY(join_ends(element, network_from(network, index), &element->from));
    TRY(join_ends(element, network_to(network, index), &element->to));
    const char *const values[RELATION_ATTRIBUTES] = {
        [RELATION_ID] = network_text(network, relation->id),
        [RELATION_FROM] = buffer_string(&element->from),
        [RELATION_TO] = buffer_string(&element->to),
        [RELATION_FORM] = network_text(network, relation->form),
        [RELATION_EVENT] = vertex_id(network, details->event),
        [RELATION_PLACE] = network_text(network, details->place),
        [RELATION_WHEN] = date_text(network, relation->when),
        [RELATION_MUTUAL] = vocabulary_yes_no.words[relation->mutual],
        [RELATION_WEIGHT] = digits[relation->weight],
        [RELATION_SIGN] = vocabulary_signs.words[relation->sign],
        [RELATION_TIER] = vocabulary_tiers.words[relation->tier],
        [RELATION_PHASE] = vocabulary_phases.words[relation->phase],
        [RELATION_HREF] = network_text(network, details->href),
    };
    add_fields(element, &element->root, element->fields, relation_attributes, values,
               RELATION_ATTRIBUTES);
    return STATUS_OK;
}

static void start_root(struct element *element, const char *name)
{
    start_node(element, &element->root, name);
    element->root.nsDef = &element->space;
    element->root.parent = (xmlNode *)&element->document;
}

enum status element_set(struct element *element, uint32_t relation, xmlNode **node)
{
    const struct network *network = element->network;
    const struct network_claims claims = network_claims(network, relation);
    uint32_t note = network_details(network, relation)->note;
    ARRAY_RESERVE(&element->claims, claims.count);
    element->quotes.count = 0;
    ARRAY_RESERVE(&element->quotes, count_quotes(network, claims));
    start_root(element, vocabulary_types.words[network->relations.items[relation].type]);
    TRY(add_relation_fields(element, relation));
    if (note != 0)
        add_child(element, &element->root, &element->note, "note", note);
    for (size_t i = 0; i < claims.count; i++)
        if (period_counts_claim(network, relation, &claims.items[i], element->span))
            add_claim(element, &element->claims.items[i], &claims.items[i]);
    *node = &element->root;
    return STATUS_OK;
}

struct element *element_new(const struct network *network, const struct date_span *span)
{
    struct element *element = calloc(1, sizeof *element);
    if (element == NULL)
        return NULL;
    element->network = network;
    element->span = span;
    element->document = (xmlDoc){.type = XML_DOCUMENT_NODE,
                                 .children = &element->root,
                                 .last = &element->root,
                                 .doc = &element->document};
    element->space = (xmlNs){.type = XML_NAMESPACE_DECL, .href = borrow(ATTRIBUTES_NAMESPACE)};
    element->xml_space =
        (xmlNs){.type = XML_NAMESPACE_DECL, .href = XML_XML_NAMESPACE, .prefix = borrow("xml")};
    return element;
}

void element_free(struct element *element)
{
    if (element == NULL)
        return;
    buffer_clear(&element->from);
    buffer_clear(&element->to);
    free(element->claims.items);
    free(element->quotes.items);
    free(element);
}

xmlDoc *element_document(struct element *element)
{
    return &element->document;
}
