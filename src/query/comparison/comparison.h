/* SPDX-License-Identifier: MIT */
/* Compares two versions of a dataset: what changed in what is claimed, in the elements of the
   dataset, and in their order. Evidence, grades and the independence of sources are those of
   model/evidence.h. Comments, white space and defaults that are written out are no changes. */
#ifndef QUERY_COMPARISON_COMPARISON_H
#define QUERY_COMPARISON_COMPARISON_H

#include "base/status.h"
#include "query/comparison/change.h"
#include "query/comparison/scope.h"
#include "query/comparison/sides.h"

/* Appends what changed within SCOPE, sorted, to CHANGES. Items of SIDES that were only renamed
   must have been paired (renaming.h). Fails only with STATUS_MEMORY. */
enum status comparison_find(const struct sides *sides, const struct scope *scope,
                            struct changes *changes);

#endif
