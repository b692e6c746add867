/* SPDX-License-Identifier: MIT */
/* Counts what a format could not carry, by kind, so that nothing is lost without a word. */
#ifndef FORMAT_EXCHANGE_LOSSES_H
#define FORMAT_EXCHANGE_LOSSES_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"

enum { LOSSES_MAX = 64, LOSSES_KIND = 80 };

struct loss {
    char
        kind[LOSSES_KIND]; /* a noun in the plural, cut to fit: "quotes", "marking definitions" */
    size_t count;
};

/* Zero-initialize. The kinds are in the order in which they were found; those beyond the last one
   are counted as "other items". */
struct losses {
    struct loss items[LOSSES_MAX];
    size_t count;
};

/* COUNT more of KIND, which is copied; 0 changes nothing. */
void losses_add(struct losses *losses, const char *kind, size_t count);

/* How many of KIND there are. */
size_t losses_count(const struct losses *losses, const char *kind);

/* Reports all of them in one note, with their counts; REASON, which follows "left out", may be
   "". Nothing if there are none. */
void losses_report(const struct losses *losses, const char *reason, struct messages *messages);

/* Appends an array of objects with the keys kind and count. */
void losses_write_json(const struct losses *losses, struct buffer *out);

#endif
