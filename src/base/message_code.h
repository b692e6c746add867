/* SPDX-License-Identifier: MIT */
/* The codes of messages, from message.def. */
#ifndef BASE_MESSAGE_CODE_H
#define BASE_MESSAGE_CODE_H

#include <stdbool.h>

enum message_code {
#define MESSAGE_CODE(name, word, meaning) MESSAGE_##name,
#include "base/message.def"
    MESSAGE_CODES
};

/* The code with this word; MESSAGE_CODES if there is none. */
enum message_code message_code_find(const char *word);

/* Whether warnings have CODE, so that it can be silenced (message_filter.h). */
bool message_code_warns(enum message_code code);

/* The word and the meaning of CODE, which is less than MESSAGE_CODES. */
const char *message_code_word(enum message_code code);
const char *message_code_meaning(enum message_code code);

#endif
