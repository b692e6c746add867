/* SPDX-License-Identifier: MIT */
/* Selects relations. Criteria combine with "and", the items of one list with "or"; ties to
   several, paths and focus apply to the relations that the other criteria leave. Of what is
   selected then, "thin", "fold" and "top" leave out a part, to show the rest better; the
   selection says how much. */
#ifndef QUERY_SELECTION_H
#define QUERY_SELECTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/blocs.h"
#include "query/criteria.h"

/* What "thin", "fold" and "top" have left out of a selection. */
struct selection_left_out {
    size_t weak;     /* relations of too little weight */
    size_t enclosed; /* relations within a bloc */
    size_t lesser;   /* relations with another vertex than the top */
    size_t vertices; /* ends of relations that neither have one left nor are in the top, nor is
                        their bloc */
};

/* The selected relations, sorted by type and then by the bytes of their ids, so that nothing
   depends on the order of the file. */
struct selection {
    uint32_t *relations; /* indices, owned */
    size_t count;
    size_t undated; /* relations left out only because they have no date */
    struct selection_left_out left_out;
    struct blocs blocs; /* those folded; HELD are the ends of what "thin" leaves; owned */
    uint32_t *top;      /* vertices, best first, even without a relation among them; owned */
    size_t top_count;
    const char *emptied_by; /* the word of the criterion that left nothing; NULL: not empty */
};

/* Selects by CRITERIA, in which a path must have two ends and "kinds" two items, if given, and a
   condition must be compiled. Fails with STATUS_MEMORY, or as the condition does. */
enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria);
void selection_clear(struct selection *selection);

#endif
