/* SPDX-License-Identifier: MIT */
/* Words from a dataset that a command line can go on with: ids, forms, attributes and so on. */
#ifndef CLI_COMPLETION_DATASET_WORDS_H
#define CLI_COMPLETION_DATASET_WORDS_H

#include "cli/completion/candidates.h"
#include "cli/completion/value.h"
#include "model/network.h"

/* Offers those of KIND, with the names of what has an id; nothing if there are none of KIND in
   datasets. */
void dataset_words_offer(const struct candidates *candidates, const struct network *network,
                         enum value_kind kind);

#endif
