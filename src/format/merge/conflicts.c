/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/conflicts.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"
#include "format/merge/identity.h"

enum { SHOWN = 80 }; /* bytes of a value */

const char *conflicts_side(enum siblings_side side)
{
    return side == SIDE_OURS ? "ours" : "theirs";
}

/* Inserts TEXT, which is cleared. */
static enum status insert(struct conflicts *conflicts, size_t at, struct buffer *text)
{
    const char *copy =
        text->failed ? NULL : arena_copy(&conflicts->arena, buffer_string(text), text->length);
    buffer_clear(text);
    if (copy == NULL)
        return STATUS_MEMORY;
    ARRAY_RESERVE(conflicts, 1);
    memmove(conflicts->items + at + 1, conflicts->items + at,
            (conflicts->count - at) * sizeof *conflicts->items);
    conflicts->items[at] = copy;
    conflicts->count++;
    return STATUS_OK;
}

static void add_value(struct buffer *text, struct manuscript_span value, enum siblings_side side)
{
    struct buffer folded = BUFFER_EMPTY;
    normal_fold(value, &folded);
    const char *bytes = buffer_string(&folded);
    const size_t shown = folded.length <= SHOWN ? folded.length : utf8_cut(bytes, SHOWN);
    if (value.text == NULL)
        buffer_text(text, "absent");
    else
        buffer_format(text, "\"%.*s%s\"", (int)shown, bytes, shown < folded.length ? "..." : "");
    buffer_format(text, " in %s", conflicts_side(side));
    text->failed = text->failed || folded.failed;
    buffer_clear(&folded);
}

enum status conflicts_add_values(struct conflicts *conflicts, size_t at, struct normal_node node,
                                 struct manuscript_span what, struct manuscript_span ours,
                                 struct manuscript_span theirs)
{
    struct buffer text = BUFFER_EMPTY;
    identity_describe(node, &text);
    buffer_text(&text, ": ");
    buffer_add(&text, what.text, what.length);
    buffer_text(&text, " is ");
    add_value(&text, ours, SIDE_OURS);
    buffer_text(&text, ", ");
    add_value(&text, theirs, SIDE_THEIRS);
    return insert(conflicts, at, &text);
}

enum status conflicts_add_deletion(struct conflicts *conflicts, struct normal_node node,
                                   enum siblings_side side)
{
    struct buffer text = BUFFER_EMPTY;
    identity_describe(node, &text);
    buffer_format(&text, ": deleted in %s, changed in %s", conflicts_side(side),
                  conflicts_side(side == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS));
    return insert(conflicts, conflicts->count, &text);
}

enum status conflicts_add_change(struct conflicts *conflicts, struct normal_node node)
{
    struct buffer text = BUFFER_EMPTY;
    identity_describe(node, &text);
    buffer_text(&text, ": changed in ours and in theirs");
    return insert(conflicts, conflicts->count, &text);
}

/* Whether a line begins with SIZE of "<" and no more. */
static bool is_marker(const char *line, const char *end, unsigned size)
{
    unsigned count = 0;
    while (line + count < end && line[count] == '<')
        count++;
    return count == size;
}

void conflicts_report(const struct conflicts *conflicts, const struct buffer *merged,
                      unsigned size, const char *path, struct messages *messages)
{
    const char *at = merged->bytes, *end = at + merged->length;
    struct message_place place = {path, 1, 0};
    for (size_t i = 0; i < conflicts->count; i++) {
        while (at < end && !is_marker(at, end, size)) {
            const char *found = memchr(at, '\n', (size_t)(end - at));
            at = found != NULL ? found + 1 : end;
            place.line++;
        }
        messages_error(messages, &place, MESSAGE_MERGE_CONFLICT, "%s", conflicts->items[i]);
        const char *found = memchr(at, '\n', (size_t)(end - at));
        at = found != NULL ? found + 1 : end;
        place.line++;
    }
}

void conflicts_clear(struct conflicts *conflicts)
{
    free(conflicts->items);
    arena_clear(&conflicts->arena);
}
