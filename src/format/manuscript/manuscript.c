/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/manuscript.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "format/entente/grammar.h"
#include "format/xml/reader_limits.h"

/* A manuscript that is being read, up to AT. */
struct scan {
    struct manuscript *manuscript;
    const char *start, *at, *end;
    uint32_t open[READER_MAX_DEPTH + 1]; /* the document and the open elements, outermost first */
    uint32_t last[READER_MAX_DEPTH + 1]; /* the last child of each; 0: none */
    unsigned depth;                      /* of the innermost */
    size_t likely;                       /* the rule of the last element */
};

static uint32_t offset_of(const struct scan *scan, const char *at)
{
    return (uint32_t)(at - scan->start);
}

static bool sees(const struct scan *scan, const char *text)
{
    const size_t length = strlen(text);
    return (size_t)(scan->end - scan->at) >= length && memcmp(scan->at, text, length) == 0;
}

/* Adds a node that begins at BEGIN and ends at AT to the innermost element. */
static enum status add_node(struct scan *scan, enum manuscript_kind kind, const char *begin)
{
    struct manuscript *manuscript = scan->manuscript;
    const uint32_t index = (uint32_t)manuscript->nodes.count;
    const uint32_t parent = scan->open[scan->depth], last = scan->last[scan->depth];
    ARRAY_RESERVE(&manuscript->nodes, 1);
    struct manuscript_node *nodes = manuscript->nodes.items;
    nodes[manuscript->nodes.count++] = (struct manuscript_node){.kind = kind,
                                                                .rule = RULE_NONE,
                                                                .begin = offset_of(scan, begin),
                                                                .end = offset_of(scan, scan->at),
                                                                .parent = parent};
    if (last != 0)
        nodes[last].next = index;
    else
        nodes[parent].child = index;
    scan->last[scan->depth] = index;
    return STATUS_OK;
}

/* Markup from BEGIN, of which AT is in the middle, to END. */
static enum status scan_until(struct scan *scan, enum manuscript_kind kind, const char *begin,
                              const char *end)
{
    const size_t length = strlen(end);
    while (!sees(scan, end))
        if (scan->at++ >= scan->end)
            return STATUS_INVALID;
    scan->at += length;
    return add_node(scan, kind, begin);
}

static enum status scan_text(struct scan *scan)
{
    const char *begin = scan->at;
    const char *found = memchr(begin, '<', (size_t)(scan->end - begin));
    scan->at = found != NULL ? found : scan->end;
    const char *at = begin;
    while (at < scan->at && manuscript_is_space(*at))
        at++;
    if (at < scan->at && scan->depth == 0)
        return STATUS_INVALID;
    TRY(add_node(scan, MANUSCRIPT_TEXT, begin));
    scan->manuscript->nodes.items[scan->manuscript->nodes.count - 1].blank = at == scan->at;
    return STATUS_OK;
}

static bool is_name_end(char byte)
{
    return manuscript_is_space(byte) || byte == '>' || byte == '/' || byte == '=' || byte == '<';
}

/* Moves past a name, and returns its length. */
static size_t skip_name(struct scan *scan)
{
    const char *from = scan->at;
    while (scan->at < scan->end && !is_name_end(*scan->at))
        scan->at++;
    return (size_t)(scan->at - from);
}

static void skip_space(struct scan *scan)
{
    while (scan->at < scan->end && manuscript_is_space(*scan->at))
        scan->at++;
}

static enum status scan_attribute(struct scan *scan)
{
    struct manuscript *manuscript = scan->manuscript;
    struct manuscript_attribute attribute = {.name = offset_of(scan, scan->at)};
    attribute.name_length = (uint32_t)skip_name(scan);
    skip_space(scan);
    if (attribute.name_length == 0 || scan->at >= scan->end || *scan->at++ != '=')
        return STATUS_INVALID;
    skip_space(scan);
    if (scan->at >= scan->end || (*scan->at != '"' && *scan->at != '\''))
        return STATUS_INVALID;
    const char *value = scan->at + 1;
    const char *close = memchr(value, *scan->at, (size_t)(scan->end - value));
    if (close == NULL)
        return STATUS_INVALID;
    attribute.value = offset_of(scan, value);
    attribute.value_length = (uint32_t)(close - value);
    scan->at = close + 1;
    ARRAY_RESERVE(&manuscript->attributes, 1);
    manuscript->attributes.items[manuscript->attributes.count++] = attribute;
    return STATUS_OK;
}

/* The rule of an element that has just been added. */
static int find_rule(struct scan *scan, const struct manuscript_node *element)
{
    static const struct rule_set rules = {.items = grammar_rules, .count = RULES};
    enum { LONGEST = 40 };
    char name[LONGEST + 1];
    const struct manuscript_span span = manuscript_name(scan->manuscript, element);
    const struct manuscript_node *parent = &scan->manuscript->nodes.items[element->parent];
    if (span.length > LONGEST || (scan->depth > 0 && parent->rule == RULE_NONE))
        return RULE_NONE;
    memcpy(name, span.text, span.length);
    name[span.length] = '\0';
    const int rule =
        rule_find(&rules, name, scan->depth > 0 ? parent->rule : RULE_NONE, scan->likely);
    scan->likely = rule != RULE_NONE ? (size_t)rule : scan->likely;
    return rule;
}

/* The end of a start tag, which began with the element INDEX. */
static enum status end_start_tag(struct scan *scan, uint32_t index)
{
    const bool empty = sees(scan, "/>");
    if (!empty && !sees(scan, ">"))
        return STATUS_INVALID;
    scan->at += empty ? 2 : 1;
    struct manuscript_node *element = &scan->manuscript->nodes.items[index];
    element->end = element->inside = element->close = offset_of(scan, scan->at);
    if (empty)
        return STATUS_OK;
    if (scan->depth == READER_MAX_DEPTH)
        return STATUS_INVALID;
    scan->depth++;
    scan->open[scan->depth] = index;
    scan->last[scan->depth] = 0;
    return STATUS_OK;
}

static enum status scan_start_tag(struct scan *scan)
{
    struct manuscript *manuscript = scan->manuscript;
    const char *begin = scan->at++;
    const size_t length = skip_name(scan), first = manuscript->attributes.count;
    const uint32_t index = (uint32_t)manuscript->nodes.count;
    if (length == 0)
        return STATUS_INVALID;
    TRY(add_node(scan, MANUSCRIPT_ELEMENT, begin));
    skip_space(scan);
    while (scan->at < scan->end && *scan->at != '>' && *scan->at != '/') {
        TRY(scan_attribute(scan));
        skip_space(scan);
    }
    struct manuscript_node *element = &manuscript->nodes.items[index];
    element->name_length = (uint32_t)length;
    element->first_attribute = (uint32_t)first;
    element->attribute_count = (uint32_t)(manuscript->attributes.count - first);
    element->rule = find_rule(scan, element);
    return end_start_tag(scan, index);
}

static enum status scan_end_tag(struct scan *scan)
{
    const char *begin = scan->at;
    const char *found = memchr(begin, '>', (size_t)(scan->end - begin));
    if (found == NULL || scan->depth == 0)
        return STATUS_INVALID;
    struct manuscript_node *element = &scan->manuscript->nodes.items[scan->open[scan->depth]];
    scan->at = found + 1;
    element->close = offset_of(scan, begin);
    element->end = offset_of(scan, scan->at);
    scan->depth--;
    return STATUS_OK;
}

static bool sees_declaration(const struct scan *scan)
{
    return scan->manuscript->nodes.count == 1 && sees(scan, "<?xml") &&
           scan->end - scan->at > 5 && manuscript_is_space(scan->at[5]);
}

static enum status scan_node(struct scan *scan)
{
    const char *begin = scan->at;
    if (*begin != '<')
        return scan_text(scan);
    if (sees(scan, "<!--")) {
        scan->at += 4;
        return scan_until(scan, MANUSCRIPT_COMMENT, begin, "-->");
    }
    if (sees(scan, "<![CDATA["))
        return scan_until(scan, MANUSCRIPT_CDATA, begin, "]]>");
    if (sees(scan, "<?"))
        return scan_until(
            scan, sees_declaration(scan) ? MANUSCRIPT_DECLARATION : MANUSCRIPT_INSTRUCTION, begin,
            "?>");
    if (sees(scan, "</"))
        return scan_end_tag(scan);
    return sees(scan, "<!") ? STATUS_INVALID : scan_start_tag(scan);
}

enum status manuscript_read(struct manuscript *manuscript, const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    *manuscript = (struct manuscript){.bytes = bytes, .length = length};
    struct scan scan = {
        .manuscript = manuscript, .start = bytes, .at = bytes, .end = bytes + length};
    if (length > UINT32_MAX)
        return STATUS_INVALID;
    ARRAY_RESERVE(&manuscript->nodes, 1);
    manuscript->nodes.items[manuscript->nodes.count++] = (struct manuscript_node){
        .rule = RULE_NONE, .end = (uint32_t)length, .close = (uint32_t)length};
    if (sees(&scan, mark)) { /* the byte order mark is before the document */
        scan.at += strlen(mark);
        manuscript->nodes.items[0].inside = (uint32_t)strlen(mark);
    }
    while (scan.at < scan.end)
        TRY(scan_node(&scan));
    return scan.depth == 0 ? STATUS_OK : STATUS_INVALID;
}

void manuscript_clear(struct manuscript *manuscript)
{
    free(manuscript->nodes.items);
    free(manuscript->attributes.items);
    *manuscript = (struct manuscript){.bytes = NULL};
}

struct manuscript_span manuscript_name(const struct manuscript *manuscript,
                                       const struct manuscript_node *element)
{
    const char *name = manuscript->bytes + element->begin + 1;
    const char *colon = memchr(name, ':', element->name_length);
    const size_t prefix = colon != NULL ? (size_t)(colon + 1 - name) : 0;
    return (struct manuscript_span){name + prefix, element->name_length - prefix};
}

const struct manuscript_attribute *
manuscript_find_attribute(const struct manuscript *manuscript,
                          const struct manuscript_node *element, const char *name)
{
    const size_t length = strlen(name);
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const struct manuscript_attribute *attribute =
            &manuscript->attributes.items[element->first_attribute + i];
        if (attribute->name_length == length &&
            memcmp(manuscript->bytes + attribute->name, name, length) == 0)
            return attribute;
    }
    return NULL;
}

struct manuscript_span manuscript_value(const struct manuscript *manuscript,
                                        const struct manuscript_node *element, const char *name)
{
    const struct manuscript_attribute *attribute =
        manuscript_find_attribute(manuscript, element, name);
    return attribute == NULL ? (struct manuscript_span){"", 0}
                             : manuscript_bytes(manuscript, attribute->value,
                                                attribute->value + attribute->value_length);
}

bool manuscript_is_preserved(const struct manuscript *manuscript,
                             const struct manuscript_node *element)
{
    return manuscript_is(manuscript_value(manuscript, element, "xml:space"), "preserve");
}

bool manuscript_is_empty(const struct manuscript *manuscript,
                         const struct manuscript_node *element)
{
    if (manuscript_is_preserved(manuscript, element))
        return element->inside == element->close;
    for (uint32_t i = element->child; i != 0; i = manuscript->nodes.items[i].next)
        if (!manuscript->nodes.items[i].blank)
            return false;
    return true;
}

bool manuscript_has_text(const struct manuscript *manuscript,
                         const struct manuscript_node *element)
{
    if (element->kind != MANUSCRIPT_ELEMENT || element->rule == RULE_NONE ||
        !grammar_rules[element->rule].text)
        return false;
    for (uint32_t i = element->child; i != 0; i = manuscript->nodes.items[i].next) {
        const struct manuscript_node *child = &manuscript->nodes.items[i];
        if (child->kind == MANUSCRIPT_CDATA || (child->kind == MANUSCRIPT_TEXT && !child->blank))
            return true;
    }
    return false;
}
