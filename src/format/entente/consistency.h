/* SPDX-License-Identifier: MIT */
/* Checks of a complete network, with all references resolved: the parents of actors and the bases
   of sources must not form cycles, or chains that are too long, and no <participation> may name
   whoever is a participant already. */
#ifndef FORMAT_ENTENTE_CONSISTENCY_H
#define FORMAT_ENTENTE_CONSISTENCY_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Reports each cycle of parents or of bases; if there is none, the first actor or source that
   starts a chain of more than MAX; and each participant that is named again. PATH is that of the
   dataset. Returns STATUS_INVALID if there are any, or STATUS_MEMORY. Takes time proportional to
   the number of actors, sources and participants. */
enum status consistency_check(const struct network *network, uint32_t max, const char *path,
                              struct messages *messages);

#endif
