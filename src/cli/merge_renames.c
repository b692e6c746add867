/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/merge_renames.h"

#include <string.h>

#include "model/strings.h"
#include "query/comparison/renaming.h"
#include "query/comparison/sides.h"

/* Lists what is between quotation marks in MERGED, and could be an id. */
static enum status list_values(const struct buffer *merged, struct strings *values)
{
    enum { LONGEST = 256 };
    const char *end = merged->bytes + merged->length;
    uint32_t number;
    for (const char *at = merged->bytes; at < end; at++) {
        size_t length = 0;
        if (*at != '"' && *at != '\'')
            continue;
        while (at + 1 + length < end && length < LONGEST && at[1 + length] != *at)
            length++;
        TRY(strings_intern(values, STRINGS_OFTEN, at + 1, length, &number));
    }
    return STATUS_OK;
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

/* More would not be read. */
enum { MOST_NOTES = 20 };

/* Notes renamed items, whose ids are still among VALUES; *COUNT counts them. */
static void note_items(const struct sides *sides, enum comparison_item item, const char *name,
                       const struct strings *values, size_t *count, struct messages *messages)
{
    const struct sides_pairing *pairing = &sides->pairings[item];
    for (uint32_t i = 0; i < pairing->counts[OLD]; i++) {
        const char *before = sides_id(sides, item, OLD, i);
        const char *after = sides_id(sides, item, NEW, pairing->partners[OLD][i]);
        if (after[0] == '\0' || strcmp(before, after) == 0 || strings_find(values, before) == 0 ||
            ++*count > MOST_NOTES)
            continue;
        messages_note(messages, MESSAGE_HINT,
                      "the %s \"%s\" is not gone in %s, but has another id, \"%s\"; make the "
                      "changes there",
                      noun_of(sides->networks[OLD], item, i), before, name, after);
    }
}

static enum status note_all(const struct sides *sides, const char *name,
                            const struct buffer *merged, struct messages *messages)
{
    struct strings values;
    size_t count = 0;
    TRY(strings_init(&values));
    const enum status status = list_values(merged, &values);
    for (enum comparison_item item = ITEM_SOURCE; item < ITEM_WORD && status == STATUS_OK; item++)
        note_items(sides, item, name, &values, &count, messages);
    if (count > MOST_NOTES)
        messages_note(messages, MESSAGE_HINT, "%zu more have another id in %s",
                      count - MOST_NOTES, name);
    strings_clear(&values);
    return status;
}

enum status merge_renames_note(const struct network *base, const struct network *side,
                               const char *name, const struct buffer *merged,
                               struct messages *messages)
{
    struct sides sides;
    enum status status = sides_init(&sides, base, side);
    if (status == STATUS_OK)
        status = renaming_find(&sides);
    if (status == STATUS_OK)
        status = note_all(&sides, name, merged, messages);
    sides_clear(&sides);
    return status;
}
