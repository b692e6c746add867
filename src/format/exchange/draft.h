/* SPDX-License-Identifier: MIT */
/* A dataset that an import writes, and that is checked by the rules of all datasets as it is
   written. What is wrong is reported where the user has it: in the imported file. */
#ifndef FORMAT_EXCHANGE_DRAFT_H
#define FORMAT_EXCHANGE_DRAFT_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "format/entente/dataset.h"
#include "format/exchange/losses.h"
#include "format/exchange/tape.h"
#include "format/xml/reader_limits.h"
#include "format/xml/xml.h"
#include "model/network.h"

struct draft {
    struct xml xml; /* what the import writes to */
    struct dataset_feed *feed;
    struct tape tape; /* what it wrote, if that will be mended */
    const char *name;
    const struct reader_limits *limits;
    struct messages *messages;
    bool mended;
};

/* Begins a draft of the imported file that messages call NAME. MENDED: elements that make it no
   valid dataset are left out (mending.h) in the end; until then, nothing is checked. All pointers
   must remain valid. STATUS_MEMORY on failure. */
enum status draft_init(struct draft *draft, const char *name, bool mended,
                       const struct reader_limits *limits, struct messages *messages);

/* Ends the draft: sets *NETWORK to what was written. As dataset_read. LOSSES are of what was
   mended. */
enum status draft_finish(struct draft *draft, struct losses *losses, struct network **network);

void draft_clear(struct draft *draft);

#endif
