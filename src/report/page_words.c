/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "report/page_words.h"

#include <assert.h>
#include <string.h>

#define NAMES(...) ((const char *const[WORDINGS]){__VA_ARGS__})

static const struct {
    const char *key;
    const char *const *names; /* by wording */
} words[] = {
#define PAGE_WORD(key, names) {key, names},
#include "report/page_words.def"
};
enum { COUNT = sizeof words / sizeof *words };

void page_words_add(struct json *json, enum wording wording)
{
    json_open(json, '{');
    for (size_t i = 0; i < COUNT; i++) {
        json_key(json, words[i].key);
        json_text(json, words[i].names[wording]);
    }
    json_close(json, '}');
}

const char *page_word(enum wording wording, const char *key)
{
    size_t i = 0;
    while (i < COUNT && strcmp(words[i].key, key) != 0)
        i++;
    assert(i < COUNT);
    return words[i].names[wording];
}
