/* SPDX-License-Identifier: MIT */
/* A condition on a relation: an expression of XPath 1.0 that libxml2 evaluates, with the
   relation's element as its context node, and that counts as boolean() says. Relations are looked
   at one by one; there is never a tree of more than one.

   The element is as a dataset would write it, in the namespace urn:entente:network:1, for which
   the prefix e stands in expressions: named by its type, with the attributes id, from, to (ids,
   a space between), form, event, place, when, mutual, weight, sign, tier, phase and href; with
   one child <note>, if it has notes (each on a line of its own), and then its <claim>s in their
   order, with by, stance, hedged, credibility, date, at and href, and their note as text. mutual,
   weight, sign, tier and phase are always there, with the value that holds where the dataset
   doesn't say; hedged is there where it is "yes"; any other where the dataset has it. White space
   is folded as the reader does. */
#ifndef QUERY_CONDITION_CONDITION_H
#define QUERY_CONDITION_CONDITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* How many operations may go into one relation: of libxml2 (a node that is visited, say), and one
   for each 100 bytes of text that are looked at (see counting.h). */
enum { CONDITION_MAX_OPERATIONS = 100000 };

struct condition;

/* Checks EXPRESSION (xpath.h says what it may hold) and makes a condition of it, which the caller
   frees. NETWORK is lent for as long as the condition lives, and stays as it is; EXPRESSION for
   the call. A fault is told with its place and is STATUS_FAILURE. */
enum status condition_new(struct condition **condition, const char *expression,
                          const struct network *network, struct messages *messages);
void condition_free(struct condition *condition);

/* Whether it holds for RELATION. Told, and STATUS_FAILURE, when the evaluation fails: beyond the
   limit of operations, say. */
enum status condition_holds(struct condition *condition, uint32_t relation, bool *holds,
                            struct messages *messages);

#endif
