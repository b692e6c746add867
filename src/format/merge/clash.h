/* SPDX-License-Identifier: MIT */
/* Changes of an element that could both be taken, but would say something that nobody said. */
#ifndef FORMAT_MERGE_CLASH_H
#define FORMAT_MERGE_CLASH_H

#include <stdbool.h>

#include "base/status.h"
#include "format/merge/normal.h"
#include "format/merge/siblings.h"

/* Sets *CLASH to whether one side changed what an element is about, and the other what is said of
   that, such as who denies it, how credible it is, or who may see it: it was not said of what is
   there now. NODES are the element in all versions. STATUS_MEMORY on failure. */
enum status clash_find(struct normal *normal, const struct normal_node nodes[SIDES], bool *clash);

/* The same for an element that both sides added, and that is not in the base: claims of one would
   be about amounts or periods of the other. */
enum status clash_find_added(struct normal *normal, const struct normal_node nodes[SIDES],
                             bool *clash);

#endif
