/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/dangling.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"
#include "format/merge/conflicts.h"
#include "format/merge/identity.h"

/* An id. Sources have ids of their own. */
struct entry {
    struct manuscript_span id;
    bool source;
    uint32_t node;
};

/* The ids of a manuscript, sorted. */
struct index {
    struct entry *items;
    size_t count, capacity;
};

struct search {
    const struct manuscript *base, *merged;
    struct index before, after, theirs;
    const char *path;
    struct messages *messages;
    uint32_t counted, line; /* bytes in which lines were counted, and the line after them */
    size_t found;
};

static int compare(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    const size_t shared = one->id.length < other->id.length ? one->id.length : other->id.length;
    if (one->source != other->source)
        return one->source ? 1 : -1;
    const int order = memcmp(one->id.text, other->id.text, shared);
    return order != 0 ? order : (one->id.length > shared) - (other->id.length > shared);
}

static enum status add_entry(struct index *index, const struct manuscript *manuscript,
                             uint32_t node)
{
    const struct manuscript_node *element = &manuscript->nodes.items[node];
    const struct manuscript_span id = manuscript_value(manuscript, element, "id");
    if (id.length == 0)
        return STATUS_OK;
    ARRAY_RESERVE(index, 1);
    index->items[index->count++] = (struct entry){id, element->rule == RULE_SOURCE, node};
    return STATUS_OK;
}

static enum status make_index(struct index *index, const struct manuscript *manuscript)
{
    for (uint32_t i = 0; manuscript != NULL && i < manuscript->nodes.count; i++)
        if (manuscript->nodes.items[i].kind == MANUSCRIPT_ELEMENT)
            TRY(add_entry(index, manuscript, i));
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, compare);
    return STATUS_OK;
}

static const struct entry *find(const struct index *index, const struct entry *wanted)
{
    return index->count > 0 ? bsearch(wanted, index->items, index->count, sizeof *wanted, compare)
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

/* The line of an offset that is not before those asked for until now. */
static uint32_t line_of(struct search *search, uint32_t offset)
{
    for (; search->counted < offset; search->counted++)
        search->line += search->merged->bytes[search->counted] == '\n';
    return search->line;
}

static void report(struct search *search, uint32_t node, const struct entry *deleted)
{
    struct buffer from = BUFFER_EMPTY, to = BUFFER_EMPTY;
    const struct message_place place = {
        search->path, line_of(search, search->merged->nodes.items[node].begin), 0};
    const enum siblings_side side =
        find(&search->theirs, deleted) == NULL ? SIDE_THEIRS : SIDE_OURS;
    identity_describe((struct normal_node){search->merged, node}, &from);
    identity_describe((struct normal_node){search->base, deleted->node}, &to);
    messages_error(search->messages, &place, MESSAGE_MERGE_CONFLICT,
                   "%s refers to %s, which was deleted in %s", buffer_string(&from),
                   buffer_string(&to), conflicts_side(side));
    search->found++;
    buffer_clear(&from);
    buffer_clear(&to);
}

static void check_ids(struct search *search, uint32_t node, struct manuscript_span list,
                      bool source)
{
    size_t from = 0;
    while (from < list.length) {
        size_t to = from;
        while (to < list.length && !manuscript_is_space(list.text[to]))
            to++;
        const struct entry wanted = {{list.text + from, to - from}, source, 0};
        const struct entry *deleted = find(&search->before, &wanted);
        if (deleted != NULL && find(&search->after, &wanted) == NULL)
            report(search, node, deleted);
        from = to + 1;
    }
}

static void check_element(struct search *search, uint32_t index)
{
    const struct manuscript *merged = search->merged;
    const struct manuscript_node *element = &merged->nodes.items[index];
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const struct manuscript_attribute *attribute =
            &merged->attributes.items[element->first_attribute + i];
        bool source;
        if (is_reference(manuscript_bytes(merged, attribute->name,
                                          attribute->name + attribute->name_length),
                         &source))
            check_ids(search, index,
                      manuscript_bytes(merged, attribute->value,
                                       attribute->value + attribute->value_length),
                      source);
    }
}

static enum status search_all(struct search *search, const struct manuscript *theirs)
{
    TRY(make_index(&search->before, search->base));
    TRY(make_index(&search->after, search->merged));
    TRY(make_index(&search->theirs, theirs));
    for (uint32_t i = 0; i < search->merged->nodes.count; i++)
        if (search->merged->nodes.items[i].kind == MANUSCRIPT_ELEMENT)
            check_element(search, i);
    return STATUS_OK;
}

enum status dangling_report(const struct manuscript *const manuscripts[SIDES],
                            const struct buffer *merged, const char *path,
                            struct messages *messages, size_t *count)
{
    struct manuscript result;
    struct search search = {.base = manuscripts[SIDE_BASE],
                            .merged = &result,
                            .path = path,
                            .messages = messages,
                            .line = 1};
    enum status status = manuscript_read(&result, merged->bytes, merged->length);
    if (status == STATUS_OK)
        status = search_all(&search, manuscripts[SIDE_THEIRS]);
    *count = search.found;
    free(search.before.items);
    free(search.after.items);
    free(search.theirs.items);
    manuscript_clear(&result);
    return status == STATUS_MEMORY ? STATUS_MEMORY : STATUS_OK;
}
