/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/arrangement.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"

static size_t count_lines(const struct manuscript *manuscript, const struct manuscript_node *text)
{
    size_t lines = 0;
    for (uint32_t i = text->begin; i < text->end; i++)
        lines += manuscript->bytes[i] == '\n';
    return lines;
}

static enum status add_item(struct arrangement *arrangement, const struct manuscript_node *node,
                            uint32_t index, size_t lines, bool first)
{
    const bool remark = node->kind == MANUSCRIPT_COMMENT || node->kind == MANUSCRIPT_INSTRUCTION;
    ARRAY_RESERVE(arrangement, 1);
    arrangement->items[arrangement->count++] = (struct arrangement_item){
        .node = index, .blank = lines > 1 && !first, .same_line = remark && lines == 0};
    return STATUS_OK;
}

static enum status add_items(struct arrangement *arrangement, const struct manuscript *manuscript,
                             uint32_t index)
{
    const struct manuscript_node *nodes = manuscript->nodes.items;
    const size_t base = arrangement->count;
    size_t lines = index == 0 ? 1 : 0; /* a document begins with a line */
    for (uint32_t i = nodes[index].child; i != 0; i = nodes[i].next) {
        if (nodes[i].kind == MANUSCRIPT_TEXT) {
            lines += count_lines(manuscript, &nodes[i]);
            continue;
        }
        TRY(add_item(arrangement, &nodes[i], i, lines, arrangement->count == base));
        lines = 0;
    }
    return STATUS_OK;
}

/* --- other orders */

/* An element with the comments that go with it. */
struct group {
    size_t first, count; /* of the items */
    int rule;            /* of the element */
    struct manuscript_span id;
    bool by_id;
};

struct groups {
    struct group *items;
    size_t count, capacity;
};

static int compare_ids(const struct group *one, const struct group *other)
{
    const size_t shared = one->id.length < other->id.length ? one->id.length : other->id.length;
    const int order = memcmp(one->id.text, other->id.text, shared);
    return order != 0 ? order : (one->id.length > shared) - (other->id.length > shared);
}

static int compare_groups(const void *a, const void *b)
{
    const struct group *one = a, *other = b;
    const int order = one->by_id ? compare_ids(one, other)
                                 : (one->rule > other->rule) - (one->rule < other->rule);
    return order != 0 ? order : (one->first > other->first) - (one->first < other->first);
}

/* Adds a group that begins with item FIRST; its element is yet to come. Returns it; NULL: out of
   memory. */
static enum status begin_group(struct groups *groups, size_t first)
{
    ARRAY_RESERVE(groups, 1);
    groups->items[groups->count++] = (struct group){.first = first, .rule = RULE_NONE};
    return STATUS_OK;
}

static void set_element(struct group *group, const struct manuscript *manuscript,
                        const struct manuscript_node *element, bool by_id)
{
    const bool word = element->rule == RULE_FORM || element->rule == RULE_KIND;
    group->rule = element->rule;
    group->id = manuscript_value(manuscript, element, word ? "word" : "id");
    group->by_id = by_id;
}

/* Makes groups of the items from *FIRST on. Those that come before any element on the line of the
   start tag stay where they are: *FIRST is moved past them. */
static enum status find_groups(const struct arrangement *arrangement,
                               const struct manuscript *manuscript, size_t *first, bool by_id,
                               struct groups *groups)
{
    bool whole = true; /* the last group has its element */
    while (*first < arrangement->count && arrangement->items[*first].same_line)
        ++*first;
    for (size_t i = *first; i < arrangement->count; i++) {
        const struct arrangement_item *item = &arrangement->items[i];
        const struct manuscript_node *node = &manuscript->nodes.items[item->node];
        if (whole && !item->same_line) {
            TRY(begin_group(groups, i));
            whole = false;
        }
        struct group *group = &groups->items[groups->count - 1];
        group->count++;
        if (node->kind == MANUSCRIPT_ELEMENT) {
            set_element(group, manuscript, node, by_id);
            whole = true;
        }
    }
    return STATUS_OK;
}

/* Copies the items of GROUPS, in their order, to COPY. */
static void copy_groups(const struct groups *groups, const struct arrangement_item *items,
                        const struct manuscript *manuscript, struct arrangement_item *copy)
{
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->items[i];
        const struct manuscript_node *leader = &manuscript->nodes.items[items[group->first].node];
        memcpy(copy, items + group->first, group->count * sizeof *copy);
        const bool remark = leader->kind != MANUSCRIPT_ELEMENT && copy->blank;
        const bool other = i > 0 && !group->by_id && group->rule != RULE_NONE &&
                           group->rule != groups->items[i - 1].rule;
        copy->blank = i > 0 && (remark || other);
        copy += group->count;
    }
}

/* Sorts the groups; a last one without an element stays the last. */
static void sort_groups(struct groups *groups)
{
    const bool open = groups->count > 0 && groups->items[groups->count - 1].rule == RULE_NONE;
    if (groups->count > (open ? 1U : 0U))
        qsort(groups->items, groups->count - (open ? 1 : 0), sizeof *groups->items,
              compare_groups);
}

static enum status sort_items(struct arrangement *arrangement,
                              const struct manuscript *manuscript, size_t first, bool by_id)
{
    struct groups groups = {.items = NULL};
    enum status status = find_groups(arrangement, manuscript, &first, by_id, &groups);
    const size_t count = arrangement->count - first;
    struct arrangement_item *copy =
        status == STATUS_OK ? malloc((count + 1) * sizeof *copy) : NULL;
    if (copy != NULL) {
        sort_groups(&groups);
        copy_groups(&groups, arrangement->items, manuscript, copy);
        memcpy(arrangement->items + first, copy, count * sizeof *copy);
    }
    status = status == STATUS_OK && copy == NULL ? STATUS_MEMORY : status;
    free(copy);
    free(groups.items);
    return status;
}

static bool is_list(int rule)
{
    return rule >= RULE_VOCABULARY && rule <= RULE_RELATIONS;
}

enum status arrangement_add(struct arrangement *arrangement, const struct manuscript *manuscript,
                            uint32_t index, enum arrangement_order order)
{
    const size_t first = arrangement->count;
    TRY(add_items(arrangement, manuscript, index));
    if (order == ARRANGEMENT_FILE || first == arrangement->count ||
        !is_list(manuscript->nodes.items[index].rule))
        return STATUS_OK;
    return sort_items(arrangement, manuscript, first, order == ARRANGEMENT_ID);
}

void arrangement_clear(struct arrangement *arrangement)
{
    free(arrangement->items);
    *arrangement = (struct arrangement){.items = NULL};
}
