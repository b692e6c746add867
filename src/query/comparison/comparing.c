/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/comparing.h"

#include <stdlib.h>
#include <string.h>

/* Whether NOUN, mutual or sign, of the relation follows from its type on both sides. */
static bool is_default(const struct comparing *comparing, const char *noun)
{
    const bool mutual = strcmp(noun, "mutual") == 0;
    if (!mutual && strcmp(noun, "sign") != 0)
        return false;
    for (int side = OLD; side < SIDES; side++) {
        const struct network_relation *relation =
            &comparing->sides->networks[side]->relations.items[comparing->items[side]];
        if (mutual ? relation->mutual_given : relation->sign_given)
            return false;
    }
    return true;
}

static int compare_dates(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether NEW has a period of the date KEY. */
static bool has_period(const struct comparing *comparing, const char *key)
{
    return comparing->period_count > 0 &&
           bsearch(&key, comparing->periods, comparing->period_count, sizeof *comparing->periods,
                   compare_dates) != NULL;
}

/* Whether a part changed with the whole relation, so that another change says it: its ends and
   its type, with what follows from that; and what a period says that is gone. */
static bool is_implied(const struct comparing *comparing, enum change_kind kind, const char *noun,
                       const char *key, const char *after)
{
    if (comparing->item != ITEM_RELATION || comparing->about != NULL)
        return false;
    if (kind == CHANGE_DETAIL_REMOVED && strcmp(noun, "period weight") == 0)
        return after == NULL && !has_period(comparing, key);
    if (kind != CHANGE_DETAIL_CHANGED || comparing->reshaped == CHANGES)
        return false;
    const bool retyped = comparing->reshaped == CHANGE_TIE_RETYPED;
    return strcmp(noun, "from") == 0 || strcmp(noun, "to") == 0 ||
           (retyped && (strcmp(noun, "type") == 0 || is_default(comparing, noun)));
}

enum status comparing_report(struct comparing *comparing, enum change_kind kind, const char *noun,
                             const char *key, const char *before, const char *after)
{
    const struct part *about = comparing->about;
    comparing->found = true;
    return changes_add(
        comparing->changes,
        &(struct change){.kind = kind,
                         .item = comparing->item,
                         .items = {comparing->items[OLD], comparing->items[NEW]},
                         .claims = {comparing->claims[OLD], comparing->claims[NEW]},
                         .noun = noun,
                         .key = key,
                         .topic = about != NULL ? about->noun : "",
                         .about = about != NULL ? about->value : "",
                         .values = {before, after},
                         .implied = is_implied(comparing, kind, noun, key, after)});
}

enum status comparing_note_periods(struct comparing *comparing, const struct parts *new)
{
    comparing->period_count = 0;
    for (size_t i = 0; i < new->count; i++)
        comparing->period_count += strcmp(new->items[i].noun, "period") == 0;
    const char **periods =
        realloc(comparing->periods, (comparing->period_count + 1) * sizeof *periods);
    if (periods == NULL)
        return STATUS_MEMORY;
    comparing->periods = periods;
    for (size_t i = 0; i < new->count; i++)
        if (strcmp(new->items[i].noun, "period") == 0)
            *periods++ = new->items[i].value;
    if (comparing->period_count > 0)
        qsort(comparing->periods, comparing->period_count, sizeof *periods, compare_dates);
    return STATUS_OK;
}
