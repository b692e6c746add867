/* SPDX-License-Identifier: MIT */
/* What sources claim instead of what was asked for in vain: a source that denies nothing may well
   make no comment. */
#ifndef CLI_OTHER_CLAIMS_H
#define CLI_OTHER_CLAIMS_H

#include "base/message.h"
#include "model/network.h"
#include "query/criteria.h"

/* Notes, for each of the SOURCES that makes claims about relations, but none of STANCE, about how
   many relations it does, by stance, and which command shows them. */
void other_claims_note(const struct network *network, const struct criteria_list *sources,
                       enum claim_stance stance, struct messages *messages);

#endif
