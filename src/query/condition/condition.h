/* SPDX-License-Identifier: MIT */
/* A condition on a relation: an XPath 1.0 expression, evaluated by libxml2 with the relation's
   element (element.h) as its context node and converted to a boolean. Each relation is evaluated
   by itself; the network is never one tree.

   Expression and data may both come from strangers (SECURITY.md), so an evaluation must end soon
   and access nothing else. libxml2's own limit, opLimit, counts visited nodes but not the text
   that functions and comparisons examine. Measured with libxml2 2.9.14 and opLimit 100000, the
   longest expressions of 8192 bytes took, for one relation:

     34 s   contains() on a note of 64 KiB, the default limit
    112 s   "e:claim=e:claim/@at" on 1000 claims of 20 kB, whose texts differ at their end
    123 s   translate() on the same claims, with a literal of 1000 bytes

   A dataset may have thousands of such relations and a views file thousands of conditions. With
   the text counted (counting.h), these are refused after 0.02, 0.05 and 0.2 s.

   Evaluating them in a confined child with a limit of processor time would replace counting.c and
   rewrite.c (about 240 lines) with code of half that size for the child and its results, but the
   same condition would then be refused on one machine and not on another, and each one would take
   the full time limit. An evaluator of our own would need axes, 25 functions, conversions and
   comparisons in place of element.c, counting.c and rewrite.c: no fewer lines, and without
   libxml2's years of use.

   checker.c is needed in either case: libxml2 reports an unknown function, prefix or axis, or an
   argument of the wrong type, only when it evaluates that part and without a place; and an
   expression that leaves the relation must be refused. The types of expressions, which it derives
   for that, also tell rewrite.c which operations have to be counted. */
#ifndef QUERY_CONDITION_CONDITION_H
#define QUERY_CONDITION_CONDITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "model/date.h"
#include "model/network.h"

/* The limit of operations for one relation: nodes visited by libxml2, and text examined, of which
   each 100 bytes count as one operation (see counting.h). */
enum { CONDITION_MAX_OPERATIONS = 100000 };

struct condition;

/* What all conditions of a run may take together. An evaluation, even one that fails, takes its
   operations, and one for the relation and for each claim, whose elements are made for it. */
struct condition_budget {
    uint64_t limit; /* operations */
    uint64_t left;  /* of them */
};

/* Compiles EXPRESSION (see checker.h for what it may contain). The caller frees the condition.
   EXPRESSION may be freed; NETWORK and SPAN, in which claims must count (NULL: all do), must
   outlive the condition and not change. BUDGET, which may be NULL for no limit, must outlive it
   too; evaluations take from it. Reports an invalid expression, with the place in it, and returns
   STATUS_FAILURE. */
enum status condition_new(struct condition **condition, const char *expression,
                          const struct network *network, const struct date_span *span,
                          struct condition_budget *budget, struct messages *messages);
void condition_free(struct condition *condition);

/* Evaluates the condition for RELATION. If that fails, because it exceeds the limit of operations
   or the budget, for example, reports it and returns STATUS_FAILURE. */
enum status condition_holds(struct condition *condition, uint32_t relation, bool *holds,
                            struct messages *messages);

#endif
