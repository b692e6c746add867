/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/part_changes.h"

#include <assert.h>
#include <string.h>

#include "query/comparison/claim_changes.h"

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

static enum status report_phase(struct comparing *comparing, const struct part *old,
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
    return comparing_report(comparing, kind, "phase", "", old->value, new->value);
}

/* A marking of a part alone: "marking" with the key "name fa". */
static enum status report_marking(struct comparing *comparing, const struct part *old,
                                  const struct part *new)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_format(&key, "%s%s%s", new->noun, new->key[0] != '\0' ? " " : "", new->key);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = comparing_report(comparing, CHANGE_MARKING, "marking", buffer_string(&key),
                                  old->marking[0] != '\0' ? old->marking : NULL,
                                  new->marking[0] != '\0' ? new->marking : NULL);
    buffer_clear(&key);
    return status;
}

static enum status report_both(struct comparing *comparing, const struct part *old,
                               const struct part *new)
{
    if (strcmp(old->value, new->value) != 0) {
        if (comparing->item == ITEM_RELATION && strcmp(new->noun, "phase") == 0)
            return report_phase(comparing, old, new);
        TRY(comparing_report(comparing, kind_of_part(new->noun, false, false), new->noun,
                             new->key, old->value, new->value));
    }
    if (strcmp(old->marking, new->marking) != 0)
        TRY(report_marking(comparing, old, new));
    return claim_changes_add_stated(comparing, old, new);
}

static enum status report_part(void *context, const struct part *old, const struct part *new)
{
    struct comparing *comparing = context;
    if (old != NULL && new != NULL)
        return report_both(comparing, old, new);
    if (old != NULL)
        return comparing_report(comparing, kind_of_part(old->noun, false, true), old->noun,
                                old->key, old->value, NULL);
    assert(new != NULL);
    return comparing_report(comparing, kind_of_part(new->noun, true, false), new->noun, new->key,
                            NULL, new->value);
}

static enum status add_parts(const struct comparing *comparing, struct parts *parts,
                             enum comparison_side side)
{
    if (comparing->item == ITEMS)
        return parts_add_dataset(parts, comparing->sides->networks[side]);
    return parts_add_item(parts, comparing->sides, comparing->item, side, comparing->items[side]);
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

enum change_kind part_changes_reshaping(const struct comparing *comparing)
{
    const struct sides *sides = comparing->sides;
    const uint32_t old = comparing->items[OLD], new = comparing->items[NEW];
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
    return network_goes_both_ways(a, old) || network_goes_both_ways(b, new) ? CHANGES
                                                                            : CHANGE_TIE_TURNED;
}

/* Reports that a relation has another type, or leads elsewhere. */
static enum status compare_shapes(struct comparing *comparing)
{
    const enum change_kind kind = part_changes_reshaping(comparing);
    const struct network *const *networks = comparing->sides->networks;
    const char *types[SIDES] = {NULL, NULL};
    if (kind == CHANGES)
        return STATUS_OK;
    for (int side = OLD; side <= NEW && kind == CHANGE_TIE_RETYPED; side++)
        types[side] =
            vocabulary_types.words[networks[side]->relations.items[comparing->items[side]].type];
    TRY(comparing_report(comparing, kind, "", "", types[OLD], types[NEW]));
    comparing->reshaped = kind;
    return STATUS_OK;
}

/* Parts that are the same in another order are as good as moved. */
static enum status compare_lists(struct comparing *comparing, struct parts *old,
                                 struct parts *new)
{
    const bool ordered = are_in_order(old, new);
    if (comparing->item == ITEM_RELATION) {
        TRY(compare_shapes(comparing));
        TRY(comparing_note_periods(comparing, new));
    }
    TRY(parts_compare(old, new, report_part, comparing));
    if (ordered || comparing->found)
        return STATUS_OK;
    return comparing_report(comparing, CHANGE_PARTS_MOVED, "parts", "", NULL, NULL);
}

enum status part_changes_add(struct comparing *comparing)
{
    struct parts old = {.arena = &comparing->arena}, new = {.arena = &comparing->arena};
    enum status status = add_parts(comparing, &old, OLD);
    if (status == STATUS_OK)
        status = add_parts(comparing, &new, NEW);
    if (status == STATUS_OK)
        status = compare_lists(comparing, &old, &new);
    parts_clear(&old);
    parts_clear(&new);
    return status;
}
