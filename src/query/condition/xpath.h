/* SPDX-License-Identifier: MIT */
/* Checks an expression of XPath 1.0 (W3C Recommendation, 16 November 1999) before anything is
   evaluated: its grammar (sections 2 and 3), the names and the arguments of its functions
   (section 4), and that it looks at nothing but the relation that it is asked about.

   An expression starts at the relation's element and goes down only. What leads elsewhere is a
   fault, wherever it stands: a path that begins with "/" or "//"; ".." and the axes parent,
   ancestor, ancestor-or-self, following, following-sibling, preceding and preceding-sibling, even
   where they would come to stand inside the relation again; the functions id and lang. So are
   variables, functions that are not XPath's own, and prefixes other than XPATH_PREFIX. In XPath
   1.0 the type of each operand is known from the text, so that one of the wrong type is found
   here too, whatever the data. */
#ifndef QUERY_CONDITION_XPATH_H
#define QUERY_CONDITION_XPATH_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

#define XPATH_PREFIX "e"

/* Bytes, and how deep brackets may stand in each other: bounds for what recurses over an
   expression, here and in libxml2. And the bytes of a text between quotes: libxml2 copies it each
   time that it comes by. */
enum { XPATH_MAX_LENGTH = 8192, XPATH_MAX_DEPTH = 100, XPATH_MAX_LITERAL = 1000 };

/* The first fault is told with its place, and is STATUS_FAILURE. A name without a prefix, where
   no element can bear it, is a warning. Else COUNTED gets an expression that means the same,
   in which what looks at text is done by the functions of counting.h: "e:equal(@id,'r')" for
   "@id='r'", "e:contains(@id,'r')" for "contains(@id,'r')", "1+e:number(@id)" for "1+@id". */
enum status xpath_check(const char *expression, struct buffer *counted,
                        struct messages *messages);

/* Tells what is wrong OFFSET bytes into the expression: "--where: character 12: …". */
void xpath_tell(struct messages *messages, const char *expression, size_t offset,
                const char *words);

#endif
