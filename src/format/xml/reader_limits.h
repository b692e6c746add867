/* SPDX-License-Identifier: MIT */
/* Limits on the input, which keep the cost of hostile files low. */
#ifndef FORMAT_XML_READER_LIMITS_H
#define FORMAT_XML_READER_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

/* The maximum number of attributes in a rule (rule.h), and the largest value of the limit on
   nested elements. */
enum { READER_MAX_ATTRIBUTES = 96, READER_MAX_DEPTH = 64 };

/* limits.def has the meaning of each limit. */
struct reader_limits {
#define LIMIT(member, ...) uint32_t member;
#include "format/xml/limits.def"
    /* The user did not name the file, and an attacker may have put it there, or a link to
       another: accept only a regular file that is not empty (input_open), and show none of its
       text until its root element is known (document_is_foreign). */
    bool unnamed;
};

extern const struct reader_limits reader_default_limits;

#endif
