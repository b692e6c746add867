/* SPDX-License-Identifier: MIT */
/* The canonical form of a dataset: the same elements, attributes, texts, comments and
   instructions in the author's order, laid out in one way. entente-dataset(5) describes it under
   "Canonical form". It means the same as the dataset, and its own canonical form is itself.

   What is in an element with xml:space="preserve", in a comment, an instruction or a CDATA
   section is kept as it is, and so are references. Line ends become "\n", and a byte order mark
   is left out. Time and memory are linear in the size of the dataset. */
#ifndef FORMAT_MANUSCRIPT_CANONICAL_H
#define FORMAT_MANUSCRIPT_CANONICAL_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/manuscript/arrangement.h"

/* Appends to OUT, which must be empty, the canonical form of the LENGTH bytes at BYTES, which
   dataset_read accepts; in another ORDER if it is not ARRANGEMENT_FILE. STATUS_INVALID if it
   can't be read; STATUS_MEMORY. */
enum status canonical_write(const char *bytes, size_t length, enum arrangement_order order,
                            struct buffer *out);

#endif
