/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "network/strings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "system/array.h"

enum { FIRST_SLOTS = 256 };

/* FNV-1a, 64 bits (Fowler, Noll, Vo), folded to 32. */
static uint32_t hash_of(const char *text, size_t length)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return (uint32_t)(h ^ h >> 32);
}

enum status strings_init(struct strings *strings)
{
    *strings = (struct strings){.slot_count = FIRST_SLOTS};
    strings->slots = calloc(FIRST_SLOTS, sizeof *strings->slots);
    uint32_t empty;
    if (strings->slots == NULL)
        return STATUS_MEMORY;
    return strings_add(strings, "", 0, &empty);
}

void strings_clear(struct strings *strings)
{
    free(strings->bytes.items);
    free(strings->starts.items);
    free(strings->slots);
    *strings = (struct strings){.slot_count = 0};
}

const char *strings_text(const struct strings *strings, uint32_t number)
{
    return strings->bytes.items + strings->starts.items[number];
}

enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number)
{
    if (strings->bytes.count + length >= UINT32_MAX)
        return STATUS_MEMORY;
    ARRAY_ROOM(&strings->bytes, length + 1);
    ARRAY_ROOM(&strings->starts, 1);
    char *room = strings->bytes.items + strings->bytes.count;
    if (length > 0)
        memcpy(room, text, length);
    room[length] = '\0';
    *number = (uint32_t)strings->starts.count;
    strings->starts.items[strings->starts.count++] = (uint32_t)strings->bytes.count;
    strings->bytes.count += length + 1;
    return STATUS_OK;
}

static bool is_text(const struct strings *strings, uint32_t number, const char *text,
                    size_t length)
{
    const char *there = strings_text(strings, number);
    return strncmp(there, text, length) == 0 && there[length] == '\0';
}

/* The slot that holds the text, or the free one where it belongs. */
static struct strings_slot *probe(const struct strings *strings, const char *text, size_t length,
                                  uint32_t hash)
{
    size_t mask = strings->slot_count - 1;
    size_t at = hash & mask;
    while (strings->slots[at].number != 0 &&
           (strings->slots[at].hash != hash ||
            !is_text(strings, strings->slots[at].number, text, length)))
        at = (at + 1) & mask;
    return &strings->slots[at];
}

/* Twice the slots. The texts are all different, so that their hashes suffice. */
static enum status grow(struct strings *strings)
{
    size_t count = strings->slot_count * 2;
    struct strings_slot *slots = calloc(count, sizeof *slots);
    if (slots == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < strings->slot_count; i++) {
        if (strings->slots[i].number == 0)
            continue;
        size_t at = strings->slots[i].hash & (count - 1);
        while (slots[at].number != 0)
            at = (at + 1) & (count - 1);
        slots[at] = strings->slots[i];
    }
    free(strings->slots);
    strings->slots = slots;
    strings->slot_count = count;
    return STATUS_OK;
}

enum status strings_intern(struct strings *strings, const char *text, size_t length,
                           uint32_t *number)
{
    *number = 0;
    if (length == 0)
        return STATUS_OK;
    if (strings->interned * 4 >= strings->slot_count * 3)
        TRY(grow(strings));
    uint32_t hash = hash_of(text, length);
    struct strings_slot *slot = probe(strings, text, length, hash);
    *number = slot->number;
    if (*number != 0)
        return STATUS_OK;
    TRY(strings_add(strings, text, length, number));
    *slot = (struct strings_slot){*number, hash};
    strings->interned++;
    return STATUS_OK;
}

uint32_t strings_find(const struct strings *strings, const char *text)
{
    size_t length = strlen(text);
    return length == 0 ? 0 : probe(strings, text, length, hash_of(text, length))->number;
}
