/* SPDX-License-Identifier: MIT */
/* The values of options: words of a vocabulary, and numbers. A value that is not right is told
   with what would be right, and is STATUS_FAILURE. OPTION is the long name without "--". */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/message.h"
#include "base/status.h"
#include "model/vocabulary.h"

/* Gives the index of WORD in VOCABULARY. */
enum status value_word(const char *option, const char *word, const struct vocabulary *vocabulary,
                       struct messages *messages, unsigned *index);

/* Gives the number that the digits TEXT write, from LOW to HIGH. */
enum status value_number(const char *option, const char *text, unsigned low, unsigned high,
                         struct messages *messages, unsigned *number);

#endif
