/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

void buffer_clear(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer)BUFFER_EMPTY;
}

/* Limits are checked only here, so that they cost nothing. */
static char *grow(struct buffer *buffer, size_t count)
{
    if (buffer->most > 0 && buffer->length + count > buffer->most) {
        buffer->exceeded = true;
        return NULL;
    }
    return array_grow(buffer->bytes, buffer->length, count + 1, &buffer->capacity, 1);
}

char *buffer_reserve(struct buffer *buffer, size_t count)
{
    char *bytes = NULL;
    if (!buffer->failed && count < SIZE_MAX)
        bytes = buffer->bytes != NULL && count < buffer->capacity - buffer->length
                    ? buffer->bytes
                    : grow(buffer, count);
    if (bytes == NULL) {
        buffer->failed = true;
        return NULL;
    }
    buffer->bytes = bytes;
    return bytes + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t count)
{
    char *room = buffer_reserve(buffer, count);
    if (room == NULL)
        return;
    if (count > 0)
        memcpy(room, bytes, count);
    room[count] = '\0';
    buffer->length += count;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_char(struct buffer *buffer, char c)
{
    char *room = buffer_reserve(buffer, 1);
    if (room == NULL)
        return;
    room[0] = c;
    room[1] = '\0';
    buffer->length++;
}

/* Most texts are short: print into the buffer first, and measure only those that do not fit. */
void buffer_format_list(struct buffer *buffer, const char *format, va_list list)
{
    enum { SHORT = 120 };
    va_list again;
    va_copy(again, list);
    char *room = buffer_reserve(buffer, SHORT);
    int length = room != NULL ? vsnprintf(room, SHORT + 1, format, list) : -1;
    if (length > SHORT) {
        room = buffer_reserve(buffer, (size_t)length);
        if (room != NULL)
            vsnprintf(room, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (room == NULL || length < 0)
        buffer->failed = true;
    else
        buffer->length += (size_t)length;
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    buffer_format_list(buffer, format, list);
    va_end(list);
}

/* Appends NUMBER, padded with zeros to WIDTH digits. */
static void add_digits(struct buffer *buffer, uint64_t number, int width)
{
    char digits[24];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
        width--;
    } while (number > 0 || width > 0);
    buffer_add(buffer, digits + first, sizeof digits - first);
}

void buffer_integer(struct buffer *buffer, long long number)
{
    if (number < 0)
        buffer_char(buffer, '-');
    add_digits(buffer, number < 0 ? -(uint64_t)number : (uint64_t)number, 1);
}

void buffer_number(struct buffer *buffer, double number, int decimals)
{
    assert(decimals >= 0 && decimals <= 6);
    static const int64_t scales[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const int64_t scale = scales[decimals];
    double scaled = isfinite(number) ? round(number * (double)scale) : 0;
    if (scaled > 9e15 || scaled < -9e15)
        scaled = 0;
    int64_t whole = (int64_t)scaled;
    if (whole < 0)
        buffer_char(buffer, '-');
    if (whole < 0)
        whole = -whole;
    add_digits(buffer, (uint64_t)(whole / scale), 1);
    int64_t rest = whole % scale;
    if (rest == 0)
        return;
    while (rest % 10 == 0) {
        rest /= 10;
        decimals--;
    }
    buffer_char(buffer, '.');
    add_digits(buffer, (uint64_t)rest, decimals);
}

bool buffer_read(const struct buffer *buffer, size_t *at, void *to, size_t size)
{
    assert(*at <= buffer->length);
    if (buffer->length - *at < size)
        return false;
    if (size > 0)
        memcpy(to, buffer->bytes + *at, size);
    *at += size;
    return true;
}

const char *buffer_string(const struct buffer *buffer)
{
    return buffer->bytes != NULL ? buffer->bytes : "";
}

enum status buffer_status(const struct buffer *buffer)
{
    return buffer->failed ? STATUS_MEMORY : STATUS_OK;
}
