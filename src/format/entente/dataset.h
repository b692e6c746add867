/* SPDX-License-Identifier: MIT */
/* Reads a dataset, vocabulary urn:entente:network:1, into a network, and checks its sense: ids,
   references, dates, ranges, the closed lists of words, loops of parents. */
#ifndef FORMAT_ENTENTE_DATASET_H
#define FORMAT_ENTENTE_DATASET_H

#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader.h"
#include "model/network.h"

/* Gives a network that the caller frees. Every fault is told through MESSAGES; if there is one,
   STATUS_INVALID and no network. "-" is standard input. */
enum status dataset_read(const char *path, const struct reader_limits *limits,
                         struct messages *messages, struct network **network);

#endif
