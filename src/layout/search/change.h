/* SPDX-License-Identifier: MIT */
/* A change of an arrangement that is tried: begun, made, priced by the ledger, and then accepted,
   or rejected, which puts everything back. */
#ifndef LAYOUT_SEARCH_CHANGE_H
#define LAYOUT_SEARCH_CHANGE_H

#include "base/status.h"
#include "layout/search/ledger.h"

struct change {
    struct arrangement *arrangement; /* lent */
    struct ledger *ledger;           /* lent; of the arrangement */
    struct arrangement before;       /* how what is touched was */
};

/* STATUS_MEMORY at worst. */
enum status change_init(struct change *change, struct arrangement *arrangement,
                        struct ledger *ledger);
void change_clear(struct change *change);

/* After it, each part is touched before its choices are changed: a line with the label on it, a
   node with its lines. */
void change_begin(struct change *change);
void change_touch_label(struct change *change, uint32_t relation);
void change_touch_line(struct change *change, uint32_t line);
void change_touch_node(struct change *change, uint32_t node);

/* Works out what follows from the choices, and by how much the cost differs. */
double change_price(struct change *change);

/* One of the two ends a change that was priced. */
void change_accept(struct change *change);
void change_reject(struct change *change);

#endif
