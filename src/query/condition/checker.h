/* SPDX-License-Identifier: MIT */
/* Checks an XPath 1.0 expression before it is compiled: its grammar (sections 2 and 3), the
   names, argument counts and argument types of functions (section 4), and that it accesses
   nothing but the relation.

   An expression starts at the element of the relation and can only go down. Everything else is an
   error, even in a part that is never evaluated: absolute paths; ".." and the axes to parents,
   ancestors, siblings and the rest of the document; the functions id() and lang(); variables;
   unknown functions; prefixes other than XPATH_PREFIX. */
#ifndef QUERY_CONDITION_CHECKER_H
#define QUERY_CONDITION_CHECKER_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Writes to COUNTED an equivalent expression whose operations on text are calls of the functions
   in counting.h: "e:equal(@id,'r')" for "@id='r'", "e:contains(@id,'r')" for "contains(@id,'r')",
   "1+e:number(@id)" for "1+@id". Reports an invalid expression, in one message, and returns
   STATUS_FAILURE. An element name without a prefix, which matches nothing, causes a warning, and
   so does a comparison of an attribute with what no relation of NETWORK can have. */
enum status checker_check(const char *expression, const struct network *network,
                          struct buffer *counted, struct messages *messages);

#endif
