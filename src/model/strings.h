/* SPDX-License-Identifier: MIT */
/* All text of a network in one run of memory. A text is known by its number; number 0 is the
   empty text, which stands for "absent". Interned texts are equal exactly if their numbers are.
   Each bears a tag, for the owner to note what the text stands for: it lies beside the text,
   where looking the text up has brought it near. */
#ifndef MODEL_STRINGS_H
#define MODEL_STRINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/siphash.h"
#include "base/status.h"

/* The tag of a text that was given none. */
#define STRINGS_NO_TAG UINT32_MAX

/* A place in a hash table: a text's number, 0 if the place is free, and its hash, which spares
   most looks at the text itself. */
struct strings_slot {
    uint32_t number, hash;
};

struct strings_table {
    struct strings_slot *slots;
    size_t slot_count, used;
};

/* Texts that are met again and again are kept apart from those that are hardly ever looked up, so
   that the table of the former stays small enough for the processor's cache. */
enum strings_use { STRINGS_OFTEN, STRINGS_RARELY, STRINGS_USES };

struct strings {
    struct {
        uint32_t *items;
        size_t count, capacity;
    } words; /* text NUMBER begins at word NUMBER, behind its tag */
    struct strings_table tables[STRINGS_USES];
    struct siphash_key key; /* so that nobody can choose texts that collide */
};

enum status strings_init(struct strings *strings);
void strings_clear(struct strings *strings);

/* The number of a text of LENGTH bytes without NUL: the same for the same bytes, whatever USE is
   expected of one that is new. At most 16 GiB of text in all, else STATUS_MEMORY. */
enum status strings_intern(struct strings *strings, enum strings_use use, const char *text,
                           size_t length, uint32_t *number);

/* Bring near what looking TEXT up will need: first its place in the tables, then, once that is
   near, what stands there. NULL is passed over. Several texts that are to be looked up soon are
   so waited for together: in a large dataset that is where time goes. */
void strings_expect(const struct strings *strings, const char *text);
void strings_expect_more(const struct strings *strings, const char *text);

/* Keeps a text that nobody will look up: cheaper, and not shared. */
enum status strings_add(struct strings *strings, const char *text, size_t length,
                        uint32_t *number);

/* The number of an interned TEXT, or 0. */
uint32_t strings_find(const struct strings *strings, const char *text);

/* Lent; good until the next text comes in. */
const char *strings_text(const struct strings *strings, uint32_t number);

/* The tag of a text; the empty text has none. */
uint32_t strings_tag(const struct strings *strings, uint32_t number);
void strings_set_tag(struct strings *strings, uint32_t number, uint32_t tag);

/* All numbers are below this. */
size_t strings_limit(const struct strings *strings);

#endif
