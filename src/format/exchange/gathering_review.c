/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/gathering_review.h"

#include <stdlib.h>

/* Whether a tie has claims, and all are withheld. */
static bool has_withheld_claims(const struct gathering *gathering, const struct tie_entry *entry)
{
    uint32_t at = entry->first_claim;
    while (at != GATHERED_NONE &&
           gathering_is_withheld(gathering, gathering->claims.items[at].claim.marking))
        at = gathering->claims.items[at].next;
    return at == GATHERED_NONE && entry->first_claim != GATHERED_NONE;
}

size_t gathering_bare_ties(const struct gathering *gathering)
{
    size_t count = 0;
    for (size_t i = 0; i < gathering->ties.count; i++) {
        const struct tie_entry *entry = &gathering->ties.items[i];
        count += has_withheld_claims(gathering, entry) &&
                 !gathering_is_withheld(gathering, entry->tie.marking);
    }
    return count;
}

/* What claims or ties speak of: nothing that is seen by all, or something. */
enum mention { SILENT, BARE, SEEN };

static void mention(unsigned char *mentions, uint32_t index, bool withheld)
{
    if (!withheld)
        mentions[index] = SEEN;
    else if (mentions[index] == SILENT)
        mentions[index] = BARE;
}

enum status gathering_bare_actors(const struct gathering *gathering, size_t *count)
{
    unsigned char *actors = calloc(gathering->actors.count + 1, 1);
    *count = 0;
    if (actors == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < gathering->ties.count; i++) {
        const struct gathered_tie tie = gathering_tie_at(gathering, (uint32_t)i);
        const bool withheld = has_withheld_claims(gathering, &gathering->ties.items[i]) ||
                              gathering_is_withheld(gathering, tie.marking);
        for (size_t k = 0; k < tie.from_count; k++)
            mention(actors, tie.from[k], withheld);
        for (size_t k = 0; k < tie.to_count; k++)
            mention(actors, tie.to[k], withheld);
    }
    for (size_t i = 0; i < gathering->actors.count; i++)
        *count += actors[i] == BARE && !gathering->actors.items[i].listed &&
                  !gathering_is_withheld(gathering, gathering->actors.items[i].marking);
    free(actors);
    return STATUS_OK;
}

enum status gathering_bare_sources(const struct gathering *gathering, size_t *count)
{
    unsigned char *sources = calloc(gathering->sources.count + 1, 1);
    *count = 0;
    if (sources == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < gathering->claims.count; i++) {
        const struct gathered_claim *claim = &gathering->claims.items[i].claim;
        mention(sources, claim->by, gathering_is_withheld(gathering, claim->marking));
    }
    for (size_t i = 0; i < gathering->sources.count; i++)
        *count += sources[i] == BARE;
    free(sources);
    return STATUS_OK;
}

/* Looks up what an amount of CLAIM, an index, is the amount of, and counts it if another claim
   has one. KEYS have the first claim of each as their value. */
static enum status count_rival(const struct gathering *gathering, size_t tie, uint32_t claim,
                               const struct detail *amount, struct strings *keys, size_t *count)
{
    const struct gathered_claim *said = &gathering->claims.items[claim].claim;
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    buffer_format(&key, "%zu %u %u %u %u", tie, said->by, amount->name, amount->when,
                  amount->when == 0 ? said->period : 0);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(keys, STRINGS_RARELY, key.bytes, key.length, &number);
    buffer_clear(&key);
    TRY(status);
    const uint32_t first = strings_value(keys, number);
    if (first == STRINGS_NO_VALUE)
        strings_set_value(keys, number, claim);
    *count += first != STRINGS_NO_VALUE && first != claim;
    return STATUS_OK;
}

static enum status count_rivals(const struct gathering *gathering, struct strings *keys,
                                size_t *count)
{
    for (size_t i = 0; i < gathering->ties.count; i++)
        for (uint32_t at = gathering->ties.items[i].first_claim; at != GATHERED_NONE;
             at = gathering->claims.items[at].next) {
            const struct claim_entry *entry = &gathering->claims.items[at];
            for (uint32_t k = entry->details.first;
                 k != GATHERED_NONE && entry->claim.stance == STANCE_ASSERTS;
                 k = gathering->details.items[k].next)
                TRY(count_rival(gathering, i, at, &gathering->details.items[k], keys, count));
        }
    return STATUS_OK;
}

enum status gathering_rival_amounts(const struct gathering *gathering, size_t *count)
{
    struct strings keys;
    *count = 0;
    TRY(strings_init(&keys));
    const enum status status = count_rivals(gathering, &keys, count);
    strings_clear(&keys);
    return status;
}

bool gathering_lacks_as_of(const struct gathering *gathering)
{
    for (size_t i = 0; i < gathering->ties.count && gathering->as_of == 0; i++)
        if (gathering->ties.items[i].tie.when != 0)
            return true;
    for (size_t i = 0; i < gathering->details.count && gathering->as_of == 0; i++)
        if (gathering->details.items[i].what == DETAIL_PERIOD)
            return true;
    return false;
}
