/* SPDX-License-Identifier: MIT */
/* What became of the claims about an item that is in both networks. Fail only with
   STATUS_MEMORY. */
#ifndef QUERY_COMPARISON_CLAIM_CHANGES_H
#define QUERY_COMPARISON_CLAIM_CHANGES_H

#include "query/comparison/comparing.h"

/* Adds the changes of the claims about the relation itself. */
enum status claim_changes_add(struct comparing *comparing);

/* Adds those of the claims about a part that both sides have, and what follows from them. */
enum status claim_changes_add_stated(struct comparing *comparing, const struct part *old,
                                     const struct part *new);

#endif
