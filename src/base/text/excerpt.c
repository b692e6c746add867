/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/excerpt.h"

#include <ctype.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/utf8.h"

/* The number of bytes that TEXT and OTHER begin with in common, of whole characters. */
static size_t common_length(const char *text, const char *other)
{
    size_t length = 0;
    while (other != NULL && text[length] != '\0' && text[length] == other[length])
        length++;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

/* Where the excerpt of a long text begins: a few words before what is other in OTHER. */
static size_t excerpt_start(const char *text, const char *other)
{
    enum { BEFORE = 24 };
    size_t at = common_length(text, other);
    at = at > BEFORE ? at - BEFORE : 0;
    while (at > 0 && !isspace((unsigned char)text[at - 1]))
        at--;
    return at;
}

/* Adds LENGTH bytes of TEXT; white space becomes a space. */
static void add_line(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_char(out, isspace((unsigned char)text[i]) ? ' ' : text[i]);
}

void excerpt_add(struct buffer *out, const char *text, const char *other, size_t longest)
{
    const size_t from = strlen(text) > longest ? excerpt_start(text, other) : 0;
    const size_t length = utf8_cut(text + from, longest);
    buffer_text(out, from > 0 ? "…" : "");
    add_line(out, text + from, length);
    buffer_text(out, text[from + length] != '\0' ? "…" : "");
}

void excerpt_for_terminal(struct buffer *out, const char *text, const char *other, size_t longest)
{
    struct buffer excerpt = BUFFER_EMPTY;
    excerpt_add(&excerpt, text, other, longest);
    escape_for_terminal(out, buffer_string(&excerpt), excerpt.length);
    out->failed |= excerpt.failed;
    buffer_clear(&excerpt);
}
