/* SPDX-License-Identifier: MIT */
/* The tie that a node or an edge of such a graph (item_object.h) is. */
#ifndef FORMAT_GRAPH_TIE_OBJECT_H
#define FORMAT_GRAPH_TIE_OBJECT_H

#include "format/entente/grammar.h"
#include "format/graph/item_object.h"

/* The rule of a relation of TYPE; RULE_NONE: there is none, or TYPE is NULL. */
int tie_object_rule(const char *type);

/* States in OBJECT whether the tie holds in both directions, if its type does not say the same.
 */
enum status tie_object_set_mutual(struct item_reading *reading, const struct graph_item *item,
                                  enum grammar_rule rule, json_t *object);

/* Settles what a graph says twice of OBJECT, and another program may have changed once: a weight
   that is also an amount, the evidence, and the label. Reports a label that says otherwise than
   the form or the type. */
enum status tie_object_check(struct item_reading *reading, const struct graph_item *item,
                             enum grammar_rule rule, json_t *object);

/* Counts evidence that does not follow from the claims, which alone count. */
void tie_object_check_evidence(struct item_reading *reading, const struct graph_item *item,
                               const json_t *object);

#endif
