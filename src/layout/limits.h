/* SPDX-License-Identifier: MIT */
/* Limits on the resources that the computation of a layout uses. */
#ifndef LAYOUT_LIMITS_H
#define LAYOUT_LIMITS_H

/* The seconds of processor time that Graphviz and converters have, and those of wall clock after
   which work that uses no processor time is taken to hang, unless a time limit is given. A search
   counts its steps and needs no limit. */
enum { LAYOUT_SECONDS = 300 };

/* The bytes that a process may send as its layout: enough for half a million lines, of which no
   layout can be computed within the limits on time. */
enum { LAYOUT_BYTES = 64 << 20 };

struct layout_limits {
    unsigned time_limit; /* seconds of processor time; 0: what the work usually has */
    unsigned jobs;       /* maximum number of concurrent child processes, 1 or more */
};

/* The time limit, or the usual one. */
static inline unsigned layout_seconds(const struct layout_limits *limits)
{
    return limits->time_limit > 0 ? limits->time_limit : LAYOUT_SECONDS;
}

#endif
