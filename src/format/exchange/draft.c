/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/draft.h"

#include "format/exchange/mending.h"

enum status draft_init(struct draft *draft, const char *name, bool mended,
                       const struct reader_limits *limits, struct messages *messages)
{
    *draft =
        (struct draft){.name = name, .limits = limits, .messages = messages, .mended = mended};
    if (mended) {
        draft->xml = tape_xml(&draft->tape);
        return STATUS_OK;
    }
    TRY(dataset_feed_new(name, limits, messages, &draft->feed));
    draft->xml = dataset_feed_xml(draft->feed);
    return STATUS_OK;
}

static enum status finish_mended(struct draft *draft, struct losses *losses,
                                 struct network **network)
{
    struct bitset left_out = {NULL, 0};
    TRY(buffer_status(&draft->tape.bytes));
    enum status status = mending_find(&draft->tape, draft->name, draft->limits, losses,
                                      draft->messages, &left_out);
    if (status == STATUS_OK)
        status = dataset_feed_new(draft->name, draft->limits, draft->messages, &draft->feed);
    if (status == STATUS_OK) {
        draft->xml = dataset_feed_xml(draft->feed);
        tape_play(&draft->tape, &left_out, false, &draft->xml);
        status = dataset_feed_end(draft->feed, network);
    }
    bitset_clear(&left_out);
    return status;
}

enum status draft_finish(struct draft *draft, struct losses *losses, struct network **network)
{
    return draft->mended ? finish_mended(draft, losses, network)
                         : dataset_feed_end(draft->feed, network);
}

void draft_clear(struct draft *draft)
{
    dataset_feed_free(draft->feed);
    tape_clear(&draft->tape);
    *draft = (struct draft){.feed = NULL};
}
