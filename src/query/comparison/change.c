/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

static const struct {
    const char *word, *phrase, *label;
    enum change_group group;
} kinds[CHANGES] = {
#define CHANGE(name, word, group, phrase, label)                                                 \
    [CHANGE_##name] = {word, phrase, label, CHANGE_GROUP_##group},
#include "query/comparison/change.def"
};

static const struct {
    const char *word, *heading;
} groups[CHANGE_GROUPS] = {
#define CHANGE_GROUP(name, word, heading) [CHANGE_GROUP_##name] = {word, heading},
#include "query/comparison/change.def"
};

const char *change_word(enum change_kind kind)
{
    return kinds[kind].word;
}

const char *change_phrase(enum change_kind kind)
{
    return kinds[kind].phrase;
}

const char *change_label(enum change_kind kind)
{
    return kinds[kind].label;
}

enum change_group change_group_of(enum change_kind kind)
{
    return kinds[kind].group;
}

const char *change_group_word(enum change_group group)
{
    return groups[group].word;
}

const char *change_group_heading(enum change_group group)
{
    return groups[group].heading;
}

void changes_clear(struct changes *changes)
{
    free(changes->items);
    arena_clear(&changes->arena);
    *changes = (struct changes){.items = NULL};
}

/* Replaces *TEXT by a copy; NULL and "" stay. */
static enum status keep(struct changes *changes, const char **text)
{
    if (*text == NULL || (*text)[0] == '\0')
        return STATUS_OK;
    *text = arena_copy(&changes->arena, *text, strlen(*text));
    return *text != NULL ? STATUS_OK : STATUS_MEMORY;
}

enum status changes_add(struct changes *changes, const struct change *change)
{
    struct change copy = *change;
    ARRAY_RESERVE(changes, 1);
    TRY(keep(changes, &copy.noun));
    TRY(keep(changes, &copy.key));
    TRY(keep(changes, &copy.topic));
    TRY(keep(changes, &copy.about));
    TRY(keep(changes, &copy.values[OLD]));
    TRY(keep(changes, &copy.values[NEW]));
    copy.order = changes->count;
    changes->items[changes->count++] = copy;
    return STATUS_OK;
}

/* A change with what it is sorted by. */
struct sorted {
    struct change change;
    const char *id;
    unsigned type;
};

static int compare_numbers(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    int order = compare_numbers(x->change.kind, y->change.kind);
    if (order == 0) /* the dataset first, then its vocabulary; ties before actors */
        order = compare_numbers(y->change.item, x->change.item);
    if (order == 0)
        order = compare_numbers(x->type, y->type);
    if (order == 0)
        order = strcmp(x->id, y->id);
    return order != 0 ? order : compare_numbers(x->change.order, y->change.order);
}

static struct sorted key_of(const struct change *change, const struct sides *sides)
{
    const enum comparison_side side = change->items[NEW] != NETWORK_NONE ? NEW : OLD;
    const uint32_t index = change->items[side];
    struct sorted key = {*change, "", 0};
    if (change->item == ITEMS)
        return key;
    key.id = sides_id(sides, change->item, side, index);
    if (change->item == ITEM_RELATION)
        key.type = sides->networks[side]->relations.items[index].type;
    return key;
}

enum status changes_sort(struct changes *changes, const struct sides *sides)
{
    struct sorted *sorted = malloc((changes->count + 1) * sizeof *sorted);
    if (sorted == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < changes->count; i++)
        sorted[i] = key_of(&changes->items[i], sides);
    qsort(sorted, changes->count, sizeof *sorted, compare);
    for (size_t i = 0; i < changes->count; i++)
        changes->items[i] = sorted[i].change;
    free(sorted);
    return STATUS_OK;
}
