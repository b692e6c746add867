/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/draft.h"

#include "base/progress.h"
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

/* --- further files */

enum { LINE_BITS = 30 };

_Static_assert(DRAFT_FILES <= 1 << (32 - LINE_BITS), "a line has room for the number of a file");

uint32_t draft_line(unsigned file, uint32_t line)
{
    return line >> LINE_BITS == 0 && line > 0 ? file << LINE_BITS | line : 0;
}

/* Passes MESSAGE on, with the name of the file that its line is of. */
static void pass_message(void *context, const struct message *message)
{
    const struct draft *draft = context;
    const uint32_t line = message->place != NULL ? message->place->line : 0;
    struct message passed = *message;
    struct message_place place;
    if (line >> LINE_BITS != 0 && draft->files[line >> LINE_BITS] != NULL) {
        place = *message->place;
        place.file = draft->files[line >> LINE_BITS];
        place.line = line & ((1u << LINE_BITS) - 1);
        passed.place = &place;
    }
    draft->sink(draft->context, &passed);
}

static void pass_progress(void *context, const struct progress *progress)
{
    const struct draft *draft = context;
    draft->progress(draft->context, progress);
}

void draft_add_file(struct draft *draft, unsigned file, const char *name)
{
    struct messages *messages = draft->messages;
    draft->files[file] = name;
    if (draft->sink != NULL || messages->sink == NULL)
        return;
    draft->sink = messages->sink;
    draft->progress = messages->progress;
    draft->context = messages->context;
    messages->sink = pass_message;
    messages->progress = draft->progress != NULL ? pass_progress : NULL;
    messages->context = draft;
}

static void restore_sink(const struct draft *draft)
{
    if (draft->sink == NULL)
        return;
    draft->messages->sink = draft->sink;
    draft->messages->progress = draft->progress;
    draft->messages->context = draft->context;
}

/* --- the end */

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
    restore_sink(draft);
    dataset_feed_free(draft->feed);
    tape_clear(&draft->tape);
    *draft = (struct draft){.feed = NULL};
}
