/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/counting.h"

#include <libxml/tree.h>
#include <libxml/xpathInternals.h>
#include <stdbool.h>
#include <string.h>

static void compare(xmlXPathParserContextPtr parser, int result)
{
    valuePush(parser, xmlXPathNewBoolean(result));
}

static void equal(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathEqualValues(parser));
}

static void unequal(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathNotEqualValues(parser));
}

static void less(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathCompareValues(parser, 1, 1));
}

static void at_most(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathCompareValues(parser, 1, 0));
}

static void more(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathCompareValues(parser, 0, 1));
}

static void at_least(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    compare(parser, xmlXPathCompareValues(parser, 0, 0));
}

/* By what a function's work grows: the length of its texts; that, for each of them; the first
   text's for each character that it looks for; for each place where what it looks for may begin;
   the nodes', and for two sets each with each. */
enum work { WORK_LENGTH, WORK_JOIN, WORK_MAP, WORK_SEARCH, WORK_NODES };

static const struct function {
    const char *name;
    xmlXPathFunction call;
    enum work work;
} functions[] = {
    {"at-least", at_least, WORK_NODES},
    {"at-most", at_most, WORK_NODES},
    {"ceiling", xmlXPathCeilingFunction, WORK_LENGTH},
    {"concat", xmlXPathConcatFunction, WORK_JOIN},
    {"contains", xmlXPathContainsFunction, WORK_SEARCH},
    {"equal", equal, WORK_NODES},
    {"floor", xmlXPathFloorFunction, WORK_LENGTH},
    {"less", less, WORK_NODES},
    {"more", more, WORK_NODES},
    {"normalize-space", xmlXPathNormalizeFunction, WORK_LENGTH},
    {"number", xmlXPathNumberFunction, WORK_LENGTH},
    {"round", xmlXPathRoundFunction, WORK_LENGTH},
    {"starts-with", xmlXPathStartsWithFunction, WORK_LENGTH},
    {"string", xmlXPathStringFunction, WORK_LENGTH},
    {"string-length", xmlXPathStringLengthFunction, WORK_LENGTH},
    {"substring", xmlXPathSubstringFunction, WORK_LENGTH},
    {"substring-after", xmlXPathSubstringAfterFunction, WORK_SEARCH},
    {"substring-before", xmlXPathSubstringBeforeFunction, WORK_SEARCH},
    {"sum", xmlXPathSumFunction, WORK_NODES},
    {"translate", xmlXPathTranslateFunction, WORK_MAP},
    {"unequal", unequal, WORK_NODES},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static double length_of(const void *text)
{
    size_t length = text != NULL ? strlen(text) : 0;
    return (double)length;
}

/* The bytes of all text in NODE, an element, an attribute or a text of ours. */
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

/* What looking for one text in another takes: libxml2 begins anew at each place where the first
   byte fits. */
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

/* Of two sets each node may be compared with each, as far as the shorter text goes. */
static double nodes_work(const xmlXPathObjectPtr *values, int count)
{
    double work = all_lengths(values, count);
    if (count < 2)
        return work;
    double left = node_count(values[0]), right = node_count(values[1]);
    double there = right * value_length(values[0]), back = left * value_length(values[1]);
    return work + left * right + (there < back ? there : back);
}

static double bytes_of_work(enum work work, const xmlXPathObjectPtr *values, int count)
{
    switch (work) {
    case WORK_JOIN: return all_lengths(values, count) * count;
    case WORK_MAP: return value_length(values[0]) * (1 + value_length(values[1]));
    case WORK_SEARCH: return search_work(values);
    case WORK_NODES: return nodes_work(values, count);
    case WORK_LENGTH: break;
    }
    return all_lengths(values, count);
}

/* Adds BYTES of work to the count; beyond the limit that is an error. */
static bool charge(xmlXPathParserContextPtr parser, double bytes)
{
    xmlXPathContextPtr context = parser->context;
    double left = (double)context->opLimit - (double)context->opCount;
    if (bytes / COUNTING_BYTES > left) {
        xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
        return false;
    }
    context->opCount += (unsigned long)(bytes / COUNTING_BYTES);
    return true;
}

/* Gives an argument that is a set of nodes as its text, as the functions themselves would. */
static bool take_texts(xmlXPathParserContextPtr parser, xmlXPathObjectPtr *values, int count)
{
    for (int i = 0; i < count; i++) {
        if (values[i]->type != XPATH_NODESET)
            continue;
        values[i] = xmlXPathConvertString(values[i]);
        if (values[i] == NULL) {
            xmlXPathErr(parser, XPATH_MEMORY_ERROR);
            return false;
        }
    }
    if (count > 0)
        parser->value = values[count - 1]; /* libxml2 keeps the topmost there as well */
    return true;
}

/* No argument is the text of the node that is looked at. */
static int add_argument(xmlXPathParserContextPtr parser)
{
    xmlXPathContextPtr context = parser->context;
    if (context->node != NULL && !charge(parser, node_length(context->node)))
        return 0;
    valuePush(parser, xmlXPathWrapString(xmlXPathCastNodeToString(context->node)));
    return 1;
}

static const struct function *find_function(const xmlChar *name)
{
    for (size_t i = 0; i < FUNCTIONS; i++)
        if (strcmp((const char *)name, functions[i].name) == 0)
            return &functions[i];
    return NULL;
}

/* Stands for all of them. */
static void count_and_call(xmlXPathParserContextPtr parser, int count)
{
    const struct function *function = find_function(parser->context->function);
    if (count == 0)
        count = add_argument(parser);
    if (parser->error != XPATH_EXPRESSION_OK || function == NULL || parser->valueNr < count)
        return;
    xmlXPathObjectPtr *values = parser->valueTab + parser->valueNr - count;
    if (function->work != WORK_NODES && !take_texts(parser, values, count))
        return;
    if (charge(parser, bytes_of_work(function->work, values, count)))
        function->call(parser, count);
}

enum status counting_register(xmlXPathContextPtr context, const char *uri)
{
    for (size_t i = 0; i < FUNCTIONS; i++)
        if (xmlXPathRegisterFuncNS(context, (const xmlChar *)functions[i].name,
                                   (const xmlChar *)uri, count_and_call) != 0)
            return STATUS_MEMORY;
    return STATUS_OK;
}
