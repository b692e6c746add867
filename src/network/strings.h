/* SPDX-License-Identifier: MIT */
/* All text of a network in one run of bytes. A text is known by its number; number 0 is the empty
   text, which stands for "absent". Interned texts are equal exactly if their numbers are. */
#ifndef NETWORK_STRINGS_H
#define NETWORK_STRINGS_H

#include <stddef.h>
#include <stdint.h>

#include "system/status.h"

/* A place in the hash table: a text's number, 0 if the place is free, and its hash, which spares
   most looks at the text itself. */
struct strings_slot {
    uint32_t number, hash;
};

struct strings {
    struct {
        char *items;
        size_t count, capacity;
    } bytes;
    struct {
        uint32_t *items; /* where each text starts in bytes */
        size_t count, capacity;
    } starts;
    struct strings_slot *slots;
    size_t slot_count;
    size_t interned;
};

enum status strings_init(struct strings *strings);
void strings_clear(struct strings *strings);

/* The number of a text of LENGTH bytes without NUL: the same for the same bytes. At most 4 GiB of
   text in all, else STATUS_MEMORY. */
enum status strings_intern(struct strings *strings, const char *text, size_t length,
                           uint32_t *number);

/* Keeps a text that nobody will look up: cheaper, and not shared. */
enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number);

/* The number of an interned TEXT, or 0. */
uint32_t strings_find(const struct strings *strings, const char *text);

/* Lent; good until the next text comes in. */
const char *strings_text(const struct strings *strings, uint32_t number);

#endif
