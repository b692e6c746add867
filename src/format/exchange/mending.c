/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/mending.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory/array.h"
#include "format/entente/dataset.h"

/* The dataset is read twice in each round: first with the numbers of elements as lines, so that
   it is known which are at fault; then, if some are, with the places of the imported file, for
   the messages that are shown. Both times, the same errors come in the same order. */
struct mending {
    const struct tape *tape;
    const char *name;
    const struct reader_limits *limits;
    struct losses *losses;
    struct messages *messages;
    struct bitset *left_out;
    NETWORK_ARRAY(uint32_t) parents; /* by element: the one around it; that of the root: itself */
    NETWORK_ARRAY(uint32_t) faults;  /* the elements at fault, one for each error of the round */
    size_t reported;                 /* of them */
    bool hopeless;                   /* there is an error that is in no element */
};

/* --- elements */

/* The open elements of a tape that is played to find the parents of all. */
struct ancestry {
    struct mending *mending;
    uint32_t open;
    bool failed;
};

static enum status add_parent(struct mending *mending, uint32_t parent)
{
    ARRAY_RESERVE(&mending->parents, 1);
    mending->parents.items[mending->parents.count++] = parent;
    return STATUS_OK;
}

static void start(void *context, const char *name)
{
    struct ancestry *ancestry = context;
    const uint32_t element = (uint32_t)ancestry->mending->parents.count;
    (void)name;
    ancestry->failed =
        ancestry->failed || add_parent(ancestry->mending, ancestry->open) != STATUS_OK;
    ancestry->open = element;
}

static void end(void *context, const char *name)
{
    struct ancestry *ancestry = context;
    (void)name;
    if (!ancestry->failed)
        ancestry->open = ancestry->mending->parents.items[ancestry->open];
}

static void attribute(void *context, const char *name, const char *value)
{
    (void)context, (void)name, (void)value;
}

static void text(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
}

static enum status find_parents(struct mending *mending)
{
    static const struct xml_visitor visitor = {
        .start = start, .attribute = attribute, .text = text, .end = end};
    struct ancestry ancestry = {.mending = mending};
    struct xml xml = {.visitor = &visitor, .context = &ancestry};
    tape_play(mending->tape, NULL, false, &xml);
    return ancestry.failed ? STATUS_MEMORY : STATUS_OK;
}

/* Only what is in the lists of the dataset can be left out. */
static bool is_in_list(const struct mending *mending, uint32_t element)
{
    const uint32_t *parents = mending->parents.items;
    return element != 0 && parents[element] != 0 && parents[parents[element]] == 0;
}

static bool can_be_left_out(const struct mending *mending, uint32_t element)
{
    while (element != 0 && !is_in_list(mending, element))
        element = mending->parents.items[element];
    return element != 0;
}

/* Whether ELEMENT, or one around it, has been left out. */
static bool is_left_out(const struct mending *mending, uint32_t element)
{
    while (element != 0 && !bitset_has(mending->left_out, element))
        element = mending->parents.items[element];
    return element != 0;
}

static void leave_out(struct mending *mending, uint32_t element)
{
    if (is_left_out(mending, element))
        return;
    bitset_add(mending->left_out, element);
    losses_add(mending->losses, "elements that cannot be understood", 1);
}

/* --- messages */

/* Whether an error is not the fault of an element. */
static bool is_general(const struct message *message)
{
    return message->place == NULL || message->place->line == 0 ||
           message->code == MESSAGE_LIMIT || message->code == MESSAGE_OUT_OF_MEMORY;
}

static enum status add_fault(struct mending *mending, uint32_t element)
{
    ARRAY_RESERVE(&mending->faults, 1);
    mending->faults.items[mending->faults.count++] = element;
    return STATUS_OK;
}

/* A message whose line is the number of an element, plus 1. */
static void take(void *context, const struct message *message)
{
    struct mending *mending = context;
    if (message->severity != MESSAGE_ERROR || mending->hopeless)
        return;
    mending->hopeless = is_general(message) ||
                        !can_be_left_out(mending, message->place->line - 1) ||
                        add_fault(mending, message->place->line - 1) != STATUS_OK;
}

/* A message whose place is that in the imported file. */
static void report(void *context, const struct message *message)
{
    struct mending *mending = context;
    if (message->severity != MESSAGE_ERROR || mending->reported == mending->faults.count)
        return;
    mending->reported++;
    messages_warning(mending->messages, message->place, MESSAGE_BAD_ROW, "%s; this is left out",
                     message->text);
}

/* --- rounds */

static enum status read_dataset(struct mending *mending, struct messages *messages, bool numbered)
{
    struct dataset_feed *feed;
    struct network *network;
    TRY(dataset_feed_new(mending->name, mending->limits, messages, &feed));
    struct xml xml = dataset_feed_xml(feed);
    tape_play(mending->tape, mending->left_out, numbered, &xml);
    const enum status status = dataset_feed_end(feed, &network);
    dataset_feed_free(feed);
    if (status == STATUS_OK)
        network_free(network);
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

static enum status find_faults(struct mending *mending)
{
    struct messages own;
    messages_init(&own, take, mending);
    own.error_limit = UINT32_MAX;
    own.terse = own.every = true;
    mending->faults.count = 0;
    return read_dataset(mending, &own, true);
}

/* Messages beyond their limit are only counted. */
static enum status report_faults(struct mending *mending)
{
    struct messages own;
    messages_init(&own, report, mending);
    own.error_limit = mending->messages->error_limit;
    own.every = true;
    mending->reported = 0;
    if (mending->faults.count > 0)
        TRY(read_dataset(mending, &own, false));
    for (; mending->reported < mending->faults.count; mending->reported++)
        messages_warning(mending->messages, NULL, MESSAGE_BAD_ROW, "not shown");
    return STATUS_OK;
}

/* Sets *AGAIN to whether more is left out now. */
static enum status mend_once(struct mending *mending, bool *again)
{
    TRY(find_faults(mending));
    TRY(report_faults(mending));
    for (size_t i = 0; i < mending->faults.count; i++)
        leave_out(mending, mending->faults.items[i]);
    *again = mending->faults.count > 0 && !mending->hopeless;
    return STATUS_OK;
}

enum status mending_find(const struct tape *tape, const char *name,
                         const struct reader_limits *limits, struct losses *losses,
                         struct messages *messages, struct bitset *left_out)
{
    enum { ROUNDS = 50 };
    struct mending mending = {.tape = tape,
                              .name = name,
                              .limits = limits,
                              .losses = losses,
                              .messages = messages,
                              .left_out = left_out};
    bool again = true;
    TRY(bitset_init(left_out, tape->elements));
    enum status status = find_parents(&mending);
    for (int i = 0; i < ROUNDS && again && status == STATUS_OK; i++)
        status = mend_once(&mending, &again);
    free(mending.parents.items);
    free(mending.faults.items);
    return status;
}
