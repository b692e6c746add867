/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/fault_scan.h"

#include <stdarg.h>
#include <string.h>

#include "base/text/utf8.h"
#include "format/xml/conflict.h"

static bool describe(struct fault_scan *scan, const char *at, const char *format, va_list list)
{
    scan->found = true;
    scan->fault->offset = (size_t)(at - scan->input->bytes);
    buffer_format_list(&scan->fault->text, format, list);
    return false;
}

bool fault_describe(struct fault_scan *scan, const char *at, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    describe(scan, at, format, list);
    va_end(list);
    return false;
}

bool fault_cut_off(struct fault_scan *scan, const char *at, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    if (scan->input->ended)
        describe(scan, at, format, list);
    va_end(list);
    return false;
}

bool fault_describe_conflict(struct fault_scan *scan)
{
    scan->fault->code = MESSAGE_CONFLICT_MARKERS;
    scan->fault->whole = true;
    return fault_describe(scan, scan->at, CONFLICT_TEXT);
}

bool fault_sees(const struct fault_scan *scan, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(scan->end - scan->at) >= length && memcmp(scan->at, text, length) == 0;
}

uint32_t fault_line(const struct fault_scan *scan, const char *at)
{
    uint32_t line = scan->input->line;
    for (const char *byte = scan->input->bytes; byte < at; byte++)
        line += *byte == '\n';
    return line;
}

bool fault_is_name_start(char byte)
{
    unsigned char lower = (unsigned char)byte | 0x20;
    return (lower >= 'a' && lower <= 'z') || byte == '_' || byte == ':' ||
           (unsigned char)byte >= 0x80;
}

bool fault_skip_space(struct fault_scan *scan)
{
    const char *from = scan->at;
    while (scan->at < scan->end && fault_is_space(*scan->at))
        scan->at++;
    return scan->at > from;
}

/* Whether a typographic quotation mark begins at TEXT, which other letters do not. */
static bool is_mark(const char *text, const char *end)
{
    const char *at = text;
    uint32_t code = utf8_next(&at, end);
    return (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb;
}

static bool is_name_byte(const char *at, const char *end)
{
    if ((*at >= '0' && *at <= '9') || *at == '-' || *at == '.')
        return true;
    return fault_is_name_start(*at) && !((unsigned char)*at >= 0x80 && is_mark(at, end));
}

size_t fault_skip_name(struct fault_scan *scan)
{
    const char *from = scan->at;
    if (scan->at < scan->end && fault_is_name_start(*scan->at))
        while (scan->at < scan->end && is_name_byte(scan->at, scan->end))
            scan->at++;
    return (size_t)(scan->at - from);
}

int fault_quoted(const char *name, size_t length)
{
    enum { LONGEST = 40 };
    return (int)(length <= LONGEST ? length : utf8_cut(name, LONGEST));
}
