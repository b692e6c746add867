/* SPDX-License-Identifier: MIT */
/* Finds the elements of an import that make it no valid dataset. */
#ifndef FORMAT_EXCHANGE_MENDING_H
#define FORMAT_EXCHANGE_MENDING_H

#include "base/memory/bitset.h"
#include "base/message.h"
#include "base/status.h"
#include "format/exchange/losses.h"
#include "format/exchange/tape.h"
#include "format/xml/reader_limits.h"

/* Sets *LEFT_OUT, which the caller clears, to the elements of TAPE that a reading of the dataset
   would report errors of, and then to what refers to them, and so on (tape_play). Each is
   reported as a warning, with its place in the imported file NAME, and counted. Without them, the
   dataset may still be invalid: reading it says so. Fails only with STATUS_MEMORY. */
enum status mending_find(const struct tape *tape, const char *name,
                         const struct reader_limits *limits, struct losses *losses,
                         struct messages *messages, struct bitset *left_out);

#endif
