/* SPDX-License-Identifier: MIT */
/* Files in the history of a git repository, read by running git. Its environment has nothing of
   ours but where programs and the user's settings are, and it starts no other program: no pager,
   no filter, no prompt, and no network. */
#ifndef CLI_DIFF_REVISION_H
#define CLI_DIFF_REVISION_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* Whether OPERAND means the file PATH in the revision REV, "REV:PATH", or in the index, ":PATH":
   it has a colon, and no file is called so. */
bool revision_is(const char *operand);

/* Whether OPERAND is a revision without a path: no file, but git knows it. */
bool revision_is_without_path(const char *operand);

/* Appends that file of the repository around the current folder to OUT. PATH begins at the top of
   the repository, or with "./" at the current folder. If it has more than MOST bytes, or there is
   no git, repository, revision or file, reports that and returns STATUS_FAILURE. */
enum status revision_read(const char *operand, size_t most, struct buffer *out,
                          struct messages *messages);

#endif
