/* SPDX-License-Identifier: MIT */
/* The part of XPath 1.0 (W3C Recommendation, 16 November 1999) that conditions may use: one table
   row for each binary operator (section 3) and for each function (section 4). */
#ifndef QUERY_CONDITION_XPATH_H
#define QUERY_CONDITION_XPATH_H

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

/* The prefix of the namespace of datasets in expressions. */
#define XPATH_PREFIX "e"

/* Limits on an expression: its length in bytes; the nesting depth of its parentheses and
   brackets, over which code here and in libxml2 recurses; and the bytes of a string literal,
   which libxml2 copies each time it is evaluated. */
enum { XPATH_MAX_LENGTH = 8192, XPATH_MAX_DEPTH = 100, XPATH_MAX_LITERAL = 1000 };

/* The types of section 1. In XPath 1.0 the type of an expression follows from its text. */
enum xpath_type { XPATH_TYPE_BOOLEAN, XPATH_TYPE_NUMBER, XPATH_TYPE_STRING, XPATH_TYPE_NODES };

/* How the work of a function depends on its arguments. */
enum xpath_work {
    XPATH_WORK_CONSTANT, /* not on their text */
    XPATH_WORK_LENGTH,   /* on their total length */
    XPATH_WORK_JOIN,     /* on that, times their number: each step of joining copies the text */
    XPATH_WORK_MAP,      /* on the length of the first times that of the second */
    XPATH_WORK_SEARCH,   /* on the possible occurrences of the second in the first */
    XPATH_WORK_NODES,    /* on each pair of nodes from two node-sets */
    XPATH_WORK_UNION     /* on each pair of nodes from all of them */
};

/* For functions with any number of arguments. */
enum { XPATH_ANY_NUMBER = 1000000 };

/* CALL is libxml2's own function where WORK is counted (see counting.h), else NULL. */
struct xpath_function {
    const char *name;
    enum xpath_type type;
    unsigned min, max; /* number of arguments */
    bool takes_nodes;  /* its arguments must be node-sets */
    enum xpath_work work;
    xmlXPathFunction call;
};

/* A comparison has a function that compares node-sets and is counted, with XPATH_WORK_NODES; the
   other operators have none (NULL). */
struct xpath_operator {
    const char *word;
    unsigned level; /* of precedence, from 0, the lowest */
    enum xpath_type type;
    const struct xpath_function *comparison;
};

/* Replaces "|", which libxml2 doesn't count. */
extern const struct xpath_function xpath_union;

/* Both end with a row without a name. The functions that lead outside the relation (id, lang) are
   not in the table. */
extern const struct xpath_function xpath_functions[];
extern const struct xpath_operator xpath_operators[];

/* Find a row by name, the LENGTH bytes at TEXT; NULL if there is none. */
const struct xpath_function *xpath_function_find(const char *text, size_t length);
const struct xpath_operator *xpath_operator_find(const char *text, size_t length);

/* Whether the LENGTH bytes at TEXT are WORD. */
bool xpath_is_word(const char *text, size_t length, const char *word);

#endif
