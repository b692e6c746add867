/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/sources.h"

#include <stdlib.h>

#include "base/memory/bitset.h"

/* Adds the ids of a circle, beginning and ending with FIRST: "a via b via a". */
static void add_circle(const struct review *review, uint32_t first, struct buffer *out)
{
    enum { LONGEST = 10 };
    uint32_t at = first;
    unsigned shown = 0;
    do {
        buffer_format(out, "\"%s\" via ", finding_source(review, at));
        at = review->network->sources.items[at].via;
    } while (at != first && ++shown < LONGEST);
    if (at != first)
        buffer_text(out, "... via ");
    buffer_format(out, "\"%s\"", finding_source(review, first));
}

static void report_circle(const struct review *review, uint32_t first)
{
    struct buffer circle = BUFFER_EMPTY;
    add_circle(review, first, &circle);
    finding_report(review, review->network->sources.items[first].line, MESSAGE_VIA_LOOP,
                   "sources report each other in a circle: %s; remove the via of the one that "
                   "you have read",
                   buffer_string(&circle));
    buffer_clear(&circle);
}

/* Follows via from each source until one that has been visited; if that was in the same walk,
   there is a circle. WALKS, initially zeros, has for each source the walk that visited it, from
   1. */
static void find_circles(const struct review *review, uint32_t *walks)
{
    const struct network *network = review->network;
    for (uint32_t start = 0; start < network->sources.count; start++) {
        uint32_t at = start;
        while (at != NETWORK_NONE && walks[at] == 0) {
            walks[at] = start + 1;
            at = network->sources.items[at].via;
        }
        if (at != NETWORK_NONE && walks[at] == start + 1)
            report_circle(review, at);
    }
}

static enum status review_circles(const struct review *review)
{
    uint32_t *walks = calloc(review->network->sources.count + 1, sizeof *walks);
    if (walks == NULL)
        return STATUS_MEMORY;
    find_circles(review, walks);
    free(walks);
    return STATUS_OK;
}

/* Adds to USED the sources that claims or other sources refer to. */
static void mark_used(const struct network *network, struct bitset *used)
{
    for (size_t i = 0; i < network->claims.count; i++)
        bitset_add(used, network->claims.items[i].by);
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        if (source->via != i)
            bitset_add(used, source->via);
        bitset_add(used, source->basis);
    }
}

static enum status review_use(const struct review *review)
{
    const struct network *network = review->network;
    struct bitset used;
    TRY(bitset_init(&used, network->sources.count));
    mark_used(network, &used);
    for (uint32_t i = 0; i < network->sources.count; i++)
        if (!bitset_has(&used, i))
            finding_report(
                review, network->sources.items[i].line, MESSAGE_UNUSED_SOURCE,
                "no claim and no other source refers to source \"%s\"; add its claims, "
                "or remove it",
                finding_source(review, i));
    bitset_clear(&used);
    return STATUS_OK;
}

enum status sources_review(const struct review *review)
{
    TRY(review_circles(review));
    return review_use(review);
}
