/* SPDX-License-Identifier: MIT */
/* Parts of an element in the base and in two versions of it, as texts in an order that doesn't
   depend on theirs. */
#ifndef FORMAT_MERGE_VERSIONS_H
#define FORMAT_MERGE_VERSIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/merge/normal.h"
#include "format/merge/siblings.h"

/* Texts, sorted by their bytes. */
struct texts {
    struct buffer bytes; /* of the texts, each with a zero behind it */
    const char **items;
    size_t count, capacity;
};

/* Whether each of OTHER is among ONE. */
bool texts_include(const struct texts *one, const struct texts *other);
bool texts_same(const struct texts *one, const struct texts *other);

struct versions {
    struct texts sides[SIDES];
};

/* Appends texts of ELEMENT, each with NORMAL_MARK behind it. */
typedef void versions_write(struct normal_node element, struct buffer *out);

versions_write versions_write_words;   /* its own; of a claim, also its quotes */
versions_write versions_write_amounts; /* in it */
versions_write versions_write_periods; /* the dates of the periods in it */

/* Lists what WRITE finds in NODES, nothing in one that isn't there. STATUS_MEMORY on failure; the
   caller clears VERSIONS in any case. */
enum status versions_list(struct versions *versions, const struct normal_node nodes[SIDES],
                          versions_write *write);
void versions_clear(struct versions *versions);

/* Whether both sides changed how much there was of one thing, in one unit and, unless it is
   CLAIMED by one claim, at one time, so that it cannot be known which amount is another version
   of which: what both say would add up. Takes time n log n of their number. */
bool versions_add_up(const struct versions *amounts, bool claimed);

#endif
