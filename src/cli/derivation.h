/* SPDX-License-Identifier: MIT */
/* What a selection needs in a network besides the dataset: participants of events as relations,
   groups of actors with the same attribute. */
#ifndef CLI_DERIVATION_H
#define CLI_DERIVATION_H

#include "base/status.h"
#include "model/network.h"

/* Adds what the values of the criteria "participants" and "fold" ask for, each of which may be
   NULL. Selections by other values do not find it. Fails with STATUS_MEMORY only, after which
   NETWORK can only be freed. */
enum status derivation_add(struct network *network, const char *participants, const char *fold);

#endif
