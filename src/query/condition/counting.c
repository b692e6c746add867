/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/counting.h"

#include <libxml/tree.h>
#include <libxml/xpathInternals.h>
#include <stdbool.h>
#include <string.h>

#include "query/condition/xpath.h"

static double length_of(const void *text)
{
    size_t length = text != NULL ? strlen(text) : 0;
    return (double)length;
}

/* The number of bytes of text in NODE, an element, an attribute or a text. */
static double node_length(const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        return length_of(node->content);
    double length = 0;
    if (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE)
        for (const xmlNode *child = node->children; child != NULL; child = child->next)
            length += node_length(child);
    return length;
}

static double node_count(const xmlXPathObject *value)
{
    bool nodes = value->type == XPATH_NODESET && value->nodesetval != NULL;
    return nodes ? value->nodesetval->nodeNr : 1;
}

static double value_length(const xmlXPathObject *value)
{
    double length = 0;
    if (value->type == XPATH_STRING)
        return length_of(value->stringval);
    if (value->type == XPATH_NODESET && value->nodesetval != NULL)
        for (int i = 0; i < value->nodesetval->nodeNr; i++)
            length += node_length(value->nodesetval->nodeTab[i]);
    return length;
}

static double all_lengths(const xmlXPathObjectPtr *values, int count)
{
    double length = 0;
    for (int i = 0; i < count; i++)
        length += value_length(values[i]);
    return length;
}

/* The work of searching for one string in another: libxml2 compares them at each occurrence of
   the first byte. */
static double search_work(const xmlXPathObjectPtr *values)
{
    const char *text = (const char *)values[0]->stringval;
    const char *wanted = (const char *)values[1]->stringval;
    double places = 0;
    if (values[0]->type != XPATH_STRING || values[1]->type != XPATH_STRING || wanted[0] == '\0')
        return all_lengths(values, 2);
    for (const char *at = strchr(text, wanted[0]); at != NULL; at = strchr(at + 1, wanted[0]))
        places++;
    return all_lengths(values, 2) + places * length_of(wanted);
}

/* Each node of one set may be compared with each of the other, up to the length of the shorter
   text. */
static double nodes_work(const xmlXPathObjectPtr *values, int count)
{
    double work = all_lengths(values, count);
    if (count < 2)
        return work;
    double left = node_count(values[0]), right = node_count(values[1]);
    double there = right * value_length(values[0]), back = left * value_length(values[1]);
    return work + left * right + (there < back ? there : back);
}

/* Each node is compared with each of those before it, and they are sorted. */
static double union_work(const xmlXPathObjectPtr *values, int count)
{
    double nodes = 0;
    for (int i = 0; i < count; i++)
        nodes += node_count(values[i]);
    return nodes * nodes;
}

static double bytes_of_work(enum xpath_work work, const xmlXPathObjectPtr *values, int count)
{
    switch (work) {
    case XPATH_WORK_CONSTANT: return 0;
    case XPATH_WORK_LENGTH: return all_lengths(values, count);
    case XPATH_WORK_JOIN: return all_lengths(values, count) * count;
    case XPATH_WORK_MAP: return value_length(values[0]) * (1 + value_length(values[1]));
    case XPATH_WORK_SEARCH: return search_work(values);
    case XPATH_WORK_NODES: return nodes_work(values, count);
    case XPATH_WORK_UNION: return union_work(values, count);
    }
    return 0;
}

/* Whether the limit allows BYTES of work more; if not, that is an error. */
static bool can_afford(xmlXPathParserContextPtr parser, double bytes)
{
    xmlXPathContextPtr context = parser->context;
    double left = (double)context->opLimit - (double)context->opCount;
    if (bytes / COUNTING_BYTES > left) {
        xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
        return false;
    }
    return true;
}

/* Adds BYTES of work to the count of operations. */
static bool charge(xmlXPathParserContextPtr parser, double bytes)
{
    if (!can_afford(parser, bytes))
        return false;
    parser->context->opCount += (unsigned long)(bytes / COUNTING_BYTES);
    return true;
}

/* The bytes of the string of a node-set, which is that of its first node. */
static double string_length(xmlXPathObjectPtr value)
{
    if (value->nodesetval == NULL || value->nodesetval->nodeNr == 0)
        return 0;
    xmlXPathNodeSetSort(value->nodesetval);
    return node_length(value->nodesetval->nodeTab[0]);
}

/* Replaces each argument that is a node-set with its string, as the functions would. Nothing is
   copied that the limit does not allow to examine: one text may be the argument thousands of
   times. */
static bool convert_to_text(xmlXPathParserContextPtr parser, xmlXPathObjectPtr *values, int count)
{
    double copied = 0;
    for (int i = 0; i < count; i++) {
        if (values[i]->type != XPATH_NODESET)
            continue;
        copied += string_length(values[i]);
        if (!can_afford(parser, copied))
            return false;
        values[i] = xmlXPathConvertString(values[i]);
        if (values[i] == NULL) {
            xmlXPathErr(parser, XPATH_MEMORY_ERROR);
            return false;
        }
    }
    if (count > 0)
        parser->value = values[count - 1]; /* libxml2's copy of the topmost value */
    return true;
}

/* An omitted argument is the string of the context node. */
static int add_argument(xmlXPathParserContextPtr parser)
{
    xmlXPathContextPtr context = parser->context;
    if (context->node != NULL && !charge(parser, node_length(context->node)))
        return 0;
    valuePush(parser, xmlXPathWrapString(xmlXPathCastNodeToString(context->node)));
    return 1;
}

/* The function of a comparison, or the function, that is called NAME. */
static const struct xpath_function *find_function(const char *name)
{
    for (const struct xpath_operator *o = xpath_operators; o->word != NULL; o++)
        if (o->comparison != NULL && strcmp(name, o->comparison->name) == 0)
            return o->comparison;
    if (strcmp(name, xpath_union.name) == 0)
        return &xpath_union;
    return xpath_function_find(name, strlen(name));
}

static bool works_on_nodes(const struct xpath_function *function)
{
    return function->work == XPATH_WORK_NODES || function->work == XPATH_WORK_UNION;
}

/* The wrapper of all functions: libxml2 says which one it calls. */
static void count_and_call(xmlXPathParserContextPtr parser, int count)
{
    const struct xpath_function *function =
        find_function((const char *)parser->context->function);
    if (count == 0)
        count = add_argument(parser);
    if (parser->error != XPATH_EXPRESSION_OK || function == NULL || parser->valueNr < count)
        return;
    xmlXPathObjectPtr *values = parser->valueTab + parser->valueNr - count;
    if (!works_on_nodes(function) && !convert_to_text(parser, values, count))
        return;
    if (charge(parser, bytes_of_work(function->work, values, count)))
        function->call(parser, count);
}

static enum status register_function(xmlXPathContextPtr context, const char *uri,
                                     const struct xpath_function *function)
{
    bool counted = function != NULL && function->call != NULL;
    return !counted || xmlXPathRegisterFuncNS(context, (const xmlChar *)function->name,
                                              (const xmlChar *)uri, count_and_call) == 0
               ? STATUS_OK
               : STATUS_MEMORY;
}

enum status counting_register(xmlXPathContextPtr context, const char *uri)
{
    for (const struct xpath_function *f = xpath_functions; f->name != NULL; f++)
        TRY(register_function(context, uri, f));
    for (const struct xpath_operator *o = xpath_operators; o->word != NULL; o++)
        TRY(register_function(context, uri, o->comparison));
    return register_function(context, uri, &xpath_union);
}
