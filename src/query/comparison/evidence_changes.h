/* SPDX-License-Identifier: MIT */
/* What became of the evidence for a tie that is on both sides. */
#ifndef QUERY_COMPARISON_EVIDENCE_CHANGES_H
#define QUERY_COMPARISON_EVIDENCE_CHANGES_H

#include "base/status.h"
#include "query/comparison/change.h"
#include "query/comparison/scope.h"
#include "query/comparison/sides.h"

/* The kind of change from one status to another one. */
enum change_kind evidence_changes_kind(enum evidence old, enum evidence new);

/* Appends the changes of the evidence for the relations OLD and NEW, and of what it rests on. */
enum status evidence_changes_add(const struct sides *sides, const struct scope *scope,
                                 uint32_t old, uint32_t new, struct changes *changes);

/* The days of SCOPE for RELATION of SIDE: NULL, all times, if it has periods and none of them
   then. */
const struct date_span *evidence_changes_span(const struct sides *sides,
                                              const struct scope *scope,
                                              enum comparison_side side, uint32_t relation);

#endif
