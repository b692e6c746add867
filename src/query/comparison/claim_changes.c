/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/claim_changes.h"

#include <string.h>

#include "model/evidence.h"
#include "query/comparison/claims.h"
#include "query/comparison/evidence_changes.h"

static enum status report_claim_part(void *context, const struct part *old,
                                     const struct part *new)
{
    struct comparing *comparing = context;
    const struct part *part = old != NULL ? old : new;
    if (old != NULL && new != NULL && strcmp(old->marking, new->marking) != 0)
        TRY(comparing_report(comparing, CHANGE_CLAIM_CHANGED, "marking", part->noun,
                             old->marking[0] != '\0' ? old->marking : NULL,
                             new->marking[0] != '\0' ? new->marking : NULL));
    if (old != NULL && new != NULL && strcmp(old->value, new->value) == 0)
        return STATUS_OK;
    return comparing_report(comparing, CHANGE_CLAIM_CHANGED, part->noun, part->key,
                            old != NULL ? old->value : NULL, new != NULL ? new->value : NULL);
}

static enum status add_claim_parts(const struct comparing *comparing, struct parts *parts,
                                   enum comparison_side side)
{
    const struct network *network = comparing->sides->networks[side];
    const struct claims_range range = comparing->item == ITEM_RELATION && comparing->about == NULL
                                          ? claims_of_relation(network, comparing->items[side])
                                          : claims_of_statement(network, NETWORK_NONE);
    return parts_add_claim(parts, network, comparing->claims[side],
                           claims_period(network, &range, comparing->claims[side]));
}

/* Reports how two claims of a source differ. */
static enum status compare_claim(struct comparing *comparing)
{
    struct parts old = {.arena = &comparing->arena}, new = {.arena = &comparing->arena};
    enum status status = add_claim_parts(comparing, &old, OLD);
    if (status == STATUS_OK)
        status = add_claim_parts(comparing, &new, NEW);
    if (status == STATUS_OK)
        status = parts_compare(&old, &new, report_claim_part, comparing);
    parts_clear(&old);
    parts_clear(&new);
    return status;
}

static enum status report_claim(void *context, uint32_t old, uint32_t new)
{
    struct comparing *comparing = context;
    const struct part *about = comparing->about;
    enum status status;
    if (old == NETWORK_NONE && new == NETWORK_NONE)
        return comparing->found
                   ? STATUS_OK
                   : comparing_report(comparing, CHANGE_PARTS_MOVED, "claims", "", NULL, NULL);
    comparing->claims[OLD] = old;
    comparing->claims[NEW] = new;
    if (old != NETWORK_NONE && new != NETWORK_NONE)
        status = compare_claim(comparing);
    else
        status = comparing_report(
            comparing, old == NETWORK_NONE ? CHANGE_CLAIM_ADDED : CHANGE_CLAIM_REMOVED,
            about != NULL ? about->noun : "", about != NULL ? about->key : "", NULL, NULL);
    comparing->claims[OLD] = comparing->claims[NEW] = NETWORK_NONE;
    return status;
}

enum status claim_changes_add(struct comparing *comparing)
{
    const struct sides *sides = comparing->sides;
    const struct claims_range old =
        claims_of_relation(sides->networks[OLD], comparing->items[OLD]);
    const struct claims_range new =
        claims_of_relation(sides->networks[NEW], comparing->items[NEW]);
    return claims_compare(sides, &old, &new, &comparing->arena, report_claim, comparing);
}

static struct network_claims claims_in(const struct network *network,
                                       const struct claims_range *range)
{
    return (struct network_claims){range->count > 0 ? network->claims.items + range->first : NULL,
                                   range->count};
}

enum status claim_changes_add_stated(struct comparing *comparing, const struct part *old,
                                     const struct part *new)
{
    const struct sides *sides = comparing->sides;
    const struct claims_range a = claims_of_statement(sides->networks[OLD], old->statement);
    const struct claims_range b = claims_of_statement(sides->networks[NEW], new->statement);
    if (a.count + b.count == 0)
        return STATUS_OK;
    const enum evidence before = evidence_of_claims(claims_in(sides->networks[OLD], &a));
    const enum evidence after = evidence_of_claims(claims_in(sides->networks[NEW], &b));
    comparing->about = new;
    enum status status = STATUS_OK;
    if (before != after)
        status = comparing_report(comparing, evidence_changes_kind(before, after), new->noun,
                                  new->key, vocabulary_evidences.words[before],
                                  vocabulary_evidences.words[after]);
    if (status == STATUS_OK)
        status = claims_compare(sides, &a, &b, &comparing->arena, report_claim, comparing);
    comparing->about = NULL;
    return status;
}
