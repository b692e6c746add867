/* SPDX-License-Identifier: MIT */
/* Counts the lines and columns of a text that arrives in pieces. The cursor keeps the bytes from
   its position on, so that places after it can be computed on demand, and examines each byte
   once. */
#ifndef FORMAT_XML_CURSOR_H
#define FORMAT_XML_CURSOR_H

#include <stdint.h>

#include "base/memory/buffer.h"

struct cursor {
    struct buffer window; /* the bytes from DISCARDED on */
    uint64_t discarded;   /* bytes discarded: the offset of the window's first byte */
    uint64_t offset;      /* of the cursor, in bytes from the start of the text */
    uint32_t line;        /* of the cursor, from 1 */
    uint32_t column;      /* of the cursor, in characters, from 1 */
};

#define CURSOR_START                                                                             \
    {                                                                                            \
        .line = 1, .column = 1                                                                   \
    }

void cursor_clear(struct cursor *cursor);

/* Appends the next bytes of the text. */
void cursor_feed(struct cursor *cursor, const char *bytes, size_t length);

/* Moves forward to OFFSET, at most to the end of the bytes received. Does nothing if OFFSET is
   before the cursor. */
void cursor_move(struct cursor *cursor, uint64_t offset);

/* Discards the bytes before the cursor, once they are many. */
void cursor_discard(struct cursor *cursor);

/* The bytes from OFFSET on, and their number in *LENGTH; NULL if they were discarded or have not
   been received. Valid until the next call of cursor_feed or cursor_discard. Inline for speed. */
static inline const char *cursor_bytes(const struct cursor *cursor, uint64_t offset,
                                       size_t *length)
{
    if (offset < cursor->discarded || offset >= cursor->discarded + cursor->window.length)
        return NULL;
    *length = (size_t)(cursor->discarded + cursor->window.length - offset);
    return cursor->window.bytes + (offset - cursor->discarded);
}

#endif
