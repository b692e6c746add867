/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"

static int compare(const void *a, const void *b)
{
    const struct ids_entry *one = a, *other = b;
    const size_t shared = one->id.length < other->id.length ? one->id.length : other->id.length;
    if (one->source != other->source)
        return one->source ? 1 : -1;
    const int order = memcmp(one->id.text, other->id.text, shared);
    return order != 0 ? order : (one->id.length > shared) - (other->id.length > shared);
}

static enum status add(struct ids *ids, const struct manuscript *manuscript, uint32_t node)
{
    const struct manuscript_node *element = &manuscript->nodes.items[node];
    const struct manuscript_span id = manuscript_value(manuscript, element, "id");
    if (id.length == 0)
        return STATUS_OK;
    ARRAY_RESERVE(ids, 1);
    ids->items[ids->count++] = (struct ids_entry){id, element->rule == RULE_SOURCE, node};
    return STATUS_OK;
}

enum status ids_list(struct ids *ids, const struct manuscript *manuscript)
{
    for (uint32_t i = 0; manuscript != NULL && i < manuscript->nodes.count; i++)
        if (manuscript->nodes.items[i].kind == MANUSCRIPT_ELEMENT)
            TRY(add(ids, manuscript, i));
    if (ids->count > 0)
        qsort(ids->items, ids->count, sizeof *ids->items, compare);
    return STATUS_OK;
}

void ids_clear(struct ids *ids)
{
    free(ids->items);
    *ids = (struct ids){.items = NULL};
}

const struct ids_entry *ids_find(const struct ids *ids, const struct ids_entry *wanted)
{
    return ids->count > 0 ? bsearch(wanted, ids->items, ids->count, sizeof *wanted, compare)
                          : NULL;
}

/* Whether the attribute refers to ids; if so, sets *SOURCE to whether to those of sources. */
static bool is_reference(struct manuscript_span name, bool *source)
{
    static const char *const to_sources[] = {"by", "via", "basis"};
    static const char *const to_others[] = {"from",   "to",    "event", "participants",
                                            "parent", "actor", "ref"};
    for (size_t i = 0; i < sizeof to_sources / sizeof *to_sources; i++)
        if (manuscript_is(name, to_sources[i]))
            return *source = true;
    *source = false;
    for (size_t i = 0; i < sizeof to_others / sizeof *to_others; i++)
        if (manuscript_is(name, to_others[i]))
            return true;
    return false;
}

static void visit_list(struct manuscript_span list, struct ids_entry wanted, ids_visit *visit,
                       void *context)
{
    size_t from = 0;
    while (from < list.length) {
        size_t to = from;
        while (to < list.length && !manuscript_is_space(list.text[to]))
            to++;
        wanted.id = (struct manuscript_span){list.text + from, to - from};
        visit(context, &wanted);
        from = to + 1;
    }
}

void ids_visit_references(const struct manuscript *manuscript, uint32_t node, ids_visit *visit,
                          void *context)
{
    const struct manuscript_node *element = &manuscript->nodes.items[node];
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const struct manuscript_attribute *attribute =
            &manuscript->attributes.items[element->first_attribute + i];
        struct ids_entry wanted = {{NULL, 0}, false, node};
        if (is_reference(manuscript_bytes(manuscript, attribute->name,
                                          attribute->name + attribute->name_length),
                         &wanted.source))
            visit_list(manuscript_bytes(manuscript, attribute->value,
                                        attribute->value + attribute->value_length),
                       wanted, visit, context);
    }
}
