/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/siblings.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "format/merge/identity.h"

static enum status add_sibling(struct siblings *siblings, uint32_t node)
{
    ARRAY_RESERVE(siblings, 1);
    siblings->items[siblings->count++] =
        (struct sibling){node, {SIBLINGS_NONE, SIBLINGS_NONE, SIBLINGS_NONE}};
    return STATUS_OK;
}

static enum status list_siblings(struct siblings *siblings, struct normal_node element, bool text)
{
    *siblings = (struct siblings){.manuscript = element.manuscript};
    if (element.index == SIBLINGS_NONE)
        return STATUS_OK;
    const struct manuscript_node *nodes = element.manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next)
        if (text || nodes[i].kind != MANUSCRIPT_TEXT)
            TRY(add_sibling(siblings, i));
    return STATUS_OK;
}

/* --- pairs of the same identity */

struct key {
    const char *text;
    size_t offset, length; /* of the text in KEYS.text */
    uint32_t index;        /* of the sibling */
};

struct keys {
    struct buffer text;
    struct key *items;
    size_t count, capacity;
};

static int compare_texts(const struct key *one, const struct key *other)
{
    const size_t shared = one->length < other->length ? one->length : other->length;
    const int order = memcmp(one->text, other->text, shared);
    return order != 0 ? order : (one->length > shared) - (other->length > shared);
}

static int compare_keys(const void *a, const void *b)
{
    const struct key *one = a, *other = b;
    const int order = compare_texts(one, other);
    return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static enum status add_key(struct keys *keys, uint32_t index, size_t offset)
{
    ARRAY_RESERVE(keys, 1);
    keys->items[keys->count++] = (struct key){NULL, offset, keys->text.length - offset, index};
    return STATUS_OK;
}

/* Whether a sibling may still get a partner on SIDE. What is in the base may get two. */
static bool is_free(const struct sibling *sibling, enum siblings_side own,
                    enum siblings_side side)
{
    if (own == SIDE_BASE)
        return sibling->partners[side] == SIBLINGS_NONE;
    return sibling->partners[SIDE_BASE] == SIBLINGS_NONE &&
           sibling->partners[SIDE_OURS] == SIBLINGS_NONE &&
           sibling->partners[SIDE_THEIRS] == SIBLINGS_NONE;
}

/* Lists the keys at LEVEL of the SIBLINGS of a side, OWN, that may get a partner on SIDE, in
   order. */
static enum status list_keys(struct keys *keys, struct normal *normal,
                             const struct siblings *siblings, enum siblings_side own,
                             enum siblings_side side, int level)
{
    for (size_t i = 0; i < siblings->count; i++) {
        const struct sibling *sibling = &siblings->items[i];
        const size_t offset = keys->text.length;
        bool found;
        if (!is_free(sibling, own, side))
            continue;
        TRY(identity_write(normal, (struct normal_node){siblings->manuscript, sibling->node},
                           level, own != SIDE_BASE && side != SIDE_BASE, &keys->text, &found));
        if (found)
            TRY(add_key(keys, (uint32_t)i, offset));
        else
            keys->text.length = offset;
    }
    for (size_t i = 0; i < keys->count; i++)
        keys->items[i].text = keys->text.bytes + keys->items[i].offset;
    if (keys->count > 0)
        qsort(keys->items, keys->count, sizeof *keys->items, compare_keys);
    return buffer_status(&keys->text);
}

static void keys_clear(struct keys *keys)
{
    buffer_clear(&keys->text);
    free(keys->items);
}

static void pair(struct siblings siblings[SIDES], enum siblings_side one, uint32_t first,
                 enum siblings_side other, uint32_t second)
{
    siblings[one].items[first].partners[other] = second;
    siblings[other].items[second].partners[one] = first;
}

/* How many keys from AT on are the same. */
static size_t count_same(const struct keys *keys, size_t at)
{
    size_t count = 1;
    while (at + count < keys->count &&
           compare_texts(&keys->items[at], &keys->items[at + count]) == 0)
        count++;
    return count;
}

/* Pairs what has the same key: if IN_ORDER the first with the first and so on, else only what no
   other has. */
static void pair_keys(struct siblings siblings[SIDES], enum siblings_side one,
                      const struct keys *ones, enum siblings_side other,
                      const struct keys *others, bool in_order)
{
    size_t i = 0, j = 0;
    while (i < ones->count && j < others->count) {
        const int order = compare_texts(&ones->items[i], &others->items[j]);
        const size_t first = count_same(ones, i), second = count_same(others, j);
        const size_t pairs =
            in_order ? (first < second ? first : second) : first == 1 && second == 1;
        for (size_t k = 0; order == 0 && k < pairs; k++)
            pair(siblings, one, ones->items[i + k].index, other, others->items[j + k].index);
        i += order <= 0 ? first : 0;
        j += order >= 0 ? second : 0;
    }
}

static enum status pair_level(struct siblings siblings[SIDES], enum siblings_side one,
                              enum siblings_side other, int level)
{
    struct keys ones = {.text = BUFFER_EMPTY}, others = {.text = BUFFER_EMPTY};
    struct normal normal = {.one = BUFFER_EMPTY, .other = BUFFER_EMPTY};
    enum status status = list_keys(&ones, &normal, &siblings[one], one, other, level);
    if (status == STATUS_OK)
        status = list_keys(&others, &normal, &siblings[other], other, one, level);
    if (status == STATUS_OK)
        pair_keys(siblings, one, &ones, other, &others,
                  level == IDENTITY_COPY || level == IDENTITY_PLACE);
    normal_clear(&normal);
    keys_clear(&ones);
    keys_clear(&others);
    return status;
}

/* --- comments that were changed */

static bool is_remark(const struct siblings *siblings, size_t index)
{
    return siblings->manuscript->nodes.items[siblings->items[index].node].kind !=
           MANUSCRIPT_ELEMENT;
}

/* The last answer of next_element: from FROM on, it is FOUND. */
struct next {
    size_t from, found;
};

/* The next element from INDEX on; the number of siblings if there is none. */
static size_t next_element(const struct siblings *siblings, size_t index, struct next *next)
{
    if (index >= next->from && index <= next->found)
        return next->found;
    next->from = next->found = index;
    while (next->found < siblings->count && is_remark(siblings, next->found))
        next->found++;
    return next->found;
}

/* Whether FIRST, of the base, and SECOND, of SIDE, stand before the same one. */
static bool stand_alike(const struct siblings siblings[SIDES], size_t first,
                        enum siblings_side side, size_t second, struct next nexts[2])
{
    const size_t one = next_element(&siblings[SIDE_BASE], first, &nexts[0]);
    const size_t other = next_element(&siblings[side], second, &nexts[1]);
    if (one == siblings[SIDE_BASE].count || other == siblings[side].count)
        return one == siblings[SIDE_BASE].count && other == siblings[side].count;
    return siblings[SIDE_BASE].items[one].partners[side] == other;
}

/* Pairs comments without a partner that follow the same one, or nothing, and precede the same
   one: just one comment was changed there. */
static void pair_remarks(struct siblings siblings[SIDES], enum siblings_side side)
{
    const struct siblings *base = &siblings[SIDE_BASE], *version = &siblings[side];
    struct next nexts[2] = {{1, 0}, {1, 0}};
    for (size_t i = 0; i < version->count; i++) {
        if (!is_remark(version, i) || version->items[i].partners[SIDE_BASE] != SIBLINGS_NONE)
            continue;
        const uint32_t before = i > 0 ? version->items[i - 1].partners[SIDE_BASE] : 0;
        const size_t at = i > 0 ? (size_t)before + 1 : 0;
        if ((i > 0 && before == SIBLINGS_NONE) || at >= base->count || !is_remark(base, at) ||
            base->items[at].partners[side] != SIBLINGS_NONE ||
            !stand_alike(siblings, at, side, i, nexts))
            continue;
        pair(siblings, SIDE_BASE, (uint32_t)at, side, (uint32_t)i);
    }
}

enum status siblings_match(struct siblings siblings[SIDES],
                           const struct normal_node elements[SIDES], bool text)
{
    for (int side = 0; side < SIDES; side++)
        siblings[side] = (struct siblings){.items = NULL};
    for (int side = 0; side < SIDES; side++)
        TRY(list_siblings(&siblings[side], elements[side], text));
    for (int level = IDENTITY_COPY; level <= IDENTITY_SURE; level++) {
        TRY(pair_level(siblings, SIDE_BASE, SIDE_OURS, level));
        TRY(pair_level(siblings, SIDE_BASE, SIDE_THEIRS, level));
    }
    for (int level = IDENTITY_COPY; level <= IDENTITY_SURE; level++)
        TRY(pair_level(siblings, SIDE_OURS, SIDE_THEIRS, level));
    for (int level = IDENTITY_PART; level < IDENTITY_PLACE; level++) {
        TRY(pair_level(siblings, SIDE_BASE, SIDE_OURS, level));
        TRY(pair_level(siblings, SIDE_BASE, SIDE_THEIRS, level));
    }
    TRY(pair_level(siblings, SIDE_OURS, SIDE_THEIRS, IDENTITY_PART));
    TRY(pair_level(siblings, SIDE_BASE, SIDE_OURS, IDENTITY_PLACE));
    TRY(pair_level(siblings, SIDE_BASE, SIDE_THEIRS, IDENTITY_PLACE));
    if (!text) {
        pair_remarks(siblings, SIDE_OURS);
        pair_remarks(siblings, SIDE_THEIRS);
    }
    return STATUS_OK;
}

void siblings_clear(struct siblings siblings[SIDES])
{
    for (int side = 0; side < SIDES; side++)
        free(siblings[side].items);
}
