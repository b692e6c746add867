/* SPDX-License-Identifier: MIT */
/* The times in which a relation holds, in words: its periods or, without any, its date. Periods
   between which it goes on are one time. Allocation failure is sticky in OUT, to which functions
   append. */
#ifndef SCENE_TIMES_H
#define SCENE_TIMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"
#include "scene/wording.h"

struct times {
    struct buffer dates; /* COUNT of them as a dataset writes them, each with a NUL; owned */
    size_t count;        /* 0: no date is known, or it has neither a start nor an end */
    size_t many;         /* the number of times, if they are too many for a list; the date then
                            extends from the first to the last. Otherwise 0 */
};

/* Finds the times in which RELATION holds on some day of SPAN, or if there are none, or nothing
   but denials of some times, those in which it is denied then; all times if SPAN is NULL, or if
   it has no time then. Takes time n log n of the periods. The caller clears TIMES in any case. */
void times_find(struct times *times, const struct network *network, uint32_t relation,
                const struct date_span *span);

/* The same of the period that CLAIM, one of the network's, is about, if it is about one. */
void times_find_claimed(struct times *times, const struct network *network, uint32_t relation,
                        const struct date_span *span, const struct network_claim *claim);

void times_clear(struct times *times);

/* The date after PREVIOUS, one of them, or the first if that is NULL; NULL at the end. */
const char *times_next(const struct times *times, const char *previous);

/* Appends "from 2001 to 2003 and in 2005", "from 1980 to 2020, in 5 periods", or nothing. */
void times_add(struct buffer *out, const struct times *times, enum wording wording);

/* Who says something of a relation; only assertions and denials are told apart by HEDGED. */
struct times_voice {
    uint32_t source;
    enum claim_stance stance;
    bool hedged;
};

/* Appends which periods of RELATION those claims of VOICE are about that count in SPAN: "period:
   from 2001 to 2003", "periods: from 2001 to 2003, 2005", "in 5 periods". Nothing if one of them
   is about the relation as a whole, or if they are about ALL its times. */
void times_add_claimed(struct buffer *out, const struct times *all, const struct network *network,
                       uint32_t relation, const struct date_span *span, struct times_voice voice,
                       enum wording wording);

/* Appends "period: from 2001 to 2003", which CLAIM, one of the network's, is about; nothing if it
   is about no period of RELATION, or the only one. */
void times_add_period_of_claim(struct buffer *out, const struct network *network,
                               uint32_t relation, const struct network_claim *claim,
                               enum wording wording);

#endif
