/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"
#include "format/xml/conflict.h"
#include "format/xml/fault_scan.h"

/* A start tag, and the attribute of it that is scanned. */
struct tag {
    struct fault_element element;
    const char *begin; /* its "<" */
    struct {
        struct fault_element *items;
        size_t count, capacity;
    } attributes;      /* those before, without lines */
    const char *quote; /* the opening quote of the last value; NULL: there is none */
    const char *close; /* its closing quote */
};

static const struct fault_element *last_of(const struct tag *tag)
{
    return &tag->attributes.items[tag->attributes.count - 1];
}

#define NAME_OF(element) fault_quoted((element)->name, (element)->length), (element)->name

static enum status add_attribute(struct tag *tag, const char *name, size_t length)
{
    ARRAY_RESERVE(&tag->attributes, 1);
    tag->attributes.items[tag->attributes.count++] = (struct fault_element){name, length, 0};
    return STATUS_OK;
}

static bool describe_open_quote(struct fault_scan *scan, const struct tag *tag)
{
    return fault_describe(scan, tag->quote, "the value of \"%.*s\" has no closing quote",
                          NAME_OF(last_of(tag)));
}

/* The length of the typographic quotation mark ahead, 0 if there is none. */
static size_t curly_quote(const struct fault_scan *scan)
{
    static const char *const marks[] = {"\u201c", "\u201d", "\u201e", "\u201f", "\u2018",
                                        "\u2019", "\u201a", "\u00ab", "\u00bb", "\u2033"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (fault_sees(scan, marks[i]))
            return strlen(marks[i]);
    return 0;
}

static bool describe_unquoted(struct fault_scan *scan, const struct tag *tag)
{
    const char *at = scan->at;
    size_t length = strcspn(at, " \t\r\n>/");
    if (curly_quote(scan) > 0)
        return fault_describe(scan, at,
                              "the quotes around the value of \"%.*s\" are typographic; use "
                              "straight ones: \"",
                              NAME_OF(last_of(tag)));
    if (length > (size_t)(scan->end - at))
        length = (size_t)(scan->end - at);
    return fault_describe(scan, at, "the value of \"%.*s\" is not in quotes; write %.*s=\"%.*s\"",
                          NAME_OF(last_of(tag)), NAME_OF(last_of(tag)), fault_quoted(at, length),
                          at);
}

/* A "<" in a value: if the value looks as if it went on into other markup, its quote was not
   closed. */
static bool describe_less(struct fault_scan *scan, const struct tag *tag)
{
    if (fault_sees(scan, CONFLICT_BEGIN))
        return fault_describe_conflict(scan);
    for (const char *at = tag->quote; at < scan->at; at++)
        if (*at == '>' || *at == '\n' || *at == '=')
            return describe_open_quote(scan, tag);
    return fault_describe(scan, scan->at, "a bare \"<\"; write \"&lt;\"");
}

static bool scan_value(struct fault_scan *scan, struct tag *tag)
{
    tag->quote = scan->at++;
    while (scan->at < scan->end && *scan->at != *tag->quote) {
        if (*scan->at == '<')
            return describe_less(scan, tag);
        if (!(*scan->at == '&' ? fault_scan_reference(scan) : fault_scan_character(scan)))
            return false;
    }
    if (scan->at == scan->end)
        return fault_cut_off(scan, tag->quote, "the value of \"%.*s\" has no closing quote",
                             NAME_OF(last_of(tag)));
    tag->close = scan->at++;
    return true;
}

static bool check_repetition(struct fault_scan *scan, const struct tag *tag)
{
    const struct fault_element *last = last_of(tag);
    for (const struct fault_element *other = tag->attributes.items; other < last; other++)
        if (other->length == last->length && memcmp(other->name, last->name, last->length) == 0)
            return fault_describe(scan, last->name, "<%.*s> has the attribute \"%.*s\" twice",
                                  NAME_OF(&tag->element), NAME_OF(last));
    return true;
}

static bool scan_attribute(struct fault_scan *scan, struct tag *tag)
{
    const char *name = scan->at;
    scan->status = add_attribute(tag, name, fault_skip_name(scan));
    if (scan->status != STATUS_OK)
        return false;
    fault_skip_space(scan);
    if (scan->at == scan->end)
        return fault_cut_off(scan, tag->begin, "the tag <%.*s is cut off",
                             NAME_OF(&tag->element));
    if (*scan->at != '=')
        return fault_describe(scan, name,
                              "the attribute \"%.*s\" has no value; write %.*s=\"...\"",
                              NAME_OF(last_of(tag)), NAME_OF(last_of(tag)));
    scan->at++;
    fault_skip_space(scan);
    if (scan->at == scan->end)
        return fault_cut_off(scan, tag->begin, "the tag <%.*s is cut off",
                             NAME_OF(&tag->element));
    if (*scan->at != '"' && *scan->at != '\'')
        return describe_unquoted(scan, tag);
    return scan_value(scan, tag) && check_repetition(scan, tag);
}

/* What stands where an attribute or the end of the tag should: a value that ends with "=" has
   swallowed the name of the next attribute. */
static bool describe_stray(struct fault_scan *scan, const struct tag *tag)
{
    const char *at = scan->at;
    if (fault_sees(scan, CONFLICT_BEGIN))
        return fault_describe_conflict(scan);
    bool swallowed = tag->quote != NULL && tag->close > tag->quote + 1 && tag->close[-1] == '=';
    if (swallowed && (tag->close + 1 == at || !fault_is_name_start(*at)))
        return describe_open_quote(scan, tag);
    if (*at == '<')
        return fault_describe(scan, tag->begin, "the tag <%.*s is not closed; \">\" is missing",
                              NAME_OF(&tag->element));
    if (*at == '/')
        return fault_describe(scan, at, "\">\" is missing after \"/\"");
    if (fault_is_name_start(*at) && curly_quote(scan) == 0)
        return fault_describe(scan, at, "a space is missing before the attribute");
    utf8_next(&scan->at, scan->end);
    return fault_describe(scan, at, "\"%.*s\" cannot stand here in the tag <%.*s>",
                          (int)(scan->at - at), at, NAME_OF(&tag->element));
}

static enum status open_element(struct fault_scan *scan, const struct fault_element *element)
{
    ARRAY_RESERVE(&scan->open, 1);
    scan->open.items[scan->open.count++] = *element;
    return STATUS_OK;
}

static bool scan_attributes(struct fault_scan *scan, struct tag *tag)
{
    for (;;) {
        bool spaced = fault_skip_space(scan);
        if (scan->at == scan->end)
            return fault_cut_off(scan, tag->begin, "the tag <%.*s is cut off",
                                 NAME_OF(&tag->element));
        if (*scan->at == '>') {
            scan->at++;
            scan->status = open_element(scan, &tag->element);
            return scan->status == STATUS_OK;
        }
        if (fault_sees(scan, "/>")) {
            scan->at += 2;
            return true;
        }
        if (*scan->at == '/' && scan->end - scan->at < 2)
            return fault_cut_off(scan, scan->at, "\">\" is missing after \"/\"");
        if (!spaced || !fault_is_name_start(*scan->at) || curly_quote(scan) > 0)
            return describe_stray(scan, tag);
        if (!scan_attribute(scan, tag))
            return false;
    }
}

bool fault_scan_tag(struct fault_scan *scan)
{
    struct tag tag = {.begin = scan->at, .element = {.line = fault_line(scan, scan->at)}};
    tag.element.name = ++scan->at;
    tag.element.length = fault_skip_name(scan);
    scan->rooted = true;
    bool sound = scan_attributes(scan, &tag);
    free(tag.attributes.items);
    return sound;
}
