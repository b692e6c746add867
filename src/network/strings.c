/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "network/strings.h"

#include <stdlib.h>
#include <string.h>

#include "system/array.h"

enum { FIRST_SLOTS = 256 };

/* FNV-1a, 64 bits (Fowler, Noll, Vo), folded. */
static size_t hash(const char *text, size_t length)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
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

/* The slot that holds the text, or the free one where it belongs. */
static size_t probe(const struct strings *strings, const char *text, size_t length)
{
    size_t mask = strings->slot_count - 1;
    size_t slot = hash(text, length) & mask;
    while (strings->slots[slot] != 0) {
        const char *there = strings_text(strings, strings->slots[slot]);
        if (strncmp(there, text, length) == 0 && there[length] == '\0')
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static enum status grow(struct strings *strings)
{
    uint32_t *old = strings->slots;
    size_t old_count = strings->slot_count;
    uint32_t *slots = calloc(old_count * 2, sizeof *slots);
    if (slots == NULL)
        return STATUS_MEMORY;
    strings->slots = slots;
    strings->slot_count = old_count * 2;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i] == 0)
            continue;
        const char *text = strings_text(strings, old[i]);
        strings->slots[probe(strings, text, strlen(text))] = old[i];
    }
    free(old);
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
    size_t slot = probe(strings, text, length);
    *number = strings->slots[slot];
    if (*number != 0)
        return STATUS_OK;
    TRY(strings_add(strings, text, length, number));
    strings->slots[slot] = *number;
    strings->interned++;
    return STATUS_OK;
}

uint32_t strings_find(const struct strings *strings, const char *text)
{
    size_t length = strlen(text);
    return length == 0 ? 0 : strings->slots[probe(strings, text, length)];
}
