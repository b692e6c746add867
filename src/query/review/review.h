/* SPDX-License-Identifier: MIT */
/* What an editor would ask about a dataset: checks of a valid network, whose results are
   warnings. The checks are in review.def, the names of the warnings in base/message.def. */
#ifndef QUERY_REVIEW_REVIEW_H
#define QUERY_REVIEW_REVIEW_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Makes all checks and reports each finding once, with the line of PATH that it is about.
   Warnings that the dataset silences are not reported. STATUS_INVALID if there are warnings, of
   these or earlier ones, that are reported as errors; STATUS_MEMORY. Takes time proportional to
   the size of the network, but for sorting. */
enum status review_network(const struct network *network, const char *path,
                           struct messages *messages);

#endif
