/* SPDX-License-Identifier: MIT */
/* What can be judged of a network only when all of it is read: parents and bases must not run in
   a circle. Its structure and its references are right by then. */
#ifndef FORMAT_ENTENTE_CONSISTENCY_H
#define FORMAT_ENTENTE_CONSISTENCY_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Tells each actor that is part of itself, and each source that rests on itself; PATH is the
   dataset's. And one that begins a chain of more than MOST. Takes time in proportion to their
   number. */
enum status consistency_check(const struct network *network, uint32_t most, const char *path,
                              struct messages *messages);

#endif
