/* SPDX-License-Identifier: MIT */
/* Merges the attributes of an element. */
#ifndef FORMAT_MERGE_ATTRIBUTES_H
#define FORMAT_MERGE_ATTRIBUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "format/manuscript/start_tag.h"
#include "format/merge/conflicts.h"
#include "format/merge/siblings.h"

/* Start tags that were merged: both are the same unless there is a conflict; then each has the
   values of its side. Zero them before use. */
struct attributes {
    struct start_tag ours, theirs;
    bool conflict;
    bool as_ours, as_theirs; /* the tag is that of a side */
};

/* Merges the attributes of NODES, of which the base may be missing. The name is that of the node
   NAME; the tags end as if they were not empty. A list of ids to which both sides only added, or
   from which they only removed, is merged by id. If both sides changed the element, who may see
   it is in conflict unless both say the same: what one side marks was not written for those whom
   the other lets see it. If both added it, so is what they must mean alike, such as a form.
   Inserts conflicts from number AT on. Texts come from the manuscripts or from ARENA.
   STATUS_MEMORY on failure; the caller clears ATTRIBUTES in any case. */
enum status attributes_merge(struct attributes *attributes, const struct normal_node nodes[SIDES],
                             struct normal_node name, bool both_changed, struct arena *arena,
                             struct conflicts *conflicts, size_t at);

void attributes_clear(struct attributes *attributes);

/* Whether each of WORDS is in LIST. */
bool attributes_include(struct manuscript_span list, struct manuscript_span words);

/* Whether both values mean the same; NULL texts are absent. */
bool attributes_same(struct manuscript_span one, struct manuscript_span other);

#endif
