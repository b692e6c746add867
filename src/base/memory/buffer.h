/* SPDX-License-Identifier: MIT */
/* A growing run of bytes. Appending never fails visibly: want of memory is remembered, later
   appends do nothing, and buffer_status tells at the end. The buffer owns its bytes. */
#ifndef BASE_MEMORY_BUFFER_H
#define BASE_MEMORY_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct buffer {
    char *bytes; /* NUL-terminated behind LENGTH; NULL while empty */
    size_t length;
    size_t capacity;
    bool failed;
};

#define BUFFER_EMPTY                                                                             \
    {                                                                                            \
        NULL, 0, 0, false                                                                        \
    }

void buffer_clear(struct buffer *buffer);

/* Room for COUNT bytes to be written at the returned place and then counted by the caller in
   length; NULL for want of memory. */
char *buffer_room(struct buffer *buffer, size_t count);

void buffer_add(struct buffer *buffer, const void *bytes, size_t count);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char c);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_format_list(struct buffer *buffer, const char *format, va_list list)
    __attribute__((format(printf, 2, 0)));

void buffer_integer(struct buffer *buffer, long long number);

/* A number with at most DECIMALS (0 to 6) decimals, rounded half away from zero, without trailing
   zeros and never "-0": the same characters in every locale. Not finite counts as 0. */
void buffer_number(struct buffer *buffer, double number, int decimals);

/* Copies SIZE of the bytes from *AT on to TO, and moves *AT behind them; false, and nothing is
   done, if there are not so many. */
bool buffer_take(const struct buffer *buffer, size_t *at, void *to, size_t size);

/* The text, "" if empty; lent until the next change. */
const char *buffer_string(const struct buffer *buffer);

/* STATUS_MEMORY if any append was lost. */
enum status buffer_status(const struct buffer *buffer);

#endif
