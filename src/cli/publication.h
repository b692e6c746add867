/* SPDX-License-Identifier: MIT */
/* Writes a file so that no signal leaves a part of it, and so that what is
   not a file can always be interrupted. */
#ifndef CLI_PUBLICATION_H
#define CLI_PUBLICATION_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* Writes OUT to PATH, as output_write does. While a file is written, the signals that end a
   program wait. A pipe may wait for its reader, for ever if there is none, so they end the
   program there as usual. */
enum status publication_write(const char *path, const struct buffer *out,
                              struct messages *messages);

/* The same for a file that the user did not name, as output_replace does: it must be a regular
   file or not exist. */
enum status publication_replace(const char *path, const struct buffer *out,
                                struct messages *messages);

#endif
