/* SPDX-License-Identifier: MIT */
/* Records what is written (xml.h), so that it can be played again: in another order, or without
   some of it. Names of elements and attributes are not copied. */
#ifndef FORMAT_EXCHANGE_TAPE_H
#define FORMAT_EXCHANGE_TAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/bitset.h"
#include "base/memory/buffer.h"
#include "format/xml/xml.h"

/* Zero-initialize it. Memory that is exhausted makes BYTES fail. */
struct tape {
    struct buffer bytes;
    size_t elements; /* that were started */
};

void tape_clear(struct tape *tape);

/* To write to. */
struct xml tape_xml(struct tape *tape);

/* Writes what was recorded between two lengths of the tape's bytes. */
void tape_play_part(const struct tape *tape, size_t from, size_t to, struct xml *xml);

/* Writes all but the elements in LEFT_OUT; elements are counted from 0, in the order of their
   starts. If NUMBERED, the line of each is its number plus 1. */
void tape_play(const struct tape *tape, const struct bitset *left_out, bool numbered,
               struct xml *xml);

#endif
