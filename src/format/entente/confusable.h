/* SPDX-License-Identifier: MIT */
/* Ids that look like other ids, because their letters look alike or are encoded in another way
   (Unicode Technical Standard 39, sections 4 and 5). */
#ifndef FORMAT_ENTENTE_CONFUSABLE_H
#define FORMAT_ENTENTE_CONFUSABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "model/nearest.h"
#include "model/network.h"

/* Whether any word of ID mixes Latin, Greek and Cyrillic letters. Words are separated by digits,
   hyphens, dots and underscores. */
bool confusable_is_mixed(const char *id);

/* The first letter in ID that mixes scripts with those before it in its word; NULL if none does.
 */
const char *confusable_odd_letter(const char *id);

/* The first character in ID that only lengthens the line between letters, such as a tatweel
   (U+0640); NULL if there is none. */
const char *confusable_filler(const char *id);

/* Appends to OUT the code of the character at the start of TEXT, with the combining mark that
   follows it, and what cannot be seen: "U+0430 (Cyrillic)", "U+0065 U+0301 (a combining mark)".
 */
void confusable_show(const char *text, struct buffer *out);

/* What CODE looks like, by Unicode's confusables.txt; NULL: only like itself. */
const char *confusable_look(uint32_t code);

/* Whether ids look alike from afar: but for accents, and letters of scripts that look the same.
 */
bool confusable_is_like(const char *one, const char *other);

/* The id among those of NETWORK that looks like ID, which is none of them: with an accent as a
   character of its own, or with letters of another script; NULL if there is none. Takes time
   proportional to the number of ids. */
const char *confusable_twin(const struct network *network, enum network_ids among,
                            const char *id);

/* Reports each id of NETWORK that looks like another id, unless both are ASCII; STATUS_INVALID if
   there are any. PATH is that of the dataset. */
enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages);

#endif
