/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/gml/gml_token.h"

#include <string.h>

#include "base/text/ascii.h"

/* A comment begins with "#" at the start of a line, with white space before it or not. */
static void skip_space(struct diagram_cursor *cursor)
{
    bool fresh = cursor->at == cursor->line_start;
    for (; cursor->at < cursor->end; cursor->at++) {
        const char c = *cursor->at;
        if (c == '#' && fresh) {
            const char *stop = memchr(cursor->at, '\n', (size_t)(cursor->end - cursor->at));
            cursor->at = stop != NULL ? stop : cursor->end;
            if (stop == NULL)
                return;
        } else if (!ascii_is_space(c)) {
            return;
        }
        if (*cursor->at == '\n') {
            diagram_cursor_break(cursor, cursor->at + 1);
            fresh = true;
        }
    }
}

/* The string whose quote is at the cursor; it may have several lines. */
static enum gml_kind read_string(struct diagram_cursor *cursor, struct buffer *text)
{
    const char *start = cursor->at + 1;
    const char *stop = memchr(start, '"', (size_t)(cursor->end - start));
    if (stop == NULL)
        return GML_BROKEN;
    for (const char *at = start; at < stop; at++)
        if (*at == '\n')
            diagram_cursor_break(cursor, at + 1);
    diagram_text_decode(text, start, (size_t)(stop - start));
    cursor->at = stop + 1;
    return GML_STRING;
}

static enum gml_kind read_word(struct diagram_cursor *cursor, struct buffer *text)
{
    const char *start = cursor->at;
    while (cursor->at < cursor->end && !ascii_is_space(*cursor->at) &&
           strchr("[]\"", *cursor->at) == NULL)
        cursor->at++;
    buffer_add(text, start, (size_t)(cursor->at - start));
    return GML_WORD;
}

enum status gml_token_next(struct diagram_cursor *cursor, struct gml_token *token)
{
    token->text.length = 0;
    buffer_add(&token->text, "", 0);
    skip_space(cursor);
    token->place = diagram_cursor_place(cursor, cursor->at);
    if (cursor->at == cursor->end)
        token->kind = GML_END;
    else if (*cursor->at == '"')
        token->kind = read_string(cursor, &token->text);
    else if (*cursor->at == '[' || *cursor->at == ']')
        token->kind = *cursor->at++ == '[' ? GML_OPEN : GML_CLOSE;
    else
        token->kind = read_word(cursor, &token->text);
    return buffer_status(&token->text);
}
