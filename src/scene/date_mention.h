/* SPDX-License-Identifier: MIT */
/* Dates in the words of a name. */
#ifndef SCENE_DATE_MENTION_H
#define SCENE_DATE_MENTION_H

#include "scene/name_words.h"

/* Whether the words from I on are a date, as entente adds it to a sentence or similarly: "since
   September 2021", "in the early 2010s", "3 March 2021". Not one that is a part of a name:
   "Revolution of 1979", "Conference on Afghanistan 2010". Sets WORDS to failed if there is no
   memory. */
bool date_mention_is_at(struct name_words *words, size_t i);

#endif
