/* SPDX-License-Identifier: MIT */
/* Claims about a relation: missing ones, equal ones, contradictions of one source, and
   confirmations by nobody. */
#ifndef QUERY_REVIEW_CLAIMS_H
#define QUERY_REVIEW_CLAIMS_H

#include "base/status.h"
#include "query/review/finding.h"

enum status claims_review(const struct review *review);

#endif
