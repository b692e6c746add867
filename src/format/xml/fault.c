/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/fault.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/utf8.h"
#include "format/xml/conflict.h"
#include "format/xml/fault_scan.h"

#define NAME_OF(element) fault_quoted((element)->name, (element)->length), (element)->name

static bool is_same(const struct fault_element *one, const struct fault_element *other)
{
    return one->length == other->length && memcmp(one->name, other->name, one->length) == 0;
}

static bool is_open(const struct fault_scan *scan, const struct fault_element *element)
{
    for (size_t i = 0; i < scan->open.count; i++)
        if (is_same(&scan->open.items[i], element))
            return true;
    return false;
}

/* Describes an end tag at AT that is not that of the innermost element, LAST. */
static bool describe_mismatch(struct fault_scan *scan, const char *at,
                              const struct fault_element *end, const struct fault_element *last)
{
    if (!is_open(scan, end))
        return fault_describe(scan, at, "</%.*s> does not end <%.*s> of line %lu; write </%.*s>",
                              NAME_OF(end), NAME_OF(last), (unsigned long)last->line,
                              NAME_OF(last));
    scan->fault->depth = scan->open.count;
    return fault_describe(scan, at,
                          "<%.*s> of line %lu is not closed; add </%.*s> before </%.*s>",
                          NAME_OF(last), (unsigned long)last->line, NAME_OF(last), NAME_OF(end));
}

static bool scan_end_tag(struct fault_scan *scan)
{
    const char *at = scan->at;
    struct fault_element end = {.name = scan->at += 2};
    end.length = fault_skip_name(scan);
    fault_skip_space(scan);
    if (scan->open.count == 0)
        return fault_describe(scan, at, "</%.*s%s ends nothing; remove it", NAME_OF(&end),
                              scan->at < scan->end && *scan->at == '>' ? ">" : "");
    if (scan->at == scan->end)
        return fault_cut_off(scan, at, "the tag </%.*s is cut off", NAME_OF(&end));
    if (end.length == 0 || *scan->at != '>')
        return fault_describe(scan, at, "an end tag consists of \"</\", a name and \">\"");
    const struct fault_element *last = &scan->open.items[scan->open.count - 1];
    if (!is_same(last, &end))
        return describe_mismatch(scan, at, &end, last);
    scan->open.count--;
    scan->at++;
    return true;
}

/* Text that ends with END. */
static bool scan_until(struct fault_scan *scan, const char *begin, const char *end)
{
    const char *at = scan->at;
    bool comment = end[0] == '-';
    scan->at += strlen(begin);
    while (!fault_sees(scan, end)) {
        if (scan->at == scan->end)
            return fault_cut_off(scan, at, "\"%s\" is not closed; \"%s\" is missing", begin, end);
        if (comment && fault_sees(scan, "--") && scan->end - scan->at > 2)
            return fault_describe(scan, scan->at, "\"--\" is not allowed in a comment");
        if (!fault_scan_character(scan))
            return false;
    }
    scan->at += strlen(end);
    return true;
}

static bool scan_instruction(struct fault_scan *scan)
{
    const char *start = scan->input->bytes;
    bool marked =
        scan->input->first && scan->at == start + 3 && memcmp(start, "\xef\xbb\xbf", 3) == 0;
    bool declaration = fault_sees(scan, "<?xml ") || fault_sees(scan, "<?xml\t") ||
                       fault_sees(scan, "<?xml\n") || fault_sees(scan, "<?xml\r");
    if (declaration && !(scan->input->first && scan->at == start) && !marked)
        return fault_describe(scan, scan->at,
                              "the XML declaration must be at the very start of the file; remove "
                              "what precedes it");
    return scan_until(scan, "<?", "?>");
}

static bool scan_markup(struct fault_scan *scan)
{
    if (fault_sees(scan, "<!--"))
        return scan_until(scan, "<!--", "-->");
    if (fault_sees(scan, "<![CDATA[") && scan->open.count == 0)
        return fault_describe(scan, scan->at,
                              "there is a CDATA section outside the root element; remove it");
    if (fault_sees(scan, "<![CDATA["))
        return scan_until(scan, "<![CDATA[", "]]>");
    if (fault_sees(scan, "<!DOCTYPE"))
        return false;
    if (fault_sees(scan, "<!") && scan->end - scan->at < 9)
        return fault_cut_off(scan, scan->at, "a comment begins with \"<!--\"");
    if (fault_sees(scan, "<!"))
        return fault_describe(scan, scan->at, "a comment begins with \"<!--\"");
    if (fault_sees(scan, "<?"))
        return scan_instruction(scan);
    if (fault_sees(scan, "</"))
        return scan_end_tag(scan);
    if (fault_sees(scan, CONFLICT_BEGIN))
        return fault_describe_conflict(scan);
    if (scan->end - scan->at < 2)
        return fault_cut_off(scan, scan->at, "a bare \"<\"; write \"&lt;\"");
    if (!fault_is_name_start(scan->at[1]))
        return fault_describe(scan, scan->at, "a bare \"<\"; write \"&lt;\"");
    if (scan->open.count == 0 && scan->rooted)
        return fault_describe(scan, scan->at, "the root element has ended; a file has only one");
    return fault_scan_tag(scan);
}

/* Whether the LENGTH bytes at LINE look like a line of a table. */
static bool is_table(const char *line, size_t length)
{
    const char *end = line + length;
    bool separated = false;
    while (line < end) {
        uint32_t code = utf8_next(&line, end);
        separated = separated || code == ',' || code == ';' || code == '\t';
        if (code == UTF8_REPLACEMENT || (code < 0x20 && code != '\t' && code != '\r'))
            return false;
    }
    return separated;
}

/* What a file begins with that has no markup. */
static bool describe_foreign(struct fault_scan *scan)
{
    const char *at = scan->at;
    size_t line = strcspn(at, "\n");
    if (line > (size_t)(scan->end - at))
        line = (size_t)(scan->end - at);
    scan->fault->whole = true;
    if (*at == '{' || *at == '[')
        return fault_describe(scan, at,
                              "this is not XML, but seems to be JSON; a dataset begins with "
                              "<network>, see entente-dataset(5)");
    if (is_table(at, line))
        return fault_describe(scan, at,
                              "this is not XML, but seems to be a table (CSV); turn it into a "
                              "dataset with 'entente convert'");
    scan->fault->whole = false;
    return fault_describe(scan, at, "an XML file begins with \"<\", not with \"%.*s\"",
                          fault_quoted(at, line), at);
}

static bool scan_text(struct fault_scan *scan)
{
    if (*scan->at == '&' && scan->open.count > 0)
        return fault_scan_reference(scan);
    if (fault_sees(scan, "]]>") && scan->open.count > 0)
        return fault_describe(scan, scan->at, "a bare \"]]>\"; write \"]]&gt;\"");
    const char *at = scan->at;
    if (!fault_scan_character(scan))
        return false;
    if (scan->open.count > 0 || fault_is_space(*at))
        return true;
    scan->at = at;
    return scan->rooted
               ? fault_describe(scan, at, "there is text after the root element; remove it")
               : describe_foreign(scan);
}

static bool scan_all(struct fault_scan *scan)
{
    while (scan->at < scan->end)
        if (!(*scan->at == '<' ? scan_markup(scan) : scan_text(scan)))
            return false;
    return true;
}

static void check_end(struct fault_scan *scan)
{
    if (!scan->input->ended)
        return;
    if (!scan->rooted) {
        fault_describe(scan, scan->input->bytes, "the file has no root element");
    } else if (scan->open.count > 0) {
        const struct fault_element *last = &scan->open.items[scan->open.count - 1];
        scan->fault->depth = scan->open.count;
        fault_describe(scan, scan->end,
                       "<%.*s> of line %lu is not closed; add </%.*s>, or the rest of the file",
                       NAME_OF(last), (unsigned long)last->line, NAME_OF(last));
    }
}

enum status fault_find(const struct fault_input *input, struct fault *fault, bool *found)
{
    *fault = (struct fault){.code = MESSAGE_NOT_WELL_FORMED, .text = BUFFER_EMPTY};
    struct fault_scan scan = {.input = input,
                              .at = input->bytes,
                              .end = input->bytes + input->length,
                              .rooted = input->depth > 0,
                              .fault = fault};
    scan.open.items = calloc(input->depth + 1, sizeof *scan.open.items);
    if (scan.open.items == NULL)
        return STATUS_MEMORY;
    if (input->depth > 0)
        memcpy(scan.open.items, input->open, input->depth * sizeof *input->open);
    scan.open.count = input->depth;
    scan.open.capacity = input->depth + 1;
    if (input->first && fault_sees(&scan, "\xef\xbb\xbf"))
        scan.at += 3;
    if (scan_all(&scan))
        check_end(&scan);
    free(scan.open.items);
    *found = scan.found;
    return scan.status != STATUS_OK ? scan.status : buffer_status(&fault->text);
}
