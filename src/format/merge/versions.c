/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/versions.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"

static void texts_clear(struct texts *texts)
{
    buffer_clear(&texts->bytes);
    free(texts->items);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Finds the texts in the bytes; empty ones are left out. */
static enum status sort_texts(struct texts *texts)
{
    char *bytes = texts->bytes.bytes;
    TRY(buffer_status(&texts->bytes));
    for (size_t at = 0; at < texts->bytes.length; at += strlen(bytes + at) + 1) {
        *strchr(bytes + at, NORMAL_MARK) = '\0';
        if (bytes[at] == '\0')
            continue;
        ARRAY_RESERVE(texts, 1);
        texts->items[texts->count++] = bytes + at;
    }
    if (texts->count > 0)
        qsort(texts->items, texts->count, sizeof *texts->items, compare_texts);
    return STATUS_OK;
}

bool texts_include(const struct texts *one, const struct texts *other)
{
    size_t i = 0;
    for (size_t k = 0; k < other->count; k++) {
        while (i < one->count && strcmp(one->items[i], other->items[k]) < 0)
            i++;
        if (i == one->count || strcmp(one->items[i], other->items[k]) != 0)
            return false;
    }
    return true;
}

/* Whether both have the same, COUNT of them from I in ONE and from K in OTHER on. */
static bool texts_agree(const struct texts *one, size_t i, const struct texts *other, size_t k,
                        size_t count)
{
    for (size_t n = 0; n < count; n++)
        if (strcmp(one->items[i + n], other->items[k + n]) != 0)
            return false;
    return true;
}

bool texts_same(const struct texts *one, const struct texts *other)
{
    return one->count == other->count && texts_agree(one, 0, other, 0, one->count);
}

/* --- what is compared */

void versions_write_words(struct normal_node element, struct buffer *out)
{
    normal_texts(element, normal_at(element)->rule == RULE_CLAIM, out);
}

/* What separates the parts of an amount. */
#define PART '\2'

/* Writes attributes of the children of RULE. */
static void write_attributes(struct normal_node element, enum grammar_rule rule,
                             const char *const attributes[], struct buffer *out)
{
    const struct manuscript *manuscript = element.manuscript;
    const struct manuscript_node *nodes = manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next) {
        if (nodes[i].kind != MANUSCRIPT_ELEMENT || nodes[i].rule != (int)rule)
            continue;
        for (int k = 0; attributes[k] != NULL; k++) {
            if (k > 0)
                buffer_char(out, PART);
            normal_fold(manuscript_value(manuscript, &nodes[i], attributes[k]), out);
        }
        buffer_char(out, NORMAL_MARK);
    }
}

/* The value comes last: before it is what it is the amount of. */
void versions_write_amounts(struct normal_node element, struct buffer *out)
{
    static const char *const attributes[] = {"unit", "when", "value", NULL};
    write_attributes(element, RULE_AMOUNT, attributes, out);
}

void versions_write_periods(struct normal_node element, struct buffer *out)
{
    static const char *const attributes[] = {"when", NULL};
    write_attributes(element, RULE_PERIOD, attributes, out);
}

/* --- versions */

void versions_clear(struct versions *versions)
{
    for (int side = 0; side < SIDES; side++)
        texts_clear(&versions->sides[side]);
}

enum status versions_list(struct versions *versions, const struct normal_node nodes[SIDES],
                          versions_write *write)
{
    enum status status = STATUS_OK;
    *versions = (struct versions){.sides = {{.items = NULL}}};
    for (int side = 0; side < SIDES && status == STATUS_OK; side++) {
        if (nodes[side].index != SIBLINGS_NONE)
            write(nodes[side], &versions->sides[side].bytes);
        status = sort_texts(&versions->sides[side]);
    }
    return status;
}

/* --- amounts */

/* What amounts are of the same thing: those of a unit and date, or of a unit. */
enum grouping { BY_DATE, BY_UNIT };

static size_t key_length(const char *text, enum grouping grouping)
{
    return (size_t)((grouping == BY_DATE ? strrchr(text, PART) : strchr(text, PART)) - text) + 1;
}

/* The amounts of the same thing as TEXT: COUNT of them from *FIRST on. */
static size_t find_group(const struct texts *texts, const char *text, enum grouping grouping,
                         size_t *first)
{
    const size_t length = key_length(text, grouping);
    size_t low = 0, high = texts->count, end;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strncmp(texts->items[middle], text, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < texts->count && strncmp(texts->items[end], text, length) == 0; end++)
        continue;
    *first = low;
    return end - low;
}

static bool has_same_group(const struct texts *one, const struct texts *other, const char *text,
                           enum grouping grouping)
{
    size_t i, k;
    const size_t number = find_group(one, text, grouping, &i);
    return find_group(other, text, grouping, &k) == number &&
           texts_agree(one, i, other, k, number);
}

/* Whether it is not clear which amount of the thing TEXT is another version of which. It is for
   single ones, if the base has one or they are of the same date. */
static bool is_unclear(const struct versions *versions, const char *text, enum grouping grouping)
{
    size_t first[SIDES], numbers[SIDES];
    for (int side = 0; side < SIDES; side++) {
        numbers[side] = find_group(&versions->sides[side], text, grouping, &first[side]);
        if (numbers[side] > 1)
            return true;
    }
    if (numbers[SIDE_BASE] == 1 || numbers[SIDE_OURS] == 0 || numbers[SIDE_THEIRS] == 0)
        return false;
    const char *ours = versions->sides[SIDE_OURS].items[first[SIDE_OURS]];
    const char *theirs = versions->sides[SIDE_THEIRS].items[first[SIDE_THEIRS]];
    return strncmp(ours, theirs, key_length(ours, BY_DATE)) != 0;
}

/* Whether both sides changed one thing that SIDE has. */
static bool adds_up(const struct versions *versions, enum siblings_side side,
                    enum grouping grouping)
{
    const struct texts *base = &versions->sides[SIDE_BASE], *ours = &versions->sides[SIDE_OURS],
                       *theirs = &versions->sides[SIDE_THEIRS], *each = &versions->sides[side];
    for (size_t i = 0; i < each->count; i++) {
        const char *text = each->items[i];
        if (i > 0 && strncmp(text, each->items[i - 1], key_length(text, grouping)) == 0)
            continue;
        if (!has_same_group(ours, base, text, grouping) &&
            !has_same_group(theirs, base, text, grouping) &&
            !has_same_group(ours, theirs, text, grouping) && is_unclear(versions, text, grouping))
            return true;
    }
    return false;
}

bool versions_add_up(const struct versions *amounts, bool claimed)
{
    const enum grouping grouping = claimed ? BY_UNIT : BY_DATE;
    return adds_up(amounts, SIDE_OURS, grouping) || adds_up(amounts, SIDE_THEIRS, grouping);
}
