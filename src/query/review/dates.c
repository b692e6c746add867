/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/dates.h"

static void check_relation(const struct review *review, uint32_t relation)
{
    const struct network *network = review->network;
    const struct network_relation *r = &network->relations.items[relation];
    const struct date *as_of = network_date(network, network->as_of);
    const struct date *when = network_date(network, r->when);
    if (r->phase != PHASE_CURRENT || as_of == NULL || when == NULL ||
        !date_ended_before(as_of, when))
        return;
    finding_report(review, r->line, MESSAGE_BEGINS_AFTER_AS_OF,
                   "relation \"%s\" is current, but begins after the dataset's as-of: %s, after "
                   "%s; correct a date, or write phase=\"prospective\"",
                   finding_relation(review, relation), network_date_text(network, r->when),
                   network_date_text(network, network->as_of));
}

static void check_as_of(const struct review *review, const struct network_claim *claim)
{
    const struct network *network = review->network;
    const struct date *as_of = network_date(network, network->as_of);
    if (as_of != NULL && date_ended_before(as_of, network_date(network, claim->date)))
        finding_report(review, claim->line, MESSAGE_CLAIM_AFTER_AS_OF,
                       "the claim of \"%s\" is dated %s, after the dataset's as-of, %s; correct "
                       "one of the dates",
                       finding_source(review, claim->by), network_date_text(network, claim->date),
                       network_date_text(network, network->as_of));
}

static void check_source(const struct review *review, const struct network_claim *claim)
{
    const struct network *network = review->network;
    uint32_t published = network->sources.items[claim->by].date;
    const struct date *date = network_date(network, published);
    if (date != NULL && date_ended_before(network_date(network, claim->date), date))
        finding_report(review, claim->line, MESSAGE_CLAIM_BEFORE_SOURCE,
                       "the claim of \"%s\" is dated %s, before the source, %s; correct one of "
                       "the dates",
                       finding_source(review, claim->by), network_date_text(network, claim->date),
                       network_date_text(network, published));
}

enum status dates_review(const struct review *review)
{
    const struct network *network = review->network;
    for (size_t i = 0; i < network->relations.count; i++)
        check_relation(review, (uint32_t)i);
    for (size_t i = 0; i < network->claims.count; i++) {
        if (network->claims.items[i].date == NETWORK_NONE)
            continue;
        check_source(review, &network->claims.items[i]);
        check_as_of(review, &network->claims.items[i]);
    }
    return STATUS_OK;
}
