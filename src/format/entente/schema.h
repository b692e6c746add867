/* SPDX-License-Identifier: MIT */
/* Validation against the RELAX NG schema that is built into the program. The checks of dataset.h
   are stricter and report more; the schema is the public contract. */
#ifndef FORMAT_ENTENTE_SCHEMA_H
#define FORMAT_ENTENTE_SCHEMA_H

#include <sys/types.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Validates the file DESCRIPTOR from offset START to its end, in one pass and without building a
   tree of the document. The descriptor stays open; its file offset is neither used nor changed.
   PATH is its name in messages. All errors are reported. Returns STATUS_INVALID if there are any,
   STATUS_FAILURE if the file cannot be read, STATUS_MEMORY. */
enum status schema_check(int descriptor, off_t start, const char *path,
                         struct messages *messages);

/* Whether libxml2 can validate the file of NETWORK in time in proportion to its size. The time
   that it takes for an element other than a list is quadratic in the number of its children. */
bool schema_is_practical(const struct network *network);

#endif
