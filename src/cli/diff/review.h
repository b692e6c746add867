/* SPDX-License-Identifier: MIT */
/* Two versions of a dataset, and what changed between them. */
#ifndef CLI_DIFF_REVIEW_H
#define CLI_DIFF_REVIEW_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "query/comparison/change.h"
#include "query/comparison/scope.h"
#include "query/comparison/sides.h"

/* Must not be moved once it is initialized. */
struct review {
    const char *names[SIDES]; /* of the versions, as given; borrowed */
    const char *label;        /* what to call both; NULL: their names */
    struct sides sides;
    struct scope scope;
    struct date_span span; /* that of the scope, if it has one */
    struct changes changes;
};

/* Compares the networks OLD and NEW, which must outlive REVIEW, as the options that select
   relations say. The caller clears REVIEW in any case. */
enum status review_init(struct review *review, const char *const names[SIDES],
                        const struct network *const networks[SIDES],
                        const struct options *options, struct messages *messages);
void review_clear(struct review *review);

#endif
