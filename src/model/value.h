/* SPDX-License-Identifier: MIT */
/* Values of settings: words of a vocabulary, and numbers. An invalid value is reported together
   with the valid ones, as an error of SETTING, and the result is STATUS_FAILURE. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/message.h"
#include "base/status.h"
#include "model/vocabulary.h"

/* Sets *INDEX to the index of WORD in VOCABULARY. */
enum status value_word(const char *setting, const char *word, const struct vocabulary *vocabulary,
                       struct messages *messages, unsigned *index);

/* Parses TEXT, decimal digits only, as a number from LOW to HIGH, and sets *NUMBER to it. */
enum status value_number(const char *setting, const char *text, unsigned low, unsigned high,
                         struct messages *messages, unsigned *number);

#endif
