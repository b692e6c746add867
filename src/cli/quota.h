/* SPDX-License-Identifier: MIT */
/* What a run may take in all: limits on products of what the limits on input allow singly, such
   as conditions times relations, or names times the sentences that repeat them. */
#ifndef CLI_QUOTA_H
#define CLI_QUOTA_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "model/network.h"
#include "query/condition/condition.h"

struct quota {
    struct condition_budget operations; /* of all conditions together */
    unsigned growth;                    /* of output over its dataset, beyond QUOTA_BYTES */
};

/* Output is never refused unless it is longer than this. */
enum { QUOTA_BYTES = 8 << 20 };

/* Sets QUOTA to the defaults, overridden by --limit-where and --limit-output. Reports an invalid
   value and returns STATUS_FAILURE. */
enum status quota_init(struct quota *quota, const struct options *options,
                       struct messages *messages);

/* The most bytes that a figure or an explanation of what is in NETWORK may have. 0: any number,
   because QUOTA is NULL. */
size_t quota_bytes(const struct quota *quota, const struct network *network);

#endif
