/* SPDX-License-Identifier: MIT */
/* Writes a network as a dataset, vocabulary urn:entente:network:1. A dataset that was read by
   dataset_read is written with the same elements, attributes, texts, comments and processing
   instructions in the same order. White space between elements and in lists of ids, the order of
   attributes, and the use of CDATA and character references are not preserved. */
#ifndef FORMAT_ENTENTE_WRITER_H
#define FORMAT_ENTENTE_WRITER_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/xml/xml.h"
#include "model/network.h"
#include "query/withholding.h"

/* Appends the dataset to OUT, which must be empty. STATUS_MEMORY on failure. */
enum status writer_write(const struct network *network, struct buffer *out);

/* Writes the same without what is WITHHELD, comments and empty lists to XML. STATUS_MEMORY if the
   writer itself has none. */
enum status writer_redact(const struct network *network, const struct withholding *withheld,
                          struct xml xml);

/* Tells VISITOR the same instead of writing it. STATUS_MEMORY if the writer itself has none. */
enum status writer_visit(const struct network *network, const struct xml_visitor *visitor,
                         void *context);

#endif
