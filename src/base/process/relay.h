/* SPDX-License-Identifier: MIT */
/* Messages on their way from a child process to its parent, as bytes of a buffer. */
#ifndef BASE_PROCESS_RELAY_H
#define BASE_PROCESS_RELAY_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"

/* A message_sink whose context is a struct buffer: adds the message to it. */
void relay_pack(void *buffer, const struct message *message);

/* Reports by MESSAGES what was packed into PACKED. What is cut short there, or is no message,
   ends it. */
void relay_report(const struct buffer *packed, struct messages *messages);

#endif
