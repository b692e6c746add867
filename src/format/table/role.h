/* SPDX-License-Identifier: MIT */
/* What a column of a table is: role.def. */
#ifndef FORMAT_TABLE_ROLE_H
#define FORMAT_TABLE_ROLE_H

#include <stdbool.h>
#include <stddef.h>

enum role {
#define ROLE(name, word, headings) ROLE_##name,
#include "format/table/role.def"
    ROLES
};

/* The word of ROLE in a map. */
const char *role_word(enum role role);
/* The role with this word; ROLES if there is none. */
enum role role_find(const char *word);

/* Whether a column of ties and claims can have ROLE, which may be ROLES. Others are those of
   tables of actors, or are found from cells alone. */
bool role_is_of_ties(enum role role);

/* How well HEADING fits ROLE: the smaller the better; SIZE_MAX: not at all. The second function
   is for tables of actors. */
size_t role_rank(enum role role, const char *heading);
size_t role_rank_actor(enum role role, const char *heading);

/* Whether HEADING, which fits ROLE, can also be that of something else: "source" of who acts. */
bool role_is_weak(enum role role, const char *heading);

/* The type, or "type:form", of the ties of a table that has HEADING, such as "donor"; NULL: not
   said by it. */
const char *role_imply(const char *heading);

#endif
