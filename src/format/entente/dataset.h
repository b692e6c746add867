/* SPDX-License-Identifier: MIT */
/* Reads a dataset, vocabulary urn:entente:network:1, into a network, and validates it: ids,
   references, dates, ranges, enumerated values, cycles of parents. */
#ifndef FORMAT_ENTENTE_DATASET_H
#define FORMAT_ENTENTE_DATASET_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_limits.h"
#include "format/xml/xml.h"
#include "model/network.h"

/* Reads PATH ("-": standard input). All errors are reported in one run, and warnings, except
   those that the dataset silences (no-warn). Returns STATUS_OK and sets *NETWORK, which the
   caller frees; STATUS_INVALID if there were errors (not if there were only warnings,
   even if they are reported as errors), STATUS_FAILURE if the file cannot be read, STATUS_MEMORY.
 */
enum status dataset_read(const char *path, const struct reader_limits *limits,
                         struct messages *messages, struct network **network);

/* The same, and appends the bytes that it reads to COPY. */
enum status dataset_read_copy(const char *path, const struct reader_limits *limits,
                              struct messages *messages, struct buffer *copy,
                              struct network **network);

/* The same as dataset_read of the LENGTH bytes at BYTES, which messages call NAME. */
enum status dataset_read_bytes(const char *name, const char *bytes, size_t length,
                               const struct reader_limits *limits, struct messages *messages,
                               struct network **network);

/* A dataset that is written (xml.h) instead of read. */
struct dataset_feed;

/* Begins one, which messages call NAME. What is wrong with it is reported as it is written, with
   the places that are given (feed.h). All pointers must remain valid. STATUS_MEMORY on failure.
 */
enum status dataset_feed_new(const char *name, const struct reader_limits *limits,
                             struct messages *messages, struct dataset_feed **feed);

/* To write to. */
struct xml dataset_feed_xml(struct dataset_feed *feed);

/* Ends it, once. As dataset_read. */
enum status dataset_feed_end(struct dataset_feed *feed, struct network **network);

void dataset_feed_free(struct dataset_feed *feed); /* NULL is ignored */

#endif
