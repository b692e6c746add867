/* SPDX-License-Identifier: MIT */
/* Counts what a dataset has and a format has no place for, so that each format only says what it
   can carry. What all formats but the whole ones lose, such as quotes, their writers count. */
#ifndef FORMAT_EXCHANGE_UNSAID_H
#define FORMAT_EXCHANGE_UNSAID_H

#include <stdbool.h>
#include <stdint.h>

#include "format/exchange/losses.h"
#include "model/network.h"

enum unsaid {
#define UNSAID(name, plural) UNSAID_##name,
#include "format/exchange/unsaid.def"
    UNSAIDS
};

/* A set of them. */
#define UNSAID_SET(name) ((uint64_t)1 << UNSAID_##name)
/* Those of claims and sources: a format without claims counts these instead. */
#define UNSAID_OF_CLAIMS (~(UNSAID_SET(HEDGES) - 1))

/* Whether the sign of TIE is not what its type says: it is stated, or that of a form which the
   dataset declares. */
bool unsaid_sign(const struct network_relation *tie);

/* Whether the phase of TIE must be told where the date of the whole dataset is left out: it is
   stated, or follows from that. */
bool unsaid_phase(const struct network_relation *tie);

/* Whether the type and the form of RELATION do not tell whether it goes both ways. */
bool unsaid_direction(const struct network *network, uint32_t relation);

/* The noun for what it is, in messages. */
const char *unsaid_plural(enum unsaid what);

/* Adds to LOSSES what NETWORK has of each but those in CARRIED. */
void unsaid_count(const struct network *network, uint64_t carried, struct losses *losses);

#endif
