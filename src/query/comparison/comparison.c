/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/comparison.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"
#include "query/comparison/claims.h"
#include "query/comparison/evidence_changes.h"
#include "query/comparison/moving.h"
#include "query/comparison/parts.h"
#include "query/comparison/sameness.h"

/* A pair of items that is being compared. */
struct comparison {
    const struct sides *sides;
    const struct scope *scope;
    struct changes *changes;
    struct bitset regraded; /* sources of NEW whose changes matter for evidence */
    bool any_regraded;
    struct arena arena;        /* of the parts of one item */
    enum comparison_item item; /* ITEMS: the dataset itself */
    uint32_t items[SIDES];     /* NETWORK_NONE for both: the dataset itself */
    const struct part *about;  /* of the claims that are being compared; NULL: the item */
    uint32_t claims[SIDES];    /* of the parts that are being compared, or NETWORK_NONE */
    bool found;                /* something has changed in it */
    enum change_kind reshaped; /* what became of the ends or the type of a relation, or CHANGES */
    const char **periods;      /* the dates of its periods in NEW, sorted; owned */
    size_t period_count;
};

/* Whether NOUN, mutual or sign, of the relation follows from its type on both sides. */
static bool is_default(const struct comparison *comparison, const char *noun)
{
    const bool mutual = strcmp(noun, "mutual") == 0;
    if (!mutual && strcmp(noun, "sign") != 0)
        return false;
    for (int side = OLD; side < SIDES; side++) {
        const struct network_relation *relation =
            &comparison->sides->networks[side]->relations.items[comparison->items[side]];
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
static bool has_period(const struct comparison *comparison, const char *key)
{
    return comparison->period_count > 0 &&
           bsearch(&key, comparison->periods, comparison->period_count,
                   sizeof *comparison->periods, compare_dates) != NULL;
}

/* Whether a part changed with the whole relation, so that another change says it: its ends and
   its type, with what follows from that; and what a period says that is gone. */
static bool is_implied(const struct comparison *comparison, enum change_kind kind,
                       const char *noun, const char *key, const char *after)
{
    if (comparison->item != ITEM_RELATION || comparison->about != NULL)
        return false;
    if (kind == CHANGE_DETAIL_REMOVED && strcmp(noun, "period weight") == 0)
        return after == NULL && !has_period(comparison, key);
    if (kind != CHANGE_DETAIL_CHANGED || comparison->reshaped == CHANGES)
        return false;
    const bool retyped = comparison->reshaped == CHANGE_TIE_RETYPED;
    return strcmp(noun, "from") == 0 || strcmp(noun, "to") == 0 ||
           (retyped && (strcmp(noun, "type") == 0 || is_default(comparison, noun)));
}

static enum status report(struct comparison *comparison, enum change_kind kind, const char *noun,
                          const char *key, const char *before, const char *after)
{
    const struct part *about = comparison->about;
    comparison->found = true;
    return changes_add(
        comparison->changes,
        &(struct change){.kind = kind,
                         .item = comparison->item,
                         .items = {comparison->items[OLD], comparison->items[NEW]},
                         .claims = {comparison->claims[OLD], comparison->claims[NEW]},
                         .noun = noun,
                         .key = key,
                         .topic = about != NULL ? about->noun : "",
                         .about = about != NULL ? about->value : "",
                         .values = {before, after},
                         .implied = is_implied(comparison, kind, noun, key, after)});
}

/* --- claims */

static enum status report_claim_part(void *context, const struct part *old,
                                     const struct part *new)
{
    struct comparison *comparison = context;
    const struct part *part = old != NULL ? old : new;
    if (old != NULL && new != NULL && strcmp(old->marking, new->marking) != 0)
        TRY(report(comparison, CHANGE_CLAIM_CHANGED, "marking", part->noun,
                   old->marking[0] != '\0' ? old->marking : NULL,
                   new->marking[0] != '\0' ? new->marking : NULL));
    if (old != NULL && new != NULL && strcmp(old->value, new->value) == 0)
        return STATUS_OK;
    return report(comparison, CHANGE_CLAIM_CHANGED, part->noun, part->key,
                  old != NULL ? old->value : NULL, new != NULL ? new->value : NULL);
}

static enum status add_claim_parts(const struct comparison *comparison, struct parts *parts,
                                   enum comparison_side side)
{
    const struct network *network = comparison->sides->networks[side];
    const struct claims_range range =
        comparison->item == ITEM_RELATION && comparison->about == NULL
            ? claims_of_relation(network, comparison->items[side])
            : claims_of_statement(network, NETWORK_NONE);
    return parts_add_claim(parts, network, comparison->claims[side],
                           claims_period(network, &range, comparison->claims[side]));
}

/* Reports how two claims of a source differ. */
static enum status compare_claim(struct comparison *comparison)
{
    struct parts old = {.arena = &comparison->arena}, new = {.arena = &comparison->arena};
    enum status status = add_claim_parts(comparison, &old, OLD);
    if (status == STATUS_OK)
        status = add_claim_parts(comparison, &new, NEW);
    if (status == STATUS_OK)
        status = parts_compare(&old, &new, report_claim_part, comparison);
    parts_clear(&old);
    parts_clear(&new);
    return status;
}

static enum status report_claim(void *context, uint32_t old, uint32_t new)
{
    struct comparison *comparison = context;
    const struct part *about = comparison->about;
    enum status status;
    if (old == NETWORK_NONE && new == NETWORK_NONE)
        return comparison->found
                   ? STATUS_OK
                   : report(comparison, CHANGE_PARTS_MOVED, "claims", "", NULL, NULL);
    comparison->claims[OLD] = old;
    comparison->claims[NEW] = new;
    if (old != NETWORK_NONE && new != NETWORK_NONE)
        status = compare_claim(comparison);
    else
        status =
            report(comparison, old == NETWORK_NONE ? CHANGE_CLAIM_ADDED : CHANGE_CLAIM_REMOVED,
                   about != NULL ? about->noun : "", about != NULL ? about->key : "", NULL, NULL);
    comparison->claims[OLD] = comparison->claims[NEW] = NETWORK_NONE;
    return status;
}

static enum status compare_relation_claims(struct comparison *comparison)
{
    const struct sides *sides = comparison->sides;
    const struct claims_range old =
        claims_of_relation(sides->networks[OLD], comparison->items[OLD]);
    const struct claims_range new =
        claims_of_relation(sides->networks[NEW], comparison->items[NEW]);
    return claims_compare(sides, &old, &new, &comparison->arena, report_claim, comparison);
}

static struct network_claims claims_in(const struct network *network,
                                       const struct claims_range *range)
{
    return (struct network_claims){range->count > 0 ? network->claims.items + range->first : NULL,
                                   range->count};
}

/* Compares the claims about a part that both sides have, and what follows from them. */
static enum status compare_stated(struct comparison *comparison, const struct part *old,
                                  const struct part *new)
{
    const struct sides *sides = comparison->sides;
    const struct claims_range a = claims_of_statement(sides->networks[OLD], old->statement);
    const struct claims_range b = claims_of_statement(sides->networks[NEW], new->statement);
    if (a.count + b.count == 0)
        return STATUS_OK;
    const enum evidence before = evidence_of_claims(claims_in(sides->networks[OLD], &a));
    const enum evidence after = evidence_of_claims(claims_in(sides->networks[NEW], &b));
    comparison->about = new;
    enum status status = STATUS_OK;
    if (before != after)
        status = report(comparison, evidence_changes_kind(before, after), new->noun, new->key,
                        vocabulary_evidences.words[before], vocabulary_evidences.words[after]);
    if (status == STATUS_OK)
        status = claims_compare(sides, &a, &b, &comparison->arena, report_claim, comparison);
    comparison->about = NULL;
    return status;
}

/* --- parts */

static bool is_among(const char *noun, const char *const nouns[])
{
    while (*nouns != NULL && strcmp(*nouns, noun) != 0)
        nouns++;
    return *nouns != NULL;
}

static enum change_kind kind_of_part(const char *noun, bool added, bool removed)
{
    static const char *const names[] = {"name",  "alias",       "short", "article",
                                        "title", "description", NULL};
    if (strcmp(noun, "marking") == 0 || strcmp(noun, "markings") == 0)
        return CHANGE_MARKING;
    if (is_among(noun, names))
        return added ? CHANGE_NAME_ADDED : removed ? CHANGE_NAME_REMOVED : CHANGE_NAME_CHANGED;
    return added ? CHANGE_DETAIL_ADDED : removed ? CHANGE_DETAIL_REMOVED : CHANGE_DETAIL_CHANGED;
}

static enum status report_phase(struct comparison *comparison, const struct part *old,
                                const struct part *new)
{
    const char *past = vocabulary_phases.words[PHASE_PAST];
    const char *ahead = vocabulary_phases.words[PHASE_PROSPECTIVE];
    enum change_kind kind = CHANGE_RESUMED;
    if (strcmp(new->value, past) == 0)
        kind = CHANGE_ENDED;
    else if (strcmp(new->value, ahead) == 0)
        kind = CHANGE_POSTPONED;
    else if (strcmp(old->value, ahead) == 0)
        kind = CHANGE_BEGAN;
    return report(comparison, kind, "phase", "", old->value, new->value);
}

/* A marking of a part alone: "marking" with the key "name fa". */
static enum status report_marking(struct comparison *comparison, const struct part *old,
                                  const struct part *new)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_format(&key, "%s%s%s", new->noun, new->key[0] != '\0' ? " " : "", new->key);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = report(comparison, CHANGE_MARKING, "marking", buffer_string(&key),
                        old->marking[0] != '\0' ? old->marking : NULL,
                        new->marking[0] != '\0' ? new->marking : NULL);
    buffer_clear(&key);
    return status;
}

static enum status report_both(struct comparison *comparison, const struct part *old,
                               const struct part *new)
{
    if (strcmp(old->value, new->value) != 0) {
        if (comparison->item == ITEM_RELATION && strcmp(new->noun, "phase") == 0)
            return report_phase(comparison, old, new);
        TRY(report(comparison, kind_of_part(new->noun, false, false), new->noun, new->key,
                   old->value, new->value));
    }
    if (strcmp(old->marking, new->marking) != 0)
        TRY(report_marking(comparison, old, new));
    return compare_stated(comparison, old, new);
}

static enum status report_part(void *context, const struct part *old, const struct part *new)
{
    struct comparison *comparison = context;
    if (old != NULL && new != NULL)
        return report_both(comparison, old, new);
    if (old != NULL)
        return report(comparison, kind_of_part(old->noun, false, true), old->noun, old->key,
                      old->value, NULL);
    assert(new != NULL);
    return report(comparison, kind_of_part(new->noun, true, false), new->noun, new->key, NULL,
                  new->value);
}

static enum status add_parts(const struct comparison *comparison, struct parts *parts,
                             enum comparison_side side)
{
    if (comparison->item == ITEMS)
        return parts_add_dataset(parts, comparison->sides->networks[side]);
    return parts_add_item(parts, comparison->sides, comparison->item, side,
                          comparison->items[side]);
}

static bool are_in_order(const struct parts *old, const struct parts *new)
{
    for (size_t i = 0; i < old->count && i < new->count; i++)
        if (strcmp(old->items[i].noun, new->items[i].noun) != 0 ||
            strcmp(old->items[i].key, new->items[i].key) != 0 ||
            strcmp(old->items[i].value, new->items[i].value) != 0)
            return false;
    return true;
}

/* Whether all of OLD, vertices of the old version, are among NEW, and as many. */
static bool are_partners(const struct sides *sides, struct network_ends old,
                         struct network_ends new)
{
    for (size_t i = 0; i < old.count; i++) {
        const uint32_t partner = sides_partner(sides, ITEM_VERTEX, OLD, old.items[i]);
        size_t j = 0;
        while (j < new.count &&new.items[j] != partner)
            j++;
        if (j == new.count)
            return false;
    }
    return old.count == new.count;
}

/* What became of a relation that is of another type or between others now; CHANGES if it is not.
   The ends of one that is or was mutual may be exchanged: it is not turned round. */
static enum change_kind reshaping(const struct comparison *comparison)
{
    const struct sides *sides = comparison->sides;
    const uint32_t old = comparison->items[OLD], new = comparison->items[NEW];
    const struct network *a = sides->networks[OLD], *b = sides->networks[NEW];
    const struct network_relation *x = &a->relations.items[old], *y = &b->relations.items[new];
    const struct network_ends from = network_from(a, old), to = network_to(a, old);
    if (x->type != y->type)
        return CHANGE_TIE_RETYPED;
    if (are_partners(sides, from, network_from(b, new)) &&
        are_partners(sides, to, network_to(b, new)))
        return CHANGES;
    if (!are_partners(sides, from, network_to(b, new)) ||
        !are_partners(sides, to, network_from(b, new)))
        return CHANGE_TIE_REDIRECTED;
    return x->mutual || y->mutual ? CHANGES : CHANGE_TIE_TURNED;
}

/* Reports that a relation has another type, or leads elsewhere. */
static enum status compare_shapes(struct comparison *comparison)
{
    const enum change_kind kind = reshaping(comparison);
    const struct network *const *networks = comparison->sides->networks;
    const char *types[SIDES] = {NULL, NULL};
    if (kind == CHANGES)
        return STATUS_OK;
    for (int side = OLD; side <= NEW && kind == CHANGE_TIE_RETYPED; side++)
        types[side] =
            vocabulary_types.words[networks[side]->relations.items[comparison->items[side]].type];
    TRY(report(comparison, kind, "", "", types[OLD], types[NEW]));
    comparison->reshaped = kind;
    return STATUS_OK;
}

/* Notes the dates of the periods among the parts of NEW. */
static enum status note_periods(struct comparison *comparison, const struct parts *new)
{
    comparison->period_count = 0;
    for (size_t i = 0; i < new->count; i++)
        comparison->period_count += strcmp(new->items[i].noun, "period") == 0;
    const char **periods =
        realloc(comparison->periods, (comparison->period_count + 1) * sizeof *periods);
    if (periods == NULL)
        return STATUS_MEMORY;
    comparison->periods = periods;
    for (size_t i = 0; i < new->count; i++)
        if (strcmp(new->items[i].noun, "period") == 0)
            *periods++ = new->items[i].value;
    if (comparison->period_count > 0)
        qsort(comparison->periods, comparison->period_count, sizeof *periods, compare_dates);
    return STATUS_OK;
}

/* Parts that are the same in another order are as good as moved. */
static enum status compare_lists(struct comparison *comparison, struct parts *old,
                                 struct parts *new)
{
    const bool ordered = are_in_order(old, new);
    if (comparison->item == ITEM_RELATION) {
        TRY(compare_shapes(comparison));
        TRY(note_periods(comparison, new));
    }
    TRY(parts_compare(old, new, report_part, comparison));
    if (ordered || comparison->found)
        return STATUS_OK;
    return report(comparison, CHANGE_PARTS_MOVED, "parts", "", NULL, NULL);
}

static enum status compare_parts(struct comparison *comparison)
{
    struct parts old = {.arena = &comparison->arena}, new = {.arena = &comparison->arena};
    enum status status = add_parts(comparison, &old, OLD);
    if (status == STATUS_OK)
        status = add_parts(comparison, &new, NEW);
    if (status == STATUS_OK)
        status = compare_lists(comparison, &old, &new);
    parts_clear(&old);
    parts_clear(&new);
    return status;
}

/* --- items */

static void begin(struct comparison *comparison, enum comparison_item item, uint32_t old,
                  uint32_t new)
{
    arena_clear(&comparison->arena);
    comparison->item = item;
    comparison->items[OLD] = old;
    comparison->items[NEW] = new;
    comparison->found = false;
    comparison->reshaped = CHANGES;
}

/* A declared word has no kind of change of its own. */
static enum status report_whole(struct comparison *comparison, enum comparison_side side,
                                uint32_t index)
{
    const struct network *network = comparison->sides->networks[side];
    const bool added = side == NEW;
    switch (comparison->item) {
    case ITEM_SOURCE:
        return report(comparison, added ? CHANGE_SOURCE_ADDED : CHANGE_SOURCE_REMOVED, "", "",
                      NULL, NULL);
    case ITEM_RELATION:
        return report(comparison, added ? CHANGE_TIE_ADDED : CHANGE_TIE_REMOVED, "", "", NULL,
                      NULL);
    case ITEM_VERTEX:
        if (network->vertices.items[index].event != NETWORK_NONE)
            return report(comparison, added ? CHANGE_EVENT_ADDED : CHANGE_EVENT_REMOVED, "", "",
                          NULL, NULL);
        return report(comparison, added ? CHANGE_ACTOR_ADDED : CHANGE_ACTOR_REMOVED, "", "", NULL,
                      NULL);
    case ITEM_WORD:
        return report(comparison, added ? CHANGE_DETAIL_ADDED : CHANGE_DETAIL_REMOVED, "word", "",
                      NULL, NULL);
    case ITEMS: break;
    }
    return STATUS_OK;
}

static bool is_same(const struct comparison *comparison)
{
    const uint32_t old = comparison->items[OLD], new = comparison->items[NEW];
    switch (comparison->item) {
    case ITEM_VERTEX: return sameness_of_vertices(comparison->sides, old, new);
    case ITEM_RELATION: return sameness_of_relations(comparison->sides, old, new);
    case ITEM_SOURCE:
    case ITEM_WORD:
    case ITEMS: break;
    }
    return false;
}

/* Whether the evidence may have changed although the claims have not. */
static bool is_regraded(const struct comparison *comparison, uint32_t relation)
{
    const struct network_claims claims =
        network_claims(comparison->sides->networks[NEW], relation);
    for (size_t i = 0; i < claims.count && comparison->any_regraded; i++)
        if (bitset_has(&comparison->regraded, claims.items[i].by))
            return true;
    return false;
}

static enum status compare_evidence(struct comparison *comparison)
{
    const uint32_t old = comparison->items[OLD], new = comparison->items[NEW];
    const size_t before = comparison->changes->count;
    TRY(evidence_changes_add(comparison->sides, comparison->scope, old, new,
                             comparison->changes));
    comparison->found |= comparison->changes->count > before;
    return STATUS_OK;
}

/* Whether the ends of a relation are the same in another order. */
static bool are_ends_moved(const struct comparison *comparison)
{
    const struct sides *sides = comparison->sides;
    const struct network_ends old = network_ends(sides->networks[OLD], comparison->items[OLD]);
    const struct network_ends new = network_ends(sides->networks[NEW], comparison->items[NEW]);
    for (size_t i = 0; i < old.count && i < new.count; i++)
        if (sides_partner(sides, ITEM_VERTEX, OLD, old.items[i]) != new.items[i])
            return true;
    return false;
}

static enum status compare_relations(struct comparison *comparison)
{
    TRY(compare_relation_claims(comparison));
    if (comparison->found || !are_ends_moved(comparison))
        return STATUS_OK;
    return report(comparison, CHANGE_PARTS_MOVED, "ends", "", NULL, NULL);
}

static enum status compare_pair(struct comparison *comparison)
{
    const bool is_relation = comparison->item == ITEM_RELATION, same = is_same(comparison);
    /* What was claimed of another tie is no evidence for what it is now. */
    if (is_relation && reshaping(comparison) == CHANGES &&
        (!same || is_regraded(comparison, comparison->items[NEW])))
        TRY(compare_evidence(comparison));
    if (same)
        return STATUS_OK;
    TRY(compare_parts(comparison));
    return is_relation ? compare_relations(comparison) : STATUS_OK;
}

static enum status report_renamed(struct comparison *comparison)
{
    const struct sides *sides = comparison->sides;
    const char *before = sides_id(sides, comparison->item, OLD, comparison->items[OLD]);
    const char *after = sides_id(sides, comparison->item, NEW, comparison->items[NEW]);
    if (strcmp(before, after) == 0)
        return STATUS_OK;
    return report(comparison, CHANGE_RENAMED, "id", "", before, after);
}

static enum status compare_new(struct comparison *comparison, enum comparison_item item,
                               uint32_t new)
{
    const uint32_t old = sides_partner(comparison->sides, item, NEW, new);
    begin(comparison, item, old, new);
    if (!scope_has(comparison->scope, item, NEW, new))
        return STATUS_OK;
    if (old == NETWORK_NONE)
        return report_whole(comparison, NEW, new);
    TRY(report_renamed(comparison));
    return compare_pair(comparison);
}

static enum status compare_items(struct comparison *comparison, enum comparison_item item)
{
    const struct sides_pairing *pairing = &comparison->sides->pairings[item];
    for (uint32_t i = 0; i < pairing->counts[NEW]; i++)
        TRY(compare_new(comparison, item, i));
    for (uint32_t i = 0; i < pairing->counts[OLD]; i++) {
        if (pairing->partners[OLD][i] != NETWORK_NONE ||
            !scope_has(comparison->scope, item, OLD, i))
            continue;
        begin(comparison, item, i, NETWORK_NONE);
        TRY(report_whole(comparison, OLD, i));
    }
    return STATUS_OK;
}

/* The id of the item before item INDEX of SIDE in its list; NULL: it is the first. */
static const char *id_before(const struct sides *sides, enum comparison_item item,
                             enum comparison_side side, uint32_t index)
{
    const struct network *network = sides->networks[side];
    const uint32_t actors = (uint32_t)(network->vertices.count - network->events.count);
    const bool first = index == 0 || (item == ITEM_VERTEX && index == actors);
    return first ? NULL : sides_id(sides, item, side, index - 1);
}

static enum status report_moved(struct comparison *comparison, enum comparison_item item)
{
    const struct sides *sides = comparison->sides;
    struct bitset moved;
    enum status status = moving_find(sides, item, &moved);
    for (uint32_t i = 0;
         i < sides->pairings[item].counts[NEW] && moved.words != NULL && status == STATUS_OK;
         i++) {
        if (!bitset_has(&moved, i) || !scope_has(comparison->scope, item, NEW, i))
            continue;
        const uint32_t old = sides_partner(sides, item, NEW, i);
        begin(comparison, item, old, i);
        status = report(comparison, CHANGE_MOVED, "", "", id_before(sides, item, OLD, old),
                        id_before(sides, item, NEW, i));
    }
    if (moved.words != NULL)
        bitset_clear(&moved);
    return status;
}

/* --- all */

/* Notes the sources that have another grade, basis or name than before, so that evidence may have
   changed: any that changed at all. */
static enum status find_regraded(struct comparison *comparison)
{
    const struct changes *changes = comparison->changes;
    TRY(bitset_init(&comparison->regraded, comparison->sides->networks[NEW]->sources.count));
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->item != ITEM_SOURCE || change->items[NEW] == NETWORK_NONE)
            continue;
        bitset_add(&comparison->regraded, change->items[NEW]);
        comparison->any_regraded = true;
    }
    return STATUS_OK;
}

static enum status find(struct comparison *comparison)
{
    if (!comparison->scope->selected) {
        begin(comparison, ITEMS, NETWORK_NONE, NETWORK_NONE);
        TRY(compare_parts(comparison));
        TRY(compare_items(comparison, ITEM_WORD));
    }
    TRY(compare_items(comparison, ITEM_SOURCE));
    TRY(find_regraded(comparison));
    TRY(compare_items(comparison, ITEM_VERTEX));
    TRY(compare_items(comparison, ITEM_RELATION));
    for (enum comparison_item item = 0; item < ITEMS; item++)
        if (item != ITEM_WORD || !comparison->scope->selected)
            TRY(report_moved(comparison, item));
    return changes_sort(comparison->changes, comparison->sides);
}

enum status comparison_find(const struct sides *sides, const struct scope *scope,
                            struct changes *changes)
{
    struct comparison comparison = {.sides = sides,
                                    .scope = scope,
                                    .changes = changes,
                                    .claims = {NETWORK_NONE, NETWORK_NONE}};
    enum status status = find(&comparison);
    bitset_clear(&comparison.regraded);
    free(comparison.periods);
    arena_clear(&comparison.arena);
    return status;
}
