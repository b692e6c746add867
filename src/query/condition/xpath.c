/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/xpath.h"

#include <libxml/xpathInternals.h>
#include <string.h>

static void push_boolean(xmlXPathParserContextPtr parser, int result)
{
    valuePush(parser, xmlXPathNewBoolean(result));
}

static void equal(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathEqualValues(parser));
}

static void not_equal(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathNotEqualValues(parser));
}

static void less(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathCompareValues(parser, 1, 1));
}

static void at_most(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathCompareValues(parser, 1, 0));
}

static void more(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathCompareValues(parser, 0, 1));
}

static void at_least(xmlXPathParserContextPtr parser, int count)
{
    (void)count;
    push_boolean(parser, xmlXPathCompareValues(parser, 0, 0));
}

/* Adds the nodes of OTHER to ALL; either may have none. */
static void add_nodes(xmlXPathParserContextPtr parser, xmlXPathObjectPtr all,
                      const xmlXPathObject *other)
{
    if (other->nodesetval == NULL || other->nodesetval->nodeNr == 0)
        return;
    all->nodesetval = xmlXPathNodeSetMerge(all->nodesetval, other->nodesetval);
    if (all->nodesetval == NULL)
        xmlXPathErr(parser, XPATH_MEMORY_ERROR);
}

/* Pushes the nodes of all arguments, in the order of the document. */
static void unite(xmlXPathParserContextPtr parser, int count)
{
    xmlXPathObjectPtr all = valuePop(parser);
    for (int i = 1; i < count; i++) {
        xmlXPathObjectPtr other = valuePop(parser);
        add_nodes(parser, all, other);
        xmlXPathFreeObject(other);
    }
    if (all->nodesetval != NULL)
        xmlXPathNodeSetSort(all->nodesetval);
    valuePush(parser, all);
}

#define CALL(name, type, min, max, work, call)                                                   \
    {                                                                                            \
        name, XPATH_TYPE_##type, min, max, false, XPATH_WORK_##work, call                        \
    }
#define CALL_OF_NODES(name, type, min, max, work, call)                                          \
    {                                                                                            \
        name, XPATH_TYPE_##type, min, max, true, XPATH_WORK_##work, call                         \
    }

/* clang-format off */
const struct xpath_function xpath_functions[] = {
    CALL("boolean", BOOLEAN, 1, 1, CONSTANT, NULL),
    CALL("ceiling", NUMBER, 1, 1, LENGTH, xmlXPathCeilingFunction),
    CALL("concat", STRING, 2, XPATH_ANY_NUMBER, JOIN, xmlXPathConcatFunction),
    CALL("contains", BOOLEAN, 2, 2, SEARCH, xmlXPathContainsFunction),
    CALL_OF_NODES("count", NUMBER, 1, 1, CONSTANT, NULL),
    CALL("false", BOOLEAN, 0, 0, CONSTANT, NULL),
    CALL("floor", NUMBER, 1, 1, LENGTH, xmlXPathFloorFunction),
    CALL("last", NUMBER, 0, 0, CONSTANT, NULL),
    CALL_OF_NODES("local-name", STRING, 0, 1, CONSTANT, NULL),
    CALL_OF_NODES("name", STRING, 0, 1, CONSTANT, NULL),
    CALL_OF_NODES("namespace-uri", STRING, 0, 1, CONSTANT, NULL),
    CALL("normalize-space", STRING, 0, 1, LENGTH, xmlXPathNormalizeFunction),
    CALL("not", BOOLEAN, 1, 1, CONSTANT, NULL),
    CALL("number", NUMBER, 0, 1, LENGTH, xmlXPathNumberFunction),
    CALL("position", NUMBER, 0, 0, CONSTANT, NULL),
    CALL("round", NUMBER, 1, 1, LENGTH, xmlXPathRoundFunction),
    CALL("starts-with", BOOLEAN, 2, 2, LENGTH, xmlXPathStartsWithFunction),
    CALL("string", STRING, 0, 1, LENGTH, xmlXPathStringFunction),
    CALL("string-length", NUMBER, 0, 1, LENGTH, xmlXPathStringLengthFunction),
    CALL("substring", STRING, 2, 3, LENGTH, xmlXPathSubstringFunction),
    CALL("substring-after", STRING, 2, 2, SEARCH, xmlXPathSubstringAfterFunction),
    CALL("substring-before", STRING, 2, 2, SEARCH, xmlXPathSubstringBeforeFunction),
    CALL_OF_NODES("sum", NUMBER, 1, 1, NODES, xmlXPathSumFunction),
    CALL("translate", STRING, 3, 3, MAP, xmlXPathTranslateFunction),
    CALL("true", BOOLEAN, 0, 0, CONSTANT, NULL),
    CALL(NULL, BOOLEAN, 0, 0, CONSTANT, NULL),
};

const struct xpath_function xpath_union =
    CALL_OF_NODES("union", NODES, 2, XPATH_ANY_NUMBER, UNION, unite);

#define COMPARISON(name, call) &(const struct xpath_function)CALL(name, BOOLEAN, 2, 2, NODES, call)

const struct xpath_operator xpath_operators[] = {
    {"or", 0, XPATH_TYPE_BOOLEAN, NULL},
    {"and", 1, XPATH_TYPE_BOOLEAN, NULL},
    {"=", 2, XPATH_TYPE_BOOLEAN, COMPARISON("equal", equal)},
    {"!=", 2, XPATH_TYPE_BOOLEAN, COMPARISON("not-equal", not_equal)},
    {"<", 3, XPATH_TYPE_BOOLEAN, COMPARISON("less", less)},
    {"<=", 3, XPATH_TYPE_BOOLEAN, COMPARISON("at-most", at_most)},
    {">", 3, XPATH_TYPE_BOOLEAN, COMPARISON("more", more)},
    {">=", 3, XPATH_TYPE_BOOLEAN, COMPARISON("at-least", at_least)},
    {"+", 4, XPATH_TYPE_NUMBER, NULL},
    {"-", 4, XPATH_TYPE_NUMBER, NULL},
    {"*", 5, XPATH_TYPE_NUMBER, NULL},
    {"div", 5, XPATH_TYPE_NUMBER, NULL},
    {"mod", 5, XPATH_TYPE_NUMBER, NULL},
    {NULL, 0, XPATH_TYPE_BOOLEAN, NULL},
};
/* clang-format on */

bool xpath_is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

const struct xpath_function *xpath_function_find(const char *text, size_t length)
{
    for (const struct xpath_function *f = xpath_functions; f->name != NULL; f++)
        if (xpath_is_word(text, length, f->name))
            return f;
    return NULL;
}

const struct xpath_operator *xpath_operator_find(const char *text, size_t length)
{
    for (const struct xpath_operator *o = xpath_operators; o->word != NULL; o++)
        if (xpath_is_word(text, length, o->word))
            return o;
    return NULL;
}
