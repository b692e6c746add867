/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/cursor.h"

#include <string.h>

enum { DISCARD_THRESHOLD = 1 << 18 };

void cursor_clear(struct cursor *cursor)
{
    buffer_clear(&cursor->window);
}

void cursor_feed(struct cursor *cursor, const char *bytes, size_t length)
{
    buffer_add(&cursor->window, bytes, length);
}

static uint32_t count_characters(const char *bytes, const char *end)
{
    uint32_t count = 0;
    for (; bytes < end; bytes++)
        count += ((unsigned char)*bytes & 0xc0) != 0x80;
    return count;
}

void cursor_move(struct cursor *cursor, uint64_t offset)
{
    uint64_t seen = cursor->discarded + cursor->window.length;
    if (offset > seen)
        offset = seen;
    if (offset <= cursor->offset)
        return;
    const char *from = cursor->window.bytes + (cursor->offset - cursor->discarded);
    const char *to = cursor->window.bytes + (offset - cursor->discarded);
    const char *newline;
    while ((newline = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        cursor->line++;
        cursor->column = 1;
        from = newline + 1;
    }
    cursor->column += count_characters(from, to);
    cursor->offset = offset;
}

void cursor_discard(struct cursor *cursor)
{
    size_t past = (size_t)(cursor->offset - cursor->discarded);
    if (past < DISCARD_THRESHOLD)
        return;
    cursor->window.length -= past;
    memmove(cursor->window.bytes, cursor->window.bytes + past, cursor->window.length + 1);
    cursor->discarded = cursor->offset;
}
