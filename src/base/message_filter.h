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

/* The same for NAMES in a file, separated by white space. A file may not silence the warnings of
   what it could hide from its readers: text-direction, invalid-address, invisible-name and
   cut-name. */
bool message_filter_add_of_file(struct message_filter *filter, const char *names,
                                struct buffer *problem);

/* The separators in an option. */
#define MESSAGE_FILTER_COMMAS ", "

#endif
