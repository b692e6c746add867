/* SPDX-License-Identifier: MIT */
/* Dates that do not fit together: of claims, of their sources, and of the dataset. */
#ifndef QUERY_REVIEW_DATES_H
#define QUERY_REVIEW_DATES_H

#include "base/status.h"
#include "query/review/finding.h"

enum status dates_review(const struct review *review);

#endif
