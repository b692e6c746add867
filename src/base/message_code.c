/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/message_code.h"

#include <assert.h>

static const struct {
    const char *word, *meaning;
} codes[MESSAGE_CODES] = {
#define MESSAGE_CODE(name, word, meaning) [MESSAGE_##name] = {word, meaning},
#include "base/message.def"
};

const char *message_code_word(enum message_code code)
{
    assert(code < MESSAGE_CODES);
    return codes[code].word;
}

const char *message_code_meaning(enum message_code code)
{
    assert(code < MESSAGE_CODES);
    return codes[code].meaning;
}
