/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/merge_renames.h"

#include <string.h>

#include "base/memory/bytes.h"
#include "query/comparison/renaming.h"
#include "query/comparison/sides.h"

/* Whether the id is still named among the values of MERGED. */
static bool is_named(const struct buffer *merged, const char *id)
{
    struct buffer quoted = BUFFER_EMPTY;
    bool named = false;
    for (const char *quote = "\"'"; *quote != '\0' && !named; quote++) {
        buffer_clear(&quoted);
        buffer_format(&quoted, "%c%s%c", *quote, id, *quote);
        named = bytes_find(merged->bytes, merged->bytes + merged->length,
                           buffer_string(&quoted)) != NULL;
    }
    buffer_clear(&quoted);
    return named;
}

static const char *noun_of(const struct network *network, enum comparison_item item,
                           uint32_t index)
{
    if (item == ITEM_SOURCE)
        return "source";
    if (item == ITEM_RELATION)
        return "relation";
    return network->vertices.items[index].event != NETWORK_NONE ? "event" : "actor";
}

static void note_items(const struct sides *sides, enum comparison_item item, const char *name,
                       const struct buffer *merged, struct messages *messages)
{
    const struct sides_pairing *pairing = &sides->pairings[item];
    for (uint32_t i = 0; i < pairing->counts[OLD]; i++) {
        const char *before = sides_id(sides, item, OLD, i);
        const char *after = sides_id(sides, item, NEW, pairing->partners[OLD][i]);
        if (after[0] == '\0' || strcmp(before, after) == 0 || !is_named(merged, before))
            continue;
        messages_note(messages, MESSAGE_HINT,
                      "the %s \"%s\" is not gone in %s, but has another id, \"%s\"; make the "
                      "changes there",
                      noun_of(sides->networks[OLD], item, i), before, name, after);
    }
}

enum status merge_renames_note(const struct network *base, const struct network *side,
                               const char *name, const struct buffer *merged,
                               struct messages *messages)
{
    struct sides sides;
    enum status status = sides_init(&sides, base, side);
    if (status == STATUS_OK)
        status = renaming_find(&sides);
    for (enum comparison_item item = ITEM_SOURCE; item < ITEM_WORD && status == STATUS_OK; item++)
        note_items(&sides, item, name, merged, messages);
    sides_clear(&sides);
    return status;
}
