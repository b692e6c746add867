/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/strings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/huge.h"

enum { FIRST_SLOTS = 256 };

static uint32_t hash_of(const struct strings *strings, const char *text, size_t length)
{
    return (uint32_t)siphash(&strings->key, (struct siphash_rounds){1, 3}, text, length);
}

enum status strings_init(struct strings *strings)
{
    *strings = (struct strings){.words = {NULL, 0, 0}, .key = siphash_random_key()};
    for (int use = 0; use < STRINGS_USES; use++) {
        strings->tables[use].slot_count = FIRST_SLOTS;
        strings->tables[use].slots = calloc(FIRST_SLOTS, sizeof(struct strings_slot));
        if (strings->tables[use].slots == NULL)
            return STATUS_MEMORY;
    }
    ARRAY_RESERVE(&strings->words, 1);
    strings->words.items[strings->words.count++] = 0;
    return STATUS_OK;
}

void strings_clear(struct strings *strings)
{
    free(strings->words.items);
    for (int use = 0; use < STRINGS_USES; use++)
        free(strings->tables[use].slots);
    *strings = (struct strings){.words = {NULL, 0, 0}};
}

const char *strings_text(const struct strings *strings, uint32_t number)
{
    return (const char *)(strings->words.items + number);
}

uint32_t strings_value(const struct strings *strings, uint32_t number)
{
    return number == 0 ? STRINGS_NO_VALUE : strings->words.items[number - 1];
}

void strings_set_value(struct strings *strings, uint32_t number, uint32_t value)
{
    if (number != 0)
        strings->words.items[number - 1] = value;
}

size_t strings_limit(const struct strings *strings)
{
    return strings->words.count;
}

enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number)
{
    size_t words = length / sizeof(uint32_t) + 1;
    if (strings->words.count + words >= UINT32_MAX)
        return STATUS_MEMORY;
    ARRAY_RESERVE(&strings->words, words + 1);
    uint32_t *room = strings->words.items + strings->words.count;
    room[0] = STRINGS_NO_VALUE;
    room[words] = 0; /* terminates the text */
    if (length > 0)
        memcpy(room + 1, text, length);
    *number = (uint32_t)strings->words.count + 1;
    strings->words.count += words + 1;
    return STATUS_OK;
}

/* The slot at which the search for a text with HASH begins. It rises with the hash, whatever the
   number of slots is, so that a table that grows is copied from front to back. */
static size_t home(const struct strings_table *table, uint32_t hash)
{
    return (size_t)((uint64_t)hash * table->slot_count >> 32);
}

static size_t next_slot(const struct strings_table *table, size_t at)
{
    return at + 1 < table->slot_count ? at + 1 : 0;
}

static bool is_text(const struct strings *strings, uint32_t number, const char *text,
                    size_t length)
{
    const char *there = strings_text(strings, number);
    return length < (strings->words.count - number) * sizeof(uint32_t) &&
           memcmp(there, text, length) == 0 && there[length] == '\0';
}

/* The slot of the text, or the free slot where it would be inserted. */
static struct strings_slot *probe(const struct strings *strings, enum strings_use use,
                                  const char *text, size_t length, uint32_t hash)
{
    const struct strings_table *table = &strings->tables[use];
    size_t at = home(table, hash);
    while (table->slots[at].number != 0 &&
           (table->slots[at].hash != hash ||
            !is_text(strings, table->slots[at].number, text, length)))
        at = next_slot(table, at);
    return &table->slots[at];
}

/* Moves the slots of OLD to TABLE. All texts differ, so they need not be compared. */
static void copy_slots(struct strings_table *table, const struct strings_table *old)
{
    for (size_t i = 0; i < old->slot_count; i++) {
        if (old->slots[i].number == 0)
            continue;
        size_t at = home(table, old->slots[i].hash);
        while (table->slots[at].number != 0)
            at = next_slot(table, at);
        table->slots[at] = old->slots[i];
    }
}

/* Adds half as many slots. */
static enum status grow(struct strings_table *table)
{
    const size_t size =
        huge_size((table->slot_count + table->slot_count / 2) * sizeof *table->slots);
    struct strings_table grown = {.slot_count = size / sizeof *table->slots, .used = table->used};
    grown.slots = calloc(grown.slot_count, sizeof *grown.slots);
    if (grown.slots == NULL)
        return STATUS_MEMORY;
    huge_advise(grown.slots, size);
    copy_slots(&grown, table);
    free(table->slots);
    *table = grown;
    return STATUS_OK;
}

/* The number of a text in either table, or 0. */
static uint32_t find(const struct strings *strings, const char *text, size_t length,
                     uint32_t hash)
{
    uint32_t number = probe(strings, STRINGS_OFTEN, text, length, hash)->number;
    return number != 0 ? number : probe(strings, STRINGS_RARELY, text, length, hash)->number;
}

enum status strings_intern(struct strings *strings, enum strings_use use, const char *text,
                           size_t length, uint32_t *number)
{
    *number = 0;
    if (length == 0)
        return STATUS_OK;
    uint32_t hash = hash_of(strings, text, length);
    *number = find(strings, text, length, hash);
    if (*number != 0)
        return STATUS_OK;
    struct strings_table *table = &strings->tables[use];
    if (table->used * 5 >= table->slot_count * 4)
        TRY(grow(table));
    TRY(strings_add(strings, text, length, number));
    *probe(strings, use, text, length, hash) = (struct strings_slot){*number, hash};
    table->used++;
    return STATUS_OK;
}

uint32_t strings_prefetch_slots(const struct strings *strings, const char *text)
{
    if (text == NULL)
        return 0;
    uint32_t hash = hash_of(strings, text, strlen(text));
    for (int use = 0; use < STRINGS_USES; use++) {
        const struct strings_table *table = &strings->tables[use];
        __builtin_prefetch(&table->slots[home(table, hash)]);
    }
    return hash;
}

void strings_prefetch_text(const struct strings *strings, uint32_t hash)
{
    const struct strings_table *table = &strings->tables[STRINGS_OFTEN];
    size_t at = home(table, hash);
    while (table->slots[at].number != 0 && table->slots[at].hash != hash)
        at = next_slot(table, at);
    __builtin_prefetch(strings_text(strings, table->slots[at].number));
}

uint32_t strings_find(const struct strings *strings, const char *text)
{
    size_t length = strlen(text);
    return length == 0 ? 0 : find(strings, text, length, hash_of(strings, text, length));
}
