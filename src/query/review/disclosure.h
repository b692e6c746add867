/* SPDX-License-Identifier: MIT */
/* What is left of a dataset for readers up to a level, and tells them of what is withheld. */
#ifndef QUERY_REVIEW_DISCLOSURE_H
#define QUERY_REVIEW_DISCLOSURE_H

#include "base/status.h"
#include "query/review/finding.h"

enum status disclosure_review(const struct review *review);

#endif
