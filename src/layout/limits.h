/* SPDX-License-Identifier: MIT */
/* The resources that computing a layout may use. */
#ifndef LAYOUT_LIMITS_H
#define LAYOUT_LIMITS_H

struct layout_limits {
    unsigned time_limit; /* seconds of wall clock */
    unsigned jobs;       /* child processes at a time, 1 or more */
};

#endif
