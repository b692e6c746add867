/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/message_code.h"

#include <assert.h>
#include <string.h>

static const struct {
    const char *word, *meaning;
    bool warns;
} codes[MESSAGE_CODES] = {
#define MESSAGE_CODE(name, word, meaning) [MESSAGE_##name] = {word, meaning, false},
#define WARNING_CODE(name, word, meaning) [MESSAGE_##name] = {word, meaning, true},
#include "base/message.def"
};

enum message_code message_code_find(const char *word)
{
    unsigned code = 0;
    while (code < MESSAGE_CODES && strcmp(codes[code].word, word) != 0)
        code++;
    return (enum message_code)code;
}

bool message_code_warns(enum message_code code)
{
    assert(code < MESSAGE_CODES);
    return codes[code].warns;
}

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
