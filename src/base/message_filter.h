/* SPDX-License-Identifier: MIT */
/* Which warnings are reported, and how: some are silenced, or all are reported as errors. */
#ifndef BASE_MESSAGE_FILTER_H
#define BASE_MESSAGE_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message_code.h"

/* Zero-initialize it to report all warnings as warnings. */
struct message_filter {
    uint64_t silenced[MESSAGE_CODES / 64 + 1]; /* a set of codes */
    bool strict;                               /* report warnings as errors */
};

void message_filter_silence(struct message_filter *filter, enum message_code code);

/* Whether warnings with CODE are not reported. */
bool message_filter_silences(const struct message_filter *filter, enum message_code code);

/* Silences the warnings in NAMES, words of codes separated by characters of SEPARATORS. Returns
   false if one of them is not a warning, and appends a message about it to PROBLEM. */
bool message_filter_add(struct message_filter *filter, const char *names, const char *separators,
                        struct buffer *problem);

/* The separators in an option and in XML. */
#define MESSAGE_FILTER_COMMAS ", "
#define MESSAGE_FILTER_SPACES " \t\r\n"

#endif
