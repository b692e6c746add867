/* SPDX-License-Identifier: MIT */
/* The table of the formats that `convert` reads and writes: conversions.def. */
#ifndef CLI_CONVERT_CONVERSION_H
#define CLI_CONVERT_CONVERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"
#include "base/status.h"
#include "format/exchange/exchange.h"

struct conversion {
    const char *word, *name, *endings;
    exchange_read *read;   /* NULL in a row without one, and in that of datasets */
    exchange_write *write; /* likewise */
};

/* Whether CONVERSION is entente's own format. */
bool conversion_is_native(const struct conversion *conversion);

/* Whether files in CONVERSION can hold a whole dataset, with its markings. */
bool conversion_is_whole(const struct conversion *conversion);

/* Sets *CONVERSION to the one that WORD, the value of the option NAME, means, or else to that of
   the ending of PATH. Reports an unknown or a missing one, and one that can't be read or, with
   FOR_OUTPUT, written, and returns STATUS_FAILURE. */
enum status conversion_choose(const char *name, const char *word, const char *path,
                              bool for_output, struct messages *messages,
                              const struct conversion **conversion);

/* The word of the format INDEX, from 0 on, if files in it can be read or, with FOR_OUTPUT,
   written, else ""; NULL after the last one. */
const char *conversion_word(size_t index, bool for_output);

#endif
