/* SPDX-License-Identifier: MIT */
/* Values of settings: words of a vocabulary, and numbers. An invalid value is reported together
   with the valid ones, as an error of SETTING, and the result is STATUS_FAILURE. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "model/vocabulary.h"

/* *INDEX is set to that of WORD in VOCABULARY. */
enum status value_word(const char *setting, const char *word, const struct vocabulary *vocabulary,
                       struct messages *messages, unsigned *index);

/* Appends to OUT, after a message about WORD, which is not in VOCABULARY, what is: "; did you
   mean "core"?" or ": write core, context or marginal". */
void value_suggest(struct buffer *out, const char *word, const struct vocabulary *vocabulary);

/* *NUMBER is set to the one that the digits TEXT write, from LOW to HIGH. */
enum status value_number(const char *setting, const char *text, unsigned low, unsigned high,
                         struct messages *messages, unsigned *number);

#endif
