/* SPDX-License-Identifier: MIT */
/* What the data of a page are about: the relations that it has room for, their actors and events
   with all that these are part of, and their sources with all that these go back to. */
#ifndef CLI_PAGES_PAGE_SCOPE_H
#define CLI_PAGES_PAGE_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

/* The most relations on a page, those of participants (model/participation.h) not counted. */
enum { PAGE_SCOPE_MOST = 5000 };

struct page_scope {
    uint32_t *relations; /* in the order of a selection; owned */
    size_t count;
    uint32_t *numbers; /* by relation: its number among them, NETWORK_NONE if it is none; owned */
    size_t left_out;   /* relations of the dataset that are not among them */
    bool whole;        /* all are: then all actors, events and sources are too */
    struct bitset vertices, sources;
    uint32_t *queue; /* sources whose origins are still to be added; internal */
    size_t queued;
};

/* Makes SCOPE that of ALL relations if there is room for them; otherwise, or if ONLY_SHOWN, those
   of the SHOWN_COUNT selections in SHOWN, as far as there is. ALL is a selection of everything.
   Fails only with STATUS_MEMORY; the caller clears SCOPE in any case. */
enum status page_scope_init(struct page_scope *scope, const struct network *network,
                            const struct selection *all, const struct selection *const shown[],
                            size_t shown_count, bool only_shown);
void page_scope_clear(struct page_scope *scope);

#endif
