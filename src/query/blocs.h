/* SPDX-License-Identifier: MIT */
/* Blocs: a bloc is an actor, its head, with all actors below it by "parent", or the actors with a
   value of an attribute. In a folded network, the head stands for all of them. */
#ifndef QUERY_BLOCS_H
#define QUERY_BLOCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"

/* All zero if nothing is folded. */
struct blocs {
    uint32_t *heads;    /* by vertex: the head of its bloc, or the vertex itself; owned */
    struct bitset led;  /* the heads of blocs: they have an actor below them */
    struct bitset held; /* the ends of relations before they were folded: see selection.h */
};

/* Makes a bloc of each value of ATTRIBUTE, a text (model/attribute_group.h). STATUS_MEMORY on
   failure; the caller clears BLOCS with blocs_clear in any case. */
enum status blocs_init_values(struct blocs *blocs, const struct network *network,
                              uint32_t attribute);

/* Makes a bloc of each of the COUNT actors of CHOSEN or, if ALL, of each actor without a parent,
   unless nothing is below it. An actor below several of them belongs to the bloc of the highest.
   STATUS_MEMORY on failure; the caller clears BLOCS with blocs_clear in any case. */
enum status blocs_init(struct blocs *blocs, const struct network *network, const uint32_t *chosen,
                       size_t count, bool all);
void blocs_clear(struct blocs *blocs);

/* The vertex that stands for VERTEX: the head of its bloc, or itself. */
uint32_t blocs_head(const struct blocs *blocs, uint32_t vertex);

/* Whether VERTEX is the head of a bloc. */
bool blocs_is_led(const struct blocs *blocs, uint32_t vertex);

/* Whether all ends of a relation are in the same bloc. */
bool blocs_enclose(const struct blocs *blocs, const struct network *network, uint32_t relation);

#endif
