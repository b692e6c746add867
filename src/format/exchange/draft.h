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

/* An import may read further files besides the one that it is of. */
enum { DRAFT_FILES = 4 };

struct draft {
    struct xml xml; /* what the import writes to */
    struct dataset_feed *feed;
    struct tape tape; /* what it wrote, if that will be mended */
    const char *name;
    const struct reader_limits *limits;
    struct messages *messages;
    bool mended;
    const char *files[DRAFT_FILES]; /* names of further files; NULL: there is none */
    message_sink *sink; /* that of MESSAGES while there are any, and what goes with it */
    progress_sink *progress;
    void *context;
};

/* Begins a draft of the imported file that messages call NAME. MENDED: elements that make it no
   valid dataset are left out (mending.h) in the end; until then, nothing is checked. All pointers
   must remain valid. STATUS_MEMORY on failure. */
enum status draft_init(struct draft *draft, const char *name, bool mended,
                       const struct reader_limits *limits, struct messages *messages);

/* Calls the further file FILE, from 1 to DRAFT_FILES - 1, NAME in messages about its lines. Until
   the draft is cleared, MESSAGES have another sink. */
void draft_add_file(struct draft *draft, unsigned file, const char *name);

/* LINE of FILE, 0 for the first, as xml_place takes it; 0, not known, from 2^30 on. */
uint32_t draft_line(unsigned file, uint32_t line);

/* Ends the draft: sets *NETWORK to what was written. As dataset_read. LOSSES are of what was
   mended. */
enum status draft_finish(struct draft *draft, struct losses *losses, struct network **network);

void draft_clear(struct draft *draft);

#endif
