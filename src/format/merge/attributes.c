/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/attributes.h"

/* The values of an attribute on all sides; NULL texts where it is absent. */
struct values {
    struct manuscript_span name, sides[SIDES];
};

struct merger {
    struct attributes *attributes;
    const struct normal_node *nodes;
    struct arena *arena;
    struct conflicts *conflicts;
    size_t at; /* of the next conflict */
    bool both_changed;
};

/* The next word from *AT on, which is moved past it; empty at the end. */
static struct manuscript_span next_word(struct manuscript_span text, size_t *at)
{
    while (*at < text.length && manuscript_is_space(text.text[*at]))
        ++*at;
    const size_t from = *at;
    while (*at < text.length && !manuscript_is_space(text.text[*at]))
        ++*at;
    return (struct manuscript_span){text.text + from, *at - from};
}

bool attributes_same(struct manuscript_span one, struct manuscript_span other)
{
    size_t i = 0, j = 0;
    if (one.text == NULL || other.text == NULL)
        return one.text == other.text;
    for (;;) {
        const struct manuscript_span a = next_word(one, &i), b = next_word(other, &j);
        if (!manuscript_same(a, b))
            return false;
        if (a.length == 0)
            return true;
    }
}

/* --- lists */

static bool has_word(struct manuscript_span list, struct manuscript_span word)
{
    size_t at = 0;
    for (struct manuscript_span each = next_word(list, &at); each.length > 0;
         each = next_word(list, &at))
        if (manuscript_same(each, word))
            return true;
    return false;
}

bool attributes_include(struct manuscript_span list, struct manuscript_span words)
{
    size_t at = 0;
    for (struct manuscript_span each = next_word(words, &at); each.length > 0;
         each = next_word(words, &at))
        if (!has_word(list, each))
            return false;
    return true;
}

/* Whether a side only added to the list, or only removed from it. */
static bool is_simple(const struct values *values, enum siblings_side side)
{
    return attributes_include(values->sides[side], values->sides[SIDE_BASE]) ||
           attributes_include(values->sides[SIDE_BASE], values->sides[side]);
}

static bool is_list(struct manuscript_span name)
{
    return manuscript_is(name, "from") || manuscript_is(name, "to") ||
           manuscript_is(name, "participants") || manuscript_is(name, "no-warn");
}

static bool is_mergeable(const struct values *values)
{
    for (int side = 0; side < SIDES; side++)
        if (values->sides[side].text == NULL)
            return false;
    return is_list(values->name) && is_simple(values, SIDE_OURS) &&
           is_simple(values, SIDE_THEIRS);
}

static void add_word(struct buffer *list, struct manuscript_span word)
{
    if (list->length > 0)
        buffer_char(list, ' ');
    buffer_add(list, word.text, word.length);
}

/* What is left of the words of ours, and what theirs added. */
static void write_list(const struct values *values, struct buffer *list)
{
    const struct manuscript_span base = values->sides[SIDE_BASE], ours = values->sides[SIDE_OURS],
                                 theirs = values->sides[SIDE_THEIRS];
    size_t at = 0;
    struct manuscript_span word;
    while ((word = next_word(ours, &at)).length > 0)
        if (!has_word(base, word) || has_word(theirs, word))
            add_word(list, word);
    at = 0;
    while ((word = next_word(theirs, &at)).length > 0)
        if (!has_word(base, word) && !has_word(ours, word))
            add_word(list, word);
}

/* Sets *LIST to the merged list; to an absent one if nothing would be left. */
static enum status merge_lists(const struct merger *merger, const struct values *values,
                               struct manuscript_span *list)
{
    struct buffer merged = BUFFER_EMPTY;
    write_list(values, &merged);
    enum status status = buffer_status(&merged);
    *list = (struct manuscript_span){NULL, merged.length};
    if (status == STATUS_OK && merged.length > 0) {
        list->text = arena_copy(merger->arena, merged.bytes, merged.length);
        status = list->text != NULL ? STATUS_OK : STATUS_MEMORY;
    }
    buffer_clear(&merged);
    return status;
}

/* --- attributes */

static struct manuscript_span span_of(struct normal_node node, uint32_t begin, uint32_t length)
{
    return manuscript_bytes(node.manuscript, begin, begin + length);
}

static struct manuscript_span find_value(struct normal_node node, struct manuscript_span name)
{
    if (node.index == SIBLINGS_NONE)
        return (struct manuscript_span){NULL, 0};
    const struct manuscript_node *element = normal_at(node);
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const struct manuscript_attribute *attribute =
            &node.manuscript->attributes.items[element->first_attribute + i];
        if (manuscript_same(span_of(node, attribute->name, attribute->name_length), name))
            return span_of(node, attribute->value, attribute->value_length);
    }
    return (struct manuscript_span){NULL, 0};
}

static enum status add_value(struct start_tag *tag, struct manuscript_span name,
                             struct manuscript_span value)
{
    return value.text != NULL ? start_tag_add_value(tag, name, value) : STATUS_OK;
}

static enum status add_values(const struct merger *merger, const struct values *values,
                              struct manuscript_span ours, struct manuscript_span theirs)
{
    struct attributes *attributes = merger->attributes;
    attributes->as_ours = attributes->as_ours && attributes_same(ours, values->sides[SIDE_OURS]);
    attributes->as_theirs =
        attributes->as_theirs && attributes_same(theirs, values->sides[SIDE_THEIRS]);
    TRY(add_value(&attributes->ours, values->name, ours));
    return add_value(&attributes->theirs, values->name, theirs);
}

static enum status add_conflict(struct merger *merger, const struct values *values)
{
    merger->attributes->conflict = true;
    TRY(conflicts_add_values(merger->conflicts, merger->at++, merger->nodes[SIDE_OURS],
                             values->name, values->sides[SIDE_OURS], values->sides[SIDE_THEIRS]));
    return add_values(merger, values, values->sides[SIDE_OURS], values->sides[SIDE_THEIRS]);
}

/* Whether an attribute decides who may see something. */
static bool is_guard(struct manuscript_span name)
{
    return manuscript_is(name, "marking") || manuscript_is(name, "markings") ||
           manuscript_is(name, "pseudonym");
}

/* Whether what an attribute says of an element that both sides added would become what the other
   side's claims or words are about, or how they are meant. */
static bool is_of_meaning(struct manuscript_span name)
{
    static const char *const names[] = {"hedged", "anonymous", "form",  "when",  "mutual",
                                        "share",  "sign",      "phase", "place", "event"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (manuscript_is(name, names[i]))
            return true;
    return is_guard(name);
}

/* Whether the sides must agree on an attribute that only one of them changed, since both changed
   or added the element. */
static bool is_guarded(const struct merger *merger, const struct values *values)
{
    return merger->nodes[SIDE_BASE].index == SIBLINGS_NONE
               ? is_of_meaning(values->name)
               : merger->both_changed && is_guard(values->name);
}

static enum status merge_values(struct merger *merger, const struct values *values)
{
    const struct manuscript_span base = values->sides[SIDE_BASE], ours = values->sides[SIDE_OURS],
                                 theirs = values->sides[SIDE_THEIRS];
    struct manuscript_span list = {NULL, 0};
    if (is_guarded(merger, values) && !attributes_same(ours, theirs))
        return add_conflict(merger, values);
    if (attributes_same(ours, theirs) || attributes_same(base, theirs))
        return add_values(merger, values, ours, ours);
    if (attributes_same(base, ours))
        return add_values(merger, values, theirs, theirs);
    if (is_mergeable(values))
        TRY(merge_lists(merger, values, &list));
    return list.text != NULL ? add_values(merger, values, list, list)
                             : add_conflict(merger, values);
}

/* Merges the attributes of SIDE, those of theirs only if ours has no such attribute. */
static enum status merge_side(struct merger *merger, enum siblings_side side)
{
    const struct normal_node node = merger->nodes[side];
    const struct manuscript_node *element = normal_at(node);
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const struct manuscript_attribute *attribute =
            &node.manuscript->attributes.items[element->first_attribute + i];
        struct values values = {.name = span_of(node, attribute->name, attribute->name_length)};
        for (int each = 0; each < SIDES; each++)
            values.sides[each] = find_value(merger->nodes[each], values.name);
        if (side == SIDE_OURS || values.sides[SIDE_OURS].text == NULL)
            TRY(merge_values(merger, &values));
    }
    return STATUS_OK;
}

enum status attributes_merge(struct attributes *attributes, const struct normal_node nodes[SIDES],
                             struct normal_node name, bool both_changed, struct arena *arena,
                             struct conflicts *conflicts, size_t at)
{
    struct merger merger = {attributes, nodes, arena, conflicts, at, both_changed};
    start_tag_begin(&attributes->ours, name.manuscript, normal_at(name), false);
    start_tag_begin(&attributes->theirs, name.manuscript, normal_at(name), false);
    attributes->conflict = false;
    attributes->as_ours = attributes->as_theirs = true;
    TRY(merge_side(&merger, SIDE_OURS));
    return merge_side(&merger, SIDE_THEIRS);
}

void attributes_clear(struct attributes *attributes)
{
    start_tag_clear(&attributes->ours);
    start_tag_clear(&attributes->theirs);
}
