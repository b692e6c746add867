/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_words.h"

#include <stddef.h>
#include <string.h>

#include "format/entente/marking.h"
#include "format/table/words.h"

bool diagram_words_tie(const char *word, struct diagram_word *meaning)
{
    struct meaning found = MEANING_NONE;
    if (!words_find_relation(word, &found) || found.type < 0 || found.stance >= 0)
        return false;
    *meaning = (struct diagram_word){(enum relation_type)found.type, found.form, found.reversed,
                                     found.mutual};
    return true;
}

bool diagram_words_denial(const char *word, struct diagram_word *meaning)
{
    struct meaning found;
    if (!words_find_denial(word, &found) || found.hedged)
        return false;
    *meaning = (struct diagram_word){(enum relation_type)found.type, found.form, found.reversed,
                                     found.mutual};
    return true;
}

bool diagram_words_actor(const char *word, enum vertex_kind *kind, const char **subkind)
{
    *subkind = NULL;
    return words_find_kind(word, kind, subkind);
}

bool diagram_words_is_form(const char *word)
{
    enum { LONGEST = 100 };
    return *word != '\0' && strlen(word) <= LONGEST && strchr(word, ',') == NULL &&
           strpbrk(word, "\n\r\t") == NULL && marking_is_clear(word);
}
