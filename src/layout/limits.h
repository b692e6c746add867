/* SPDX-License-Identifier: MIT */
/* Limits on the resources that the computation of a layout uses. */
#ifndef LAYOUT_LIMITS_H
#define LAYOUT_LIMITS_H

struct layout_limits {
    unsigned time_limit; /* seconds of wall clock */
    unsigned jobs;       /* maximum number of concurrent child processes, 1 or more */
};

#endif
