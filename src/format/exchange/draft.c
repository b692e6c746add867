/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/entente/dataset.h"

void draft_clear(struct draft *draft)
{
    buffer_clear(&draft->xml);
    free(draft->places.items);
    *draft = (struct draft){.path = NULL};
}

static uint32_t count_lines(struct draft *draft)
{
    const char *bytes = draft->xml.bytes, *end = bytes + draft->xml.length;
    const char *at = bytes + draft->counted;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        draft->line++;
        at++;
    }
    draft->counted = draft->xml.length;
    return draft->line;
}

enum status draft_mark(struct draft *draft, uint32_t line, uint32_t column)
{
    /* The element begins on a line of its own, after the one that was written last. */
    const uint32_t next = count_lines(draft) + 2;
    ARRAY_RESERVE(&draft->places, 1);
    draft->places.items[draft->places.count++] = (struct draft_place){next, line, column};
    return STATUS_OK;
}

struct message_place draft_place(const struct draft *draft, uint32_t line)
{
    size_t low = 0, high = draft->places.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (draft->places.items[middle].line <= line)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return (struct message_place){draft->path, 0, 0};
    const struct draft_place *place = &draft->places.items[low - 1];
    return (struct message_place){draft->path, place->input_line, place->column};
}

/* The messages of the reader, whose places are in the XML. */
struct translation {
    const struct draft *draft;
    struct messages *messages;
};

static void translate(void *context, const struct message *message)
{
    const struct translation *translation = context;
    struct message moved = *message;
    struct message_place place = {translation->draft->path, 0, 0};
    if (message->place != NULL)
        place = draft_place(translation->draft, message->place->line);
    moved.place = &place;
    messages_report(translation->messages, &moved);
}

enum status draft_read(const struct draft *draft, const struct reader_limits *limits,
                       struct messages *messages, struct network **network)
{
    struct translation translation = {draft, messages};
    struct messages own = *messages;
    TRY(buffer_status(&draft->xml));
    messages_init(&own, translate, &translation);
    own.filter = messages->filter;
    own.filter.strict = false;    /* MESSAGES applies it */
    own.error_limit = UINT32_MAX; /* likewise */
    return dataset_read_bytes(draft->path, &draft->xml, limits, &own, network);
}
