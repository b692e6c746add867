/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/role.h"

#include <stdint.h>
#include <string.h>

#include "format/table/words.h"

struct role_row {
    enum role role;
    const char *word, *headings;
};
struct implied {
    const char *headings, *type;
};

static const struct role_row roles[] = {
#define ROLE(name, word, headings) {ROLE_##name, word, " " headings " "},
#include "format/table/role.def"
};
static const struct role_row actor_roles[] = {
#define ACTOR_ROLE(name, headings) {ROLE_##name, "", " " headings " "},
#include "format/table/role.def"
};
static const struct role_row weak_roles[] = {
#define WEAK_ROLE(name, headings) {ROLE_##name, "", " " headings " "},
#include "format/table/role.def"
};
static const struct implied implied[] = {
#define IMPLIED(headings, type) {" " headings " ", type},
#include "format/table/role.def"
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *role_word(enum role role)
{
    return roles[role].word;
}

enum role role_find(const char *word)
{
    for (size_t i = 0; i < ROLES; i++)
        if (strcmp(roles[i].word, word) == 0)
            return (enum role)i;
    return ROLES;
}

bool role_is_of_ties(enum role role)
{
    return role < ROLE_ATTRIBUTE && role != ROLE_INDICATOR;
}

/* The position of KEY among HEADINGS; SIZE_MAX: it is not there. */
static size_t find(const char *headings, const char *key)
{
    const size_t length = strlen(key);
    if (length == 0)
        return SIZE_MAX;
    for (const char *at = strstr(headings, key); at != NULL; at = strstr(at + 1, key))
        if (at[-1] == ' ' && at[length] == ' ')
            return (size_t)(at - headings);
    return SIZE_MAX;
}

static size_t rank(const struct role_row *rows, size_t count, enum role role, const char *heading)
{
    char key[WORDS_KEY];
    words_squeeze(key, heading);
    for (size_t i = 0; i < count; i++)
        if (rows[i].role == role)
            return find(rows[i].headings, key);
    return SIZE_MAX;
}

size_t role_rank(enum role role, const char *heading)
{
    enum { WEAK = 1 << 20 }; /* behind all others */
    const size_t first = rank(roles, COUNT(roles), role, heading);
    const size_t second = rank(weak_roles, COUNT(weak_roles), role, heading);
    return first != SIZE_MAX || second == SIZE_MAX ? first : WEAK + second;
}

bool role_is_weak(enum role role, const char *heading)
{
    return rank(roles, COUNT(roles), role, heading) == SIZE_MAX &&
           rank(weak_roles, COUNT(weak_roles), role, heading) != SIZE_MAX;
}

size_t role_rank_actor(enum role role, const char *heading)
{
    return rank(actor_roles, COUNT(actor_roles), role, heading);
}

const char *role_imply(const char *heading)
{
    char key[WORDS_KEY];
    words_squeeze(key, heading);
    for (size_t i = 0; i < COUNT(implied); i++)
        if (find(implied[i].headings, key) != SIZE_MAX)
            return implied[i].type;
    return NULL;
}
