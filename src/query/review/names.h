/* SPDX-License-Identifier: MIT */
/* Names that do not tell things apart: missing, equal and invisible ones, and a missing title. */
#ifndef QUERY_REVIEW_NAMES_H
#define QUERY_REVIEW_NAMES_H

#include "base/status.h"
#include "query/review/finding.h"

enum status titles_review(const struct review *review);
enum status names_review(const struct review *review);

#endif
