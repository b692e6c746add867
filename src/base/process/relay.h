/* SPDX-License-Identifier: MIT */
/* Serializes messages, so that a child process can send them to its parent. */
#ifndef BASE_PROCESS_RELAY_H
#define BASE_PROCESS_RELAY_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"

/* A message_sink whose context is a struct buffer: appends the message to it. */
void relay_pack(void *buffer, const struct message *message);

/* Reports the messages in PACKED through MESSAGES, up to the first that is truncated or invalid.
 */
void relay_report(const struct buffer *packed, struct messages *messages);

#endif
