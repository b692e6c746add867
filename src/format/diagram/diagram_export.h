/* SPDX-License-Identifier: MIT */
/* What a graph format says of a dataset: actors and events are nodes, relations are edges. A
   relation of several parties is an edge for each pair. Nodes have the attributes key (the id in
   the dataset), label, short, alias, kind, subkind, parent, role, note, href, when and place;
   edges have key, label, type, form, when, weight, sign, tier, phase, place, note and href, as
   far as the dataset states them, and evidence, grade and sources, which follow from its claims.
 */
#ifndef FORMAT_DIAGRAM_DIAGRAM_EXPORT_H
#define FORMAT_DIAGRAM_DIAGRAM_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/exchange/exchange.h"
#include "model/network.h"

enum { DIAGRAM_VALUES = 48 };

/* The attributes of a node or an edge. Zero-initialize; valid until the next ones are put there.
 */
struct diagram_values {
    size_t count;
    struct {
        const char *name, *text;
        bool number;
    } items[DIAGRAM_VALUES];
    char digits[24], grade[4];
    struct buffer alias;
    size_t lost; /* attributes and identifiers with a name that is taken, or beyond the last */
};

void diagram_values_clear(struct diagram_values *values);

/* Names are those in LANGUAGE, or NULL. */
enum status diagram_export_node(const struct network *network, uint32_t vertex,
                                const char *language, struct diagram_values *values);
/* The weight of an edge, to DIGIT if it is that of the relation; but if that has an amount in the
   unit GATHERED_WEIGHT, without a date, it is this. NULL: there is none. */
const char *diagram_export_weight(const struct network *network, uint32_t relation,
                                  char digit[2]);

enum status diagram_export_edge(const struct network *network, uint32_t relation,
                                struct diagram_values *values);

/* Adds to the values of an edge, unless they say so already, that its relation holds in both
   directions: for a format in which all edges are directed. */
void diagram_export_mutual(const struct network *network, uint32_t relation,
                           struct diagram_values *values);

/* Whether nobody asserts a relation and somebody denies it: a format that cannot say so leaves it
   out. */
bool diagram_export_is_denied(const struct network *network, uint32_t relation);
/* The number of such relations, and the noun for them in messages. */
size_t diagram_export_count_denied(const struct network *network);
#define DIAGRAM_EXPORT_DENIED "ties that are only denied"

/* The word of a relation: its form, or else its type. */
const char *diagram_export_word(const struct network *network, uint32_t relation);

/* Counts what graph formats have no place for, and what VALUES lost; NULL: they have no place for
   attributes at all. */
void diagram_export_losses(const struct exchange_output *output,
                           const struct diagram_values *values);

#endif
