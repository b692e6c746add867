/* SPDX-License-Identifier: MIT */
/* Ids that look like other ids because letters of one script look like those of another (Unicode
   Technical Standard 39, sections 4 and 5, with a table of our own). */
#ifndef FORMAT_ENTENTE_CONFUSABLE_H
#define FORMAT_ENTENTE_CONFUSABLE_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Whether a word of ID, between digits, hyphens, dots and underscores, mixes Latin, Greek and
   Cyrillic letters. */
bool confusable_is_mixed(const char *id);

/* Reports each id of NETWORK that equals another once its Greek and Cyrillic letters are replaced
   by the Latin ones that they look like; STATUS_INVALID if there are any. */
enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages);

#endif
