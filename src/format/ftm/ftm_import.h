/* SPDX-License-Identifier: MIT */
/* What ftm_read works with: entities as the file tells them, before it is known which of them are
   actors. Texts are those of the gathering. */
#ifndef FORMAT_FTM_FTM_IMPORT_H
#define FORMAT_FTM_FTM_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/diagram/diagram_unmapped.h"
#include "format/ftm/ftm_schema.h"
#include "format/intake/intake.h"

struct ftm_value {
    uint32_t property, text;
    uint32_t next; /* of the same entity, or GATHERED_NONE */
    bool first;    /* of its property */
};

struct ftm_entity {
    uint32_t id, schema, caption, first_seen;
    uint32_t first, last;                    /* values */
    uint32_t first_dataset, last_dataset;    /* likewise: their properties are 0 */
    const struct ftm_actor_schema *as_actor; /* or NULL */
    const struct ftm_tie_schema *as_tie;
    bool needed;    /* by a tie */
    uint32_t actor; /* or GATHERED_NONE */
    struct gathered_place place;
};

struct ftm_import {
    struct intake intake;
    struct diagram_unmapped unmapped;
    struct strings seen;  /* keys of values */
    size_t further_dates; /* of ties, beside the first one */
    NETWORK_ARRAY(struct ftm_entity) entities;
    NETWORK_ARRAY(struct ftm_value) values;
};

/* --- ftm_entity.c: what lines say */

/* Adds the entity, or the value of one, that a line says. */
enum status ftm_add_line(struct ftm_import *import, const json_t *line,
                         struct gathered_place place);
/* The entity whose id is the text ID; GATHERED_NONE. */
uint32_t ftm_find(const struct ftm_import *import, uint32_t id);
const char *ftm_string(const struct ftm_import *import, uint32_t text);
/* The first value of PROPERTY: a text; 0: there is none. */
uint32_t ftm_first(const struct ftm_import *import, const struct ftm_entity *entity,
                   const char *property);

/* --- ftm_actor.c, ftm_tie.c */

enum status ftm_gather_actor(struct ftm_import *import, uint32_t index);
enum status ftm_gather_tie(struct ftm_import *import, uint32_t index);
/* Marks the entities that a tie needs. */
void ftm_mark_ends(struct ftm_import *import, const struct ftm_entity *entity);

#endif
