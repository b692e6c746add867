/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_words.h"

#include <stddef.h>
#include <string.h>

#include "base/text/ascii.h"
#include "format/entente/marking.h"

/* Forms of the types for which any form is valid. */
static const struct {
    enum relation_type type;
    const char *word;
} free_forms[] = {
#define FREE_FORM(type, word, ...) {TYPE_##type, word},
#include "model/vocabulary.def"
};

static bool is_same(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

/* The word of the list that is WORD in any case of its letters, or NULL. */
static const char *find(const struct vocabulary *vocabulary, const char *word)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        if (is_same(vocabulary->words[i], word))
            return vocabulary->words[i];
    return NULL;
}

static bool is_type(const char *word, enum relation_type *type)
{
    const char *found = find(&vocabulary_types, word);
    const int index = found != NULL ? vocabulary_find(&vocabulary_types, found) : -1;
    if (index >= 0)
        *type = (enum relation_type)index;
    return index >= 0;
}

bool diagram_words_tie(const char *word, enum relation_type *type, const char **form)
{
    size_t count = 0;
    *form = NULL;
    if (is_type(word, type))
        return true;
    for (int i = 0; i < TYPES; i++) {
        const char *found = find(relation_type_forms((enum relation_type)i), word);
        if (found == NULL)
            continue;
        *type = (enum relation_type)i;
        *form = found;
        count++;
    }
    for (size_t i = 0; i < sizeof free_forms / sizeof *free_forms; i++)
        if (is_same(free_forms[i].word, word)) {
            *type = free_forms[i].type;
            *form = free_forms[i].word;
            count++;
        }
    return count == 1;
}

/* Words for the kinds of actors. */
static const struct {
    const char *word;
    enum vertex_kind kind;
    const char *subkind;
} actor_words[] = {
    {"person", KIND_INDIVIDUAL, NULL},
    {"people", KIND_INDIVIDUAL, NULL},
    {"human", KIND_INDIVIDUAL, NULL},
    {"politician", KIND_INDIVIDUAL, NULL},
    {"country", KIND_STATE, NULL},
    {"nation", KIND_STATE, NULL},
    {"government", KIND_STATE, NULL},
    {"group", KIND_MOVEMENT, NULL},
    {"faction", KIND_MOVEMENT, NULL},
    {"militia", KIND_MOVEMENT, "armed-unit"},
    {"organization", KIND_ORGANISATION, NULL},
    {"org", KIND_ORGANISATION, NULL},
    {"institution", KIND_ORGANISATION, NULL},
    {"firm", KIND_ORGANISATION, "company"},
    {"corporation", KIND_ORGANISATION, "company"},
    {"business", KIND_ORGANISATION, "company"},
    {"political party", KIND_ORGANISATION, "party"},
    {"city", KIND_STATE, "place"},
    {"location", KIND_STATE, "place"},
};

bool diagram_words_actor(const char *word, enum vertex_kind *kind, const char **subkind)
{
    const char *found = find(&vocabulary_actors, word);
    *subkind = NULL;
    const int index = found != NULL ? vocabulary_find(&vocabulary_kinds, found) : -1;
    if (index >= 0) {
        *kind = (enum vertex_kind)index;
        return true;
    }
    *subkind = find(&vocabulary_subkinds, word);
    if (*subkind != NULL) {
        *kind = strcmp(*subkind, "place") == 0        ? KIND_STATE
                : strcmp(*subkind, "armed-unit") == 0 ? KIND_MOVEMENT
                                                      : KIND_ORGANISATION;
        return true;
    }
    for (size_t i = 0; i < sizeof actor_words / sizeof *actor_words; i++)
        if (is_same(actor_words[i].word, word)) {
            *kind = actor_words[i].kind;
            *subkind = actor_words[i].subkind;
            return true;
        }
    return false;
}

bool diagram_words_is_form(const char *word)
{
    enum { LONGEST = 100 };
    return *word != '\0' && strlen(word) <= LONGEST && strchr(word, ',') == NULL &&
           strpbrk(word, "\n\r\t") == NULL && marking_is_clear(word);
}
