/* SPDX-License-Identifier: MIT */
/* Lines and columns of a text that comes in pieces. The cursor keeps the bytes from its own
   position on, so that a place can be found when it is needed, and counts each byte once. */
#ifndef FORMAT_XML_CURSOR_H
#define FORMAT_XML_CURSOR_H

#include <stdint.h>

#include "base/memory/buffer.h"

struct cursor {
    struct buffer window; /* the bytes from DROPPED on */
    uint64_t dropped;     /* offset of the window's first byte */
    uint64_t offset;      /* where the cursor stands */
    uint32_t line;        /* there; from 1 */
    uint32_t column;      /* there, in characters; from 1 */
};

#define CURSOR_START                                                                             \
    {                                                                                            \
        .line = 1, .column = 1                                                                   \
    }

void cursor_clear(struct cursor *cursor);

/* Takes in the next bytes. */
void cursor_feed(struct cursor *cursor, const char *bytes, size_t length);

/* Moves forward to OFFSET; an offset behind the cursor or past the bytes seen is brought inside.
 */
void cursor_move(struct cursor *cursor, uint64_t offset);

/* Forgets the bytes before the cursor, now and then. */
void cursor_drop(struct cursor *cursor);

/* The bytes from OFFSET on, LENGTH of them; NULL if they were dropped or not seen. */
static inline const char *cursor_bytes(const struct cursor *cursor, uint64_t offset,
                                       size_t *length)
{
    if (offset < cursor->dropped || offset >= cursor->dropped + cursor->window.length)
        return NULL;
    *length = (size_t)(cursor->dropped + cursor->window.length - offset);
    return cursor->window.bytes + (offset - cursor->dropped);
}

#endif
