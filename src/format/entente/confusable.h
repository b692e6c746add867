/* SPDX-License-Identifier: MIT */
/* Ids that look like other ids: letters of one script that stand for those of another (Unicode
   Technical Standard 39, sections 4 and 5, by a table of our own). */
#ifndef FORMAT_ENTENTE_CONFUSABLE_H
#define FORMAT_ENTENTE_CONFUSABLE_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Whether a word of ID, between digits, hyphens, dots and underscores, mixes Latin, Greek and
   Cyrillic letters. */
bool confusable_is_mixed(const char *id);

/* Tells each id of NETWORK that reads as another one does when its Greek and Cyrillic letters are
   taken for the Latin ones that they look like; STATUS_INVALID if there is one. */
enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages);

#endif
