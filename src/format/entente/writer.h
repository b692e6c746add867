/* SPDX-License-Identifier: MIT */
/* Writes a network as a dataset, vocabulary urn:entente:network:1. What dataset_read has read
   comes out with the same elements, attributes, texts, comments and processing instructions in
   the same order; white space between elements, the order of attributes and the use of CDATA and
   character references are the writer's own. */
#ifndef FORMAT_ENTENTE_WRITER_H
#define FORMAT_ENTENTE_WRITER_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"

/* Appends the dataset to OUT, which is empty. STATUS_MEMORY if memory is exhausted. */
enum status writer_write(const struct network *network, struct buffer *out);

#endif
