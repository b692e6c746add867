/* SPDX-License-Identifier: MIT */
/* A growing array of bytes. Allocation failure is sticky: the functions that append return
   nothing and do nothing after a failure; check buffer_status at the end. */
#ifndef BASE_MEMORY_BUFFER_H
#define BASE_MEMORY_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct buffer {
    char *bytes; /* LENGTH bytes and a NUL, owned; NULL if nothing was ever appended */
    size_t length;
    size_t capacity;
    bool failed; /* an allocation failed, or was refused */
    /* The buffer fails, and sets EXCEEDED, soon after more than MOST bytes; 0: no limit. */
    bool exceeded;
    size_t most;
};

#define BUFFER_EMPTY                                                                             \
    {                                                                                            \
        NULL, 0, 0, false, false, 0                                                              \
    }

void buffer_clear(struct buffer *buffer);

/* Makes room for COUNT bytes and a NUL at the end and returns its address. The caller writes
   there and adds to length. NULL: out of memory. */
char *buffer_reserve(struct buffer *buffer, size_t count);

void buffer_add(struct buffer *buffer, const void *bytes, size_t count);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char c);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_format_list(struct buffer *buffer, const char *format, va_list list)
    __attribute__((format(printf, 2, 0)));

void buffer_integer(struct buffer *buffer, long long number);

/* Appends NUMBER with at most DECIMALS (0 to 6) decimals, rounded half away from zero, without
   trailing zeros, and never "-0"; the locale has no effect. Infinity and NaN become 0. */
void buffer_number(struct buffer *buffer, double number, int decimals);

/* Copies SIZE bytes from offset *AT, at most the length, to TO and advances *AT. If fewer are
   left, does nothing and returns false. */
bool buffer_read(const struct buffer *buffer, size_t *at, void *to, size_t size);

/* The bytes as a string, "" if there are none; valid until the next change. */
const char *buffer_string(const struct buffer *buffer);

/* STATUS_MEMORY if an allocation failed. */
enum status buffer_status(const struct buffer *buffer);

#endif
