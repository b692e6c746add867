/* SPDX-License-Identifier: MIT */
/* All texts of a network in one block of memory. A text is referred to by its number; number 0 is
   the empty text, which means "absent". Interned texts are equal if and only if their numbers
   are. Each text has a value, a number for the caller's use (network.c stores what an id refers
   to). It is stored next to the text, so that a lookup brings it into the cache. */
#ifndef MODEL_STRINGS_H
#define MODEL_STRINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/siphash.h"
#include "base/status.h"

/* The value of a text for which none was set. */
#define STRINGS_NO_VALUE UINT32_MAX

/* A slot of a hash table: a text's number, 0 if the slot is free, and its hash, which saves most
   comparisons of texts. */
struct strings_slot {
    uint32_t number, hash;
};

struct strings_table {
    struct strings_slot *slots;
    size_t slot_count, used;
};

/* Texts that are looked up often are in a table of their own, small enough for the processor's
   cache. */
enum strings_use { STRINGS_OFTEN, STRINGS_RARELY, STRINGS_USES };

struct strings {
    struct {
        uint32_t *items;
        size_t count, capacity;
    } words; /* text NUMBER begins at word NUMBER, after its value */
    struct strings_table tables[STRINGS_USES];
    struct siphash_key key; /* random, so that an attacker cannot choose texts that collide */
};

enum status strings_init(struct strings *strings);
void strings_clear(struct strings *strings);

/* Sets *NUMBER to that of a text of LENGTH bytes, none of which is NUL; equal texts have the same
   number. USE selects the table for a new text. Fails with STATUS_MEMORY only, also when the
   texts exceed 16 GiB. */
enum status strings_intern(struct strings *strings, enum strings_use use, const char *text,
                           size_t length, uint32_t *number);

/* Prefetch the memory that a lookup of TEXT needs: the first function the slots of the tables;
   the second, called a little later with the hash that the first returned, the text to which they
   refer. NULL is ignored. Lookups of several texts then wait for memory only once; in a large
   dataset, they spend most of their time waiting. */
uint32_t strings_prefetch_slots(const struct strings *strings, const char *text);
void strings_prefetch_text(const struct strings *strings, uint32_t hash);

/* Adds a text that will not be looked up; cheaper than strings_intern. Equal texts are not
   shared. */
enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number);

/* The number of the interned text TEXT; 0 if there is none. */
uint32_t strings_find(const struct strings *strings, const char *text);

/* The text, terminated by a NUL; valid until the next text is added. */
const char *strings_text(const struct strings *strings, uint32_t number);

/* The value of a text. That of the empty text cannot be set. */
uint32_t strings_value(const struct strings *strings, uint32_t number);
void strings_set_value(struct strings *strings, uint32_t number, uint32_t value);

/* A number greater than that of any text. */
size_t strings_limit(const struct strings *strings);

#endif
