/* SPDX-License-Identifier: MIT */
/* Validation against the RELAX NG schema that is built into the program. The checks of dataset.h
   are stricter and report more; the schema is the public contract. */
#ifndef FORMAT_ENTENTE_SCHEMA_H
#define FORMAT_ENTENTE_SCHEMA_H

#include <sys/types.h>

#include "base/message.h"
#include "base/status.h"

/* Validates the file DESCRIPTOR, which stays open, from its byte START on; where it is read
   otherwise does not matter, and is not changed. PATH names it in messages. In
   one pass and without a tree of the document. Each complaint is told; STATUS_INVALID if there is
   one, STATUS_FAILURE if the bytes can't be read. */
enum status schema_check(int descriptor, off_t start, const char *path,
                         struct messages *messages);

#endif
