/* SPDX-License-Identifier: MIT */
/* Figures of entente in the output directory that no view defines: those of views that are gone
   or have another name, and those that draw has written there. Only what has our stamp counts;
   other files have nothing to do with views. */
#ifndef CLI_FIGURES_ORPHANS_H
#define CLI_FIGURES_ORPHANS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"

struct orphan {
    char *path; /* owned */
};

/* Sorted by path. Zero-initialize it before use. */
struct orphans {
    struct orphan *items;
    size_t count, capacity;
};

/* Adds those in the directory of FIGURES, none of whose paths they have. A directory that cannot
   be read has none. Fails only with STATUS_MEMORY; the caller clears ORPHANS in any case. */
enum status orphans_find(struct orphans *orphans, const struct figure_list *figures);
void orphans_clear(struct orphans *orphans);

/* Called for each file that has been removed. */
typedef void orphan_removed(void *context, const char *path);

/* Removes those that are as they were drawn. The others hold work of somebody: a note says that
   they are kept. Reports each that cannot be removed, and returns STATUS_FAILURE. */
enum status orphans_remove(const struct orphans *orphans, orphan_removed *removed, void *context,
                           struct messages *messages);

#endif
