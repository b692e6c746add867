/* SPDX-License-Identifier: MIT */
/* libxml2 counts the nodes that an expression of XPath visits, not the text that its functions
   and comparisons look at. Here are its own functions of the same names, and comparisons as
   functions (equal, unequal, less, at-most, more, at-least), that first add to its count one
   operation for each COUNTING_BYTES bytes that will be looked at, at most; beyond the limit
   nothing is done. */
#ifndef QUERY_CONDITION_COUNTING_H
#define QUERY_CONDITION_COUNTING_H

#include <libxml/xpath.h>

#include "base/status.h"

enum { COUNTING_BYTES = 100 };

/* Makes the functions known to CONTEXT, in the namespace URI. */
enum status counting_register(xmlXPathContextPtr context, const char *uri);

#endif
