/* SPDX-License-Identifier: MIT */
/* The schemata of FollowTheMoney that have a meaning in datasets. */
#ifndef FORMAT_FTM_FTM_SCHEMA_H
#define FORMAT_FTM_FTM_SCHEMA_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* A schema whose entities are actors. THING: only if a tie needs them. */
struct ftm_actor_schema {
    const char *name;
    enum vertex_kind kind;
    const char *subkind; /* or NULL */
    bool thing;
};

/* A schema whose entities are ties, from the entity in one property to that in another. */
struct ftm_tie_schema {
    const char *name, *from, *to;
    enum relation_type type;
    const char *role;         /* the property with the form, or NULL */
    const char *default_form; /* or NULL */
    bool mutual;
};

/* NULL: there is none called NAME. */
const struct ftm_actor_schema *ftm_actor_schema(const char *name);
const struct ftm_tie_schema *ftm_tie_schema(const char *name);

/* The schema for relations of TYPE. */
const struct ftm_tie_schema *ftm_tie_schema_for(enum relation_type type);

/* The scheme of identifiers in PROPERTY, or NULL; and the reverse. */
const char *ftm_identifier_scheme(const char *property);
const char *ftm_identifier_property(const char *scheme);

/* Whether a form of kinship names the one to whom the tie leads, such as "son". */
bool ftm_names_target(const char *form);

#endif
