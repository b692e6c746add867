/* SPDX-License-Identifier: MIT */
/* What changed, as a list: in groups, the most important first. Allocation failure is sticky in
   OUT. */
#ifndef CLI_DIFF_CHANGE_LIST_H
#define CLI_DIFF_CHANGE_LIST_H

#include "base/memory/buffer.h"
#include "cli/diff/review.h"

/* Appends the changes of REVIEW; with STAT only how many there are of each kind. Of no changes,
   text and Markdown say nothing, and JSON says that there are none. */
typedef void change_list_write(struct buffer *out, const struct review *review, bool stat);

change_list_write change_list_text, change_list_markdown, change_list_json;

#endif
