/* SPDX-License-Identifier: MIT */
/* All texts of a network in one block of memory. A text is referred to by its number; number 0 is
   the empty text, which means "absent". Interned texts are equal if and only if their numbers
   are. Each text has a tag, in which the owner records what the text refers to. The tag is stored
   next to the text, so that a lookup brings it into the cache. */
#ifndef MODEL_STRINGS_H
#define MODEL_STRINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/siphash.h"
#include "base/status.h"

/* The tag of a text for which none was set. */
#define STRINGS_NO_TAG UINT32_MAX

/* A slot of a hash table: a text's number, 0 if the slot is free, and its hash, which makes most
   comparisons of texts unnecessary. */
struct strings_slot {
    uint32_t number, hash;
};

struct strings_table {
    struct strings_slot *slots;
    size_t slot_count, used;
};

/* Texts that are looked up often have a table of their own, which is small enough for the
   processor's cache. */
enum strings_use { STRINGS_OFTEN, STRINGS_RARELY, STRINGS_USES };

struct strings {
    struct {
        uint32_t *items;
        size_t count, capacity;
    } words; /* text NUMBER begins at word NUMBER, after its tag */
    struct strings_table tables[STRINGS_USES];
    struct siphash_key key; /* random, so that nobody can choose texts that collide */
};

enum status strings_init(struct strings *strings);
void strings_clear(struct strings *strings);

/* The number of a text of LENGTH bytes without NUL: the same for the same bytes. USE selects the
   table of a text that is new. STATUS_MEMORY, also beyond 16 GiB of text. */
enum status strings_intern(struct strings *strings, enum strings_use use, const char *text,
                           size_t length, uint32_t *number);

/* Prefetch what a lookup of TEXT needs: the first function its slots in the tables; the second,
   called a little later, the text that they refer to. NULL is ignored. Lookups of several texts
   then wait for memory only once, which is most of their time in a large dataset. */
void strings_expect(const struct strings *strings, const char *text);
void strings_expect_more(const struct strings *strings, const char *text);

/* Adds a text that will not be looked up: cheaper than interning, and not shared. */
enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number);

/* The number of an interned TEXT, or 0. */
uint32_t strings_find(const struct strings *strings, const char *text);

/* Valid until the next text is added. */
const char *strings_text(const struct strings *strings, uint32_t number);

/* The tag of a text. The empty text cannot have one. */
uint32_t strings_tag(const struct strings *strings, uint32_t number);
void strings_set_tag(struct strings *strings, uint32_t number, uint32_t tag);

/* Greater than all numbers. */
size_t strings_limit(const struct strings *strings);

#endif
