/* SPDX-License-Identifier: MIT */
/* Ids that look like other ids because letters of one script look like those of another (Unicode
   Technical Standard 39, sections 4 and 5, with a table of our own). */
#ifndef FORMAT_ENTENTE_CONFUSABLE_H
#define FORMAT_ENTENTE_CONFUSABLE_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Whether any word of ID mixes Latin, Greek and Cyrillic letters. Words are separated by digits,
   hyphens, dots and underscores. */
bool confusable_is_mixed(const char *id);

/* Reports each id of NETWORK that equals another id once its Greek and Cyrillic letters are
   replaced by the Latin letters that they look like; STATUS_INVALID if there are any. PATH is
   that of the dataset. */
enum status confusable_check(const struct network *network, const char *path,
                             struct messages *messages);

#endif
