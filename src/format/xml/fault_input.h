/* SPDX-License-Identifier: MIT */
/* What a search for a fault (fault.h) is given, and what it finds. */
#ifndef FORMAT_XML_FAULT_INPUT_H
#define FORMAT_XML_FAULT_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message_code.h"

/* An open element: the LENGTH bytes of its name, and its line. */
struct fault_element {
    const char *name;
    size_t length;
    uint32_t line;
};

/* Where the scan begins: at the start of the document or of a start tag. */
struct fault_input {
    const char *bytes;
    size_t length;
    uint32_t line;                    /* of the first byte, from 1 */
    bool first;                       /* it is the first of the document */
    bool ended;                       /* no bytes follow */
    const struct fault_element *open; /* the elements around it, outermost first */
    size_t depth;                     /* their number */
};

struct fault {
    size_t offset; /* in the bytes of the input */
    enum message_code code;
    size_t depth; /* if an element is not closed: the number of open elements; else 0 */
    struct buffer text;
    bool whole; /* the text says that the file is not XML at all, not UTF-8, or in conflict */
};

#endif
