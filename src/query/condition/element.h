/* SPDX-License-Identifier: MIT */
/* The element of a relation as a tree of libxml2, for XPath. It is what a dataset would contain,
   in the namespace of datasets: named by the relation's type, with the attributes id, from,
   to (ids, separated by spaces), form, event, place, when, mutual, weight, sign, tier, phase and
   href; a child <note>, if there are notes, one per line; and the <claim>s in their order, with
   by, stance, hedged, credibility, date, at, href and archived, and their note as text; after it,
   their <quote>s, with xml:lang.

   mutual, weight, sign, tier and phase are always present, with the default if the dataset does
   not give them; hedged is present if it is "yes"; any other attribute if the dataset has it.
   White space is normalized as by the reader of datasets. */
#ifndef QUERY_CONDITION_ELEMENT_H
#define QUERY_CONDITION_ELEMENT_H

#include <libxml/tree.h>
#include <stdint.h>

#include "base/status.h"
#include "model/date.h"
#include "model/network.h"

struct element;

/* The element has the claims that count in SPAN (model/period.h); NULL: all. NETWORK and SPAN
   must outlive it and not change. NULL: out of memory. */
struct element *element_new(const struct network *network, const struct date_span *span);
void element_free(struct element *element);

/* The document that contains the element. */
xmlDoc *element_document(struct element *element);

/* Fills the element with RELATION, replacing the previous one, and sets *NODE to it; it is valid
   until the next call. Fails with STATUS_MEMORY only. */
enum status element_set(struct element *element, uint32_t relation, xmlNode **node);

#endif
