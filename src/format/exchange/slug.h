/* SPDX-License-Identifier: MIT */
/* Ids made from names. */
#ifndef FORMAT_EXCHANGE_SLUG_H
#define FORMAT_EXCHANGE_SLUG_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/strings.h"

/* Appends NAME as an id: its letters and digits, ASCII ones in small letters, with one hyphen for
   each run of other characters: "The New York Times" becomes the-new-york-times. At most
   SLUG_LENGTH bytes; FALLBACK if nothing is left. */
enum { SLUG_LENGTH = 60 };
void slug_add(struct buffer *out, const char *name, const char *fallback);

/* Whether ID can be the id of an element. */
bool slug_is_id(const char *id);

/* Sets OUT to WISH, with "-2", "-3" and so on if TAKEN has an id that is the same or looks the
   same; adds it to TAKEN, whose values it uses. */
enum status slug_take(struct strings *taken, const char *wish, struct buffer *out);

#endif
