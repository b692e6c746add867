/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/placing.h"

#include <stdlib.h>

#include "base/memory/array.h"

/* What only the other side has: AFTER so many siblings of the skeleton. */
struct insertion {
    uint32_t after, index;
};

struct insertions {
    struct insertion *items;
    size_t count, capacity;
};

static const struct manuscript_node *node_at(const struct siblings *siblings, uint32_t index)
{
    return &siblings->manuscript->nodes.items[siblings->items[index].node];
}

bool placing_is_piece(const struct placing *placing, const struct manuscript_node *node)
{
    return node->kind == MANUSCRIPT_TEXT || node->kind == MANUSCRIPT_CDATA ||
           (placing->text && node->kind != MANUSCRIPT_ELEMENT);
}

void placing_partners(const struct placing *placing, enum siblings_side side, uint32_t index,
                      uint32_t partners[SIDES])
{
    const struct sibling *sibling = &placing->siblings[side].items[index];
    const enum siblings_side other = side == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS;
    const uint32_t base = sibling->partners[SIDE_BASE];
    partners[SIDE_BASE] = base;
    partners[side] = index;
    partners[other] = base != SIBLINGS_NONE
                          ? placing->siblings[SIDE_BASE].items[base].partners[other]
                          : sibling->partners[other];
}

/* Whether the siblings of SIDE that are in the base have another order than there. */
static bool is_reordered(const struct siblings *siblings)
{
    uint32_t last = 0;
    for (size_t i = 0; i < siblings->count; i++) {
        const uint32_t base = siblings->items[i].partners[SIDE_BASE];
        if (base == SIBLINGS_NONE)
            continue;
        if (base < last)
            return true;
        last = base;
    }
    return false;
}

/* --- white space */

static struct manuscript_span space_before(const struct manuscript *manuscript, uint32_t end)
{
    uint32_t begin = end;
    while (begin > 0 && manuscript_is_space(manuscript->bytes[begin - 1]))
        begin--;
    return manuscript_bytes(manuscript, begin, end);
}

static struct manuscript_span lead_of(const struct siblings *siblings, uint32_t index)
{
    return space_before(siblings->manuscript, node_at(siblings, index)->begin);
}

/* The space of the skeleton, or of the other side if the skeleton's is that of the base. */
static struct manuscript_span choose(struct manuscript_span base, struct manuscript_span skeleton,
                                     struct manuscript_span other)
{
    const bool changed =
        base.text == NULL || other.text == NULL || !manuscript_same(base, skeleton);
    return changed ? skeleton : other;
}

struct manuscript_span placing_lead(const struct placing *placing, const uint32_t partners[SIDES])
{
    struct manuscript_span leads[SIDES] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    for (int side = 0; side < SIDES; side++)
        if (partners[side] != SIBLINGS_NONE)
            leads[side] = lead_of(&placing->siblings[side], partners[side]);
    if (leads[placing->skeleton].text == NULL)
        return leads[placing->other];
    if (placing->text)
        return (struct manuscript_span){"", 0}; /* the pieces before it have it */
    return choose(leads[SIDE_BASE], leads[placing->skeleton], leads[placing->other]);
}

/* The space before an end tag; a NULL text if there is none. */
static struct manuscript_span tail_of(struct normal_node element)
{
    if (element.index == SIBLINGS_NONE)
        return (struct manuscript_span){NULL, 0};
    const struct manuscript_node *node = normal_at(element);
    if (node->kind == MANUSCRIPT_ELEMENT && node->close == node->end)
        return (struct manuscript_span){NULL, 0};
    return space_before(element.manuscript, node->close);
}

struct manuscript_span placing_tail(const struct placing *placing)
{
    const struct manuscript_span skeleton = tail_of(placing->elements[placing->skeleton]);
    const struct manuscript_span other = tail_of(placing->elements[placing->other]);
    if (placing->text)
        return (struct manuscript_span){"", 0};
    if (skeleton.text == NULL)
        return other.text != NULL ? other : (struct manuscript_span){"", 0};
    return choose(tail_of(placing->elements[SIDE_BASE]), skeleton, other);
}

/* --- insertions */

static bool has_line(struct manuscript_span space)
{
    return memchr(space.text, '\n', space.length) != NULL;
}

/* Whether a comment or an instruction stands on the line of what precedes it. */
static bool is_aside(const struct siblings *siblings, uint32_t index)
{
    return node_at(siblings, index)->kind != MANUSCRIPT_ELEMENT &&
           !has_line(lead_of(siblings, index));
}

static bool is_element(const struct siblings *siblings, uint32_t index, const char *name)
{
    const struct manuscript_node *node = node_at(siblings, index);
    return node->kind == MANUSCRIPT_ELEMENT &&
           manuscript_is(manuscript_name(siblings->manuscript, node), name);
}

/* Whether the sibling makes claims about the relation; those about an attribute come before. */
static bool makes_claims(const struct siblings *siblings, uint32_t index)
{
    return is_element(siblings, index, "claim") || is_element(siblings, index, "period");
}

/* The number of siblings of the skeleton after which to insert what follows the first AFTER; an
   ATTRIBUTE, or something else. */
static uint32_t find_place(const struct placing *placing, uint32_t after, bool attribute)
{
    const struct siblings *skeleton = &placing->siblings[placing->skeleton];
    uint32_t place = after, partners[SIDES];
    for (uint32_t i = after; i < skeleton->count; i++) {
        placing_partners(placing, placing->skeleton, i, partners);
        const bool own =
            partners[SIDE_BASE] == SIBLINGS_NONE && partners[placing->other] == SIBLINGS_NONE;
        if (!own && !(i == place && is_aside(skeleton, i)))
            break;
        if (attribute && makes_claims(skeleton, i))
            break;
        if (node_at(skeleton, i)->kind == MANUSCRIPT_ELEMENT ||
            (i == place && is_aside(skeleton, i)))
            place = i + 1;
    }
    return place;
}

static enum status add_insertion(struct insertions *insertions, uint32_t after, uint32_t index)
{
    ARRAY_RESERVE(insertions, 1);
    insertions->items[insertions->count++] = (struct insertion){after, index};
    return STATUS_OK;
}

/* Whether NODE is a piece of text that is more than white space. */
static bool is_words(const struct placing *placing, const struct manuscript_node *node)
{
    return placing_is_piece(placing, node) && !node->blank;
}

/* The number of siblings of the skeleton up to its next words from AFTER on. */
static uint32_t after_piece(const struct placing *placing, uint32_t after)
{
    const struct siblings *skeleton = &placing->siblings[placing->skeleton];
    for (uint32_t i = after; i < skeleton->count; i++)
        if (is_words(placing, node_at(skeleton, i)))
            return i + 1;
    return after;
}

static enum status find_insertions(const struct placing *placing, struct insertions *insertions)
{
    const struct siblings *other = &placing->siblings[placing->other];
    /* where attributes and others were last inserted, and after what */
    uint32_t found[] = {find_place(placing, 0, false), find_place(placing, 0, true)};
    uint32_t after = 0, found_after[] = {0, 0}, partners[SIDES];
    for (uint32_t i = 0; i < other->count; i++) {
        placing_partners(placing, placing->other, i, partners);
        if (is_words(placing, node_at(other, i)))
            after = after_piece(placing, after);
        else if (placing_is_piece(placing, node_at(other, i)))
            continue;
        else if (partners[placing->skeleton] != SIBLINGS_NONE)
            after = partners[placing->skeleton] + 1;
        else if (is_aside(other, i) || placing->text)
            TRY(add_insertion(insertions, after, i));
        else {
            const bool attribute = is_element(other, i, "attribute");
            if (after != found_after[attribute])
                found[attribute] = find_place(placing, after, attribute);
            found_after[attribute] = after;
            TRY(add_insertion(insertions, found[attribute], i));
        }
    }
    return STATUS_OK;
}

static int compare_insertions(const void *a, const void *b)
{
    const struct insertion *one = a, *other = b;
    const int order = (one->after > other->after) - (one->after < other->after);
    return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static enum status place(struct placing *placing, enum siblings_side side, uint32_t index)
{
    ARRAY_RESERVE(placing, 1);
    placing->items[placing->count++] = (struct placed){side, index};
    return STATUS_OK;
}

/* Places the skeleton, with what is to be inserted. */
static enum status place_all(struct placing *placing, const struct insertions *insertions)
{
    const size_t count = placing->siblings[placing->skeleton].count;
    size_t next = 0;
    for (uint32_t i = 0; i <= count; i++) {
        for (; next < insertions->count && insertions->items[next].after == i; next++)
            TRY(place(placing, placing->other, insertions->items[next].index));
        if (i < count)
            TRY(place(placing, placing->skeleton, i));
    }
    return STATUS_OK;
}

enum status placing_make(struct placing *placing, const struct siblings siblings[SIDES],
                         const struct normal_node elements[SIDES], bool text,
                         enum siblings_side leader)
{
    struct insertions insertions = {.items = NULL};
    *placing = (struct placing){.siblings = siblings, .elements = elements, .text = text};
    placing->skeleton =
        leader != SIDES ? leader
        : !is_reordered(&siblings[SIDE_OURS]) && is_reordered(&siblings[SIDE_THEIRS])
            ? SIDE_THEIRS
            : SIDE_OURS;
    placing->other = placing->skeleton == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS;
    enum status status = find_insertions(placing, &insertions);
    if (insertions.count > 0)
        qsort(insertions.items, insertions.count, sizeof *insertions.items, compare_insertions);
    if (status == STATUS_OK)
        status = place_all(placing, &insertions);
    free(insertions.items);
    return status;
}

void placing_clear(struct placing *placing)
{
    free(placing->items);
}
