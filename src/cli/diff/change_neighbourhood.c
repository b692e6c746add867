/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/change_neighbourhood.h"

#include <stdlib.h>
#include <string.h>

/* So many ties that are the same are shown among the parties of those that changed, and beside
   them: more would hide what changed. */
enum { MOST_AMONG = 16, MOST_BESIDE = 8 };

/* Whether a figure shows that a tie changed so. */
static bool is_shown(const struct change *change)
{
    if (change->item != ITEM_RELATION)
        return false;
    switch (change_group_of(change->kind)) {
    case CHANGE_GROUP_RENAMED:
    case CHANGE_GROUP_MOVED:
    case CHANGE_GROUP_MARKINGS: return false;
    default: return true;
    }
}

static void keep_changed(const struct review *review, struct scope *kept, bool *empty)
{
    *empty = true;
    for (size_t i = 0; i < review->changes.count; i++) {
        const struct change *change = &review->changes.items[i];
        const enum comparison_side side = change->items[NEW] != NETWORK_NONE ? NEW : OLD;
        if (!is_shown(change))
            continue;
        scope_add(kept, &review->sides, ITEM_RELATION, side, change->items[side]);
        *empty = false;
    }
}

/* A tie that is the same, of parties of those that changed. */
struct unchanged {
    const char *id;
    uint32_t relation;
    unsigned weight;
    bool beside; /* it has other ends, too */
};

struct unchanged_list {
    struct unchanged *items;
    size_t count;
};

/* Those among the parties first, then by weight. */
static int compare(const void *a, const void *b)
{
    const struct unchanged *x = a, *y = b;
    if (x->beside != y->beside)
        return x->beside ? 1 : -1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return strcmp(x->id, y->id);
}

static size_t count_parties(const struct bitset *parties, struct network_ends ends)
{
    size_t count = 0;
    for (size_t i = 0; i < ends.count; i++)
        count += bitset_has(parties, ends.items[i]);
    return count;
}

static void consider(const struct review *review, const struct scope *kept,
                     const struct bitset *parties, uint32_t relation, struct unchanged_list *list)
{
    const struct network *new = review->sides.networks[NEW];
    const struct network_relation *r = &new->relations.items[relation];
    const struct network_ends ends = network_ends(new, relation);
    const size_t found = count_parties(parties, ends);
    if (bitset_has(&kept->items[NEW][ITEM_RELATION], relation) ||
        !scope_has(&review->scope, ITEM_RELATION, NEW, relation) || found == 0)
        return;
    list->items[list->count++] =
        (struct unchanged){network_text(new, r->id), relation, r->weight, found < ends.count};
}

/* The number of ties of NEW in the scope that are not kept. */
static size_t count_same(const struct review *review, const struct scope *kept)
{
    size_t count = 0;
    for (uint32_t i = 0; i < review->sides.networks[NEW]->relations.count; i++)
        count += scope_has(&review->scope, ITEM_RELATION, NEW, i) &&
                 !scope_has(kept, ITEM_RELATION, NEW, i);
    return count;
}

/* Returns how many are left out. */
static size_t keep_around(const struct review *review, struct scope *kept,
                          const struct bitset *parties, struct unchanged_list *list)
{
    size_t among = 0, beside = 0;
    for (uint32_t i = 0; i < review->sides.networks[NEW]->relations.count; i++)
        consider(review, kept, parties, i, list);
    qsort(list->items, list->count, sizeof *list->items, compare);
    for (size_t i = 0; i < list->count; i++) {
        const struct unchanged *item = &list->items[i];
        if (item->beside ? beside == MOST_BESIDE : among == MOST_AMONG)
            continue;
        scope_add(kept, &review->sides, ITEM_RELATION, NEW, item->relation);
        *(item->beside ? &beside : &among) += 1;
    }
    return count_same(review, kept);
}

/* The parties of the ties kept so far, in NEW. */
static enum status find_parties(const struct review *review, const struct scope *kept,
                                struct bitset *parties)
{
    const struct sides *sides = &review->sides;
    TRY(bitset_init(parties, sides->networks[NEW]->vertices.count));
    for (enum comparison_side side = OLD; side < SIDES; side++)
        for (uint32_t i = 0; i < sides->networks[side]->relations.count; i++) {
            const struct network_ends ends = network_ends(sides->networks[side], i);
            for (size_t j = 0; j < ends.count && scope_has(kept, ITEM_RELATION, side, i); j++)
                bitset_add(parties, side == NEW
                                        ? ends.items[j]
                                        : sides_partner(sides, ITEM_VERTEX, OLD, ends.items[j]));
        }
    return STATUS_OK;
}

enum status change_neighbourhood_find(const struct review *review, struct scope *kept,
                                      bool *empty, size_t *left_out)
{
    struct bitset parties = {NULL, 0};
    *left_out = 0;
    TRY(scope_init_empty(kept, &review->sides));
    keep_changed(review, kept, empty);
    if (*empty)
        return STATUS_OK;
    struct unchanged_list list = {
        malloc((review->sides.networks[NEW]->relations.count + 1) * sizeof *list.items), 0};
    enum status status =
        list.items != NULL ? find_parties(review, kept, &parties) : STATUS_MEMORY;
    if (status == STATUS_OK)
        *left_out = keep_around(review, kept, &parties, &list);
    bitset_clear(&parties);
    free(list.items);
    return status;
}

/* --- marks */

/* What a change of a tie is in a figure. */
static enum scene_change_kind kind_of(const struct change *change)
{
    switch (change->kind) {
    case CHANGE_TIE_ADDED: return CHANGE_NEW;
    case CHANGE_TIE_RETYPED: return CHANGE_RETYPED;
    case CHANGE_TIE_TURNED: return CHANGE_TURNED;
    case CHANGE_TIE_REDIRECTED: return CHANGE_PARTIES;
    case CHANGE_ENDED: return CHANGE_OVER;
    case CHANGE_BEGAN: return CHANGE_BEGUN;
    default: return CHANGE_OTHER;
    }
}

/* What CHANGE says of a tie that both versions have, beside what is known of it. */
static struct scene_change add_change(struct scene_change known, const struct change *change)
{
    const bool evidence =
        change_group_of(change->kind) == CHANGE_GROUP_EVIDENCE && change->about[0] == '\0';
    const enum scene_change_kind kind = evidence ? CHANGE_EVIDENCE : kind_of(change);
    if (evidence) {
        const int before = vocabulary_find(&vocabulary_evidences, change->values[OLD]);
        known.restated = true;
        known.before = (enum evidence)before;
    }
    if (kind == CHANGE_RETYPED) {
        const int type = vocabulary_find(&vocabulary_types, change->values[OLD]);
        known.type = (enum relation_type)type;
    }
    if (kind < known.kind) /* the first in their order says most */
        known.kind = kind;
    return known;
}

/* What became of each relation of NEW. */
static struct scene_change *mark_new(const struct review *review)
{
    const size_t count = review->sides.networks[NEW]->relations.count;
    struct scene_change *marks = malloc((count + 1) * sizeof *marks);
    for (size_t i = 0; i < count && marks != NULL; i++)
        marks[i] = (struct scene_change){.kind = CHANGE_SAME};
    for (size_t i = 0; i < review->changes.count && marks != NULL; i++) {
        const struct change *change = &review->changes.items[i];
        const uint32_t relation = change->items[NEW];
        if (is_shown(change) && relation != NETWORK_NONE)
            marks[relation] = add_change(marks[relation], change);
    }
    return marks;
}

struct scene_change *change_neighbourhood_mark(const struct review *review,
                                               const struct network *joint)
{
    const struct network *new = review->sides.networks[NEW];
    struct scene_change *known = mark_new(review);
    struct scene_change *marks = malloc((joint->relations.count + 1) * sizeof *marks);
    for (size_t i = 0; i < joint->relations.count && known != NULL && marks != NULL; i++) {
        const struct network_entity entity =
            network_find(new, network_text(joint, joint->relations.items[i].id));
        marks[i] = entity.what == ENTITY_RELATION ? known[entity.index]
                                                  : (struct scene_change){.kind = CHANGE_GONE};
    }
    if (known == NULL) {
        free(marks);
        marks = NULL;
    }
    free(known);
    return marks;
}

enum scene_change_kind *change_neighbourhood_mark_vertices(const struct review *review,
                                                           const struct network *joint)
{
    const struct network *new = review->sides.networks[NEW];
    enum scene_change_kind *marks = malloc((joint->vertices.count + 1) * sizeof *marks);
    for (size_t i = 0; i < joint->vertices.count && marks != NULL; i++) {
        const struct network_entity entity =
            network_find(new, network_text(joint, joint->vertices.items[i].id));
        if (entity.what != ENTITY_VERTEX)
            marks[i] = CHANGE_GONE;
        else
            marks[i] =
                sides_partner(&review->sides, ITEM_VERTEX, NEW, entity.index) == NETWORK_NONE
                    ? CHANGE_NEW
                    : CHANGE_SAME;
    }
    return marks;
}
