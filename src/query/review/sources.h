/* SPDX-License-Identifier: MIT */
/* Sources that report each other in a circle, and sources that nothing refers to. */
#ifndef QUERY_REVIEW_SOURCES_H
#define QUERY_REVIEW_SOURCES_H

#include "base/status.h"
#include "query/review/finding.h"

enum status sources_review(const struct review *review);

#endif
