/* SPDX-License-Identifier: MIT */
/* Levels of discretion: who may see what a dataset says. An element is marked with a level, and
   whoever may see a level may see those below it. Levels are numbered from 0, which anybody may
   see; a dataset names them ("markings"), or else they are public, internal and secret. */
#ifndef MODEL_LEVEL_H
#define MODEL_LEVEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"

/* The most levels of a dataset. */
enum { LEVELS_MOST = 16 };

uint32_t level_count(const struct network *network);

/* The word for LEVEL, which is below level_count. */
const char *level_word(const struct network *network, uint32_t level);

/* The level called WORD; NETWORK_NONE if there is none. */
uint32_t level_find(const struct network *network, const char *word);

/* The place of WORD among the levels of datasets that name none, lowest first, from 0; -1: it is
   none of them. */
int level_usual(const char *word);

/* Appends all words, lowest first, for messages: "public, internal or secret". */
void level_write_all(const struct network *network, struct buffer *out);

/* Sorts the markings by their elements: to be called once, when all have been added. */
void level_sort(struct network *network);

/* The level that ELEMENT is marked with; NETWORK_NONE if it has no marking. Takes time
   logarithmic in the number of markings. */
uint32_t level_of_element(const struct network *network, struct trivia_element element);

/* Whether an element of this kind without a marking has the default one of the dataset. Others,
   such as names, have that of the element that they are in. A note is a remark. */
bool level_has_default(enum trivia_kind kind, enum network_remark_kind remark);

#endif
