/* SPDX-License-Identifier: MIT */
/* A search for a fault in progress (fault.h). A scan_... function moves past what it is named for
   and returns true, or returns false: at a fault, which it has described, or where the bytes
   end. */
#ifndef FORMAT_XML_FAULT_SCAN_H
#define FORMAT_XML_FAULT_SCAN_H

#include "base/status.h"
#include "format/xml/fault_input.h"

struct fault_scan {
    const struct fault_input *input;
    const char *at, *end;
    struct {
        struct fault_element *items;
        size_t count, capacity;
    } open;
    bool rooted; /* the root element has begun */
    bool found;
    enum status status;
    struct fault *fault;
};

/* Describes a fault at AT, and returns false. */
bool fault_describe(struct fault_scan *scan, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same if the input has ended; if not, more bytes are needed to know. */
bool fault_cut_off(struct fault_scan *scan, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same of a conflict marker, which is ahead. */
bool fault_describe_conflict(struct fault_scan *scan);

/* Whether the bytes ahead are TEXT. */
bool fault_sees(const struct fault_scan *scan, const char *text);

/* The line of AT. */
uint32_t fault_line(const struct fault_scan *scan, const char *at);

static inline bool fault_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool fault_is_name_start(char byte);

/* Moves past white space; returns whether there was any. */
bool fault_skip_space(struct fault_scan *scan);

/* Moves past a name, which may be empty, and returns its length. */
size_t fault_skip_name(struct fault_scan *scan);

/* The length of a name of LENGTH bytes as it is quoted in a message, for "%.*s". */
int fault_quoted(const char *name, size_t length);

/* A character of text or of a value; a reference, at "&"; a start tag, at "<". */
bool fault_scan_character(struct fault_scan *scan);
bool fault_scan_reference(struct fault_scan *scan);
bool fault_scan_tag(struct fault_scan *scan);

#endif
