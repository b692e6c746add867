/* SPDX-License-Identifier: MIT */
/* Counts the text that an XPath expression examines; libxml2 itself counts visited nodes only.
   The wrappers for its functions and comparisons (see xpath.h) first add one operation to its
   count for every COUNTING_BYTES bytes that the call will examine, rounded down. A call that
   would exceed the limit of operations is an error and is not made. */
#ifndef QUERY_CONDITION_COUNTING_H
#define QUERY_CONDITION_COUNTING_H

#include <libxml/xpath.h>

#include "base/status.h"

enum { COUNTING_BYTES = 100 };

/* Registers the wrappers in CONTEXT, under the names in xpath.h and the namespace URI. */
enum status counting_register(xmlXPathContextPtr context, const char *uri);

#endif
