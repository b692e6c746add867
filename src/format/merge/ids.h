/* SPDX-License-Identifier: MIT */
/* The ids of a manuscript, and the attributes that refer to them. */
#ifndef FORMAT_MERGE_IDS_H
#define FORMAT_MERGE_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/manuscript/manuscript.h"

/* An id. Sources have ids of their own. */
struct ids_entry {
    struct manuscript_span id;
    bool source;
    uint32_t node;
};

/* Sorted. Zero it before use. */
struct ids {
    struct ids_entry *items; /* owned */
    size_t count, capacity;
};

/* Lists the ids in MANUSCRIPT, from which they come; none if that is NULL. STATUS_MEMORY on
   failure; the caller clears IDS in any case. */
enum status ids_list(struct ids *ids, const struct manuscript *manuscript);
void ids_clear(struct ids *ids);

/* The entry with the id and the kind of WANTED, or NULL. */
const struct ids_entry *ids_find(const struct ids *ids, const struct ids_entry *wanted);

/* Called with each id that an attribute of the element NODE refers to, as an entry whose NODE is
   that element. */
typedef void ids_visit(void *context, const struct ids_entry *wanted);
void ids_visit_references(const struct manuscript *manuscript, uint32_t node, ids_visit *visit,
                          void *context);

#endif
