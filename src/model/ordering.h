/* SPDX-License-Identifier: MIT */
/* What is derived once from a complete network, so that what is asked often takes little time:
   the chain of bases of each source, and the claims of relations with many of them, by source. */
#ifndef MODEL_ORDERING_H
#define MODEL_ORDERING_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* NETWORK must be consistent: each claim has a source, and no chain of bases is a cycle. Fails
   with STATUS_MEMORY only. */
enum status ordering_make(struct network *network);

/* The nearest source that both sources are, or are based on; NETWORK_NONE if there is none. Takes
   time logarithmic in the length of their chains. */
uint32_t ordering_common_basis(const struct network *network, uint32_t one, uint32_t other);

/* The claims of RELATION, indices into those of the network, by the ids of their sources, and
   those of one source in their order in the dataset; *COUNT is their number. NULL if they have
   not been ordered, or are so few that they need not be. */
const uint32_t *ordering_claims(const struct network *network, uint32_t relation, size_t *count);

#endif
