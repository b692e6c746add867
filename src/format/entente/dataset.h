/* SPDX-License-Identifier: MIT */
/* Reads a dataset, vocabulary urn:entente:network:1, into a network, and validates it: ids,
   references, dates, ranges, enumerated values, cycles of parents. */
#ifndef FORMAT_ENTENTE_DATASET_H
#define FORMAT_ENTENTE_DATASET_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

/* Reads PATH ("-": standard input). All errors are reported in one run, and warnings, except
   those that the dataset silences (no-warn). Returns STATUS_OK and sets *NETWORK, which the
   caller frees; STATUS_INVALID if there were errors (not if there were only warnings,
   even if they are reported as errors), STATUS_FAILURE if the file cannot be read, STATUS_MEMORY.
 */
enum status dataset_read(const char *path, const struct reader_limits *limits,
                         struct messages *messages, struct network **network);

/* The same for a dataset in memory, which messages call NAME. */
enum status dataset_read_bytes(const char *name, const struct buffer *bytes,
                               const struct reader_limits *limits, struct messages *messages,
                               struct network **network);

#endif
