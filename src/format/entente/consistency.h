/* SPDX-License-Identifier: MIT */
/* Checks that need a whole network whose references are resolved: neither parents nor bases may
   form a cycle, or too long a chain. */
#ifndef FORMAT_ENTENTE_CONSISTENCY_H
#define FORMAT_ENTENTE_CONSISTENCY_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Reports each actor that is its own ancestor, each source that is based on itself, and the first
   that starts a chain of more than MOST. PATH is that of the dataset. STATUS_INVALID if there are
   any. Takes time in proportion to their number. */
enum status consistency_check(const struct network *network, uint32_t most, const char *path,
                              struct messages *messages);

#endif
