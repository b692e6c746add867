/* SPDX-License-Identifier: MIT */
/* What stix_read works with. */
#ifndef FORMAT_STIX_STIX_IMPORT_H
#define FORMAT_STIX_STIX_IMPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/diagram/diagram_unmapped.h"
#include "format/intake/intake.h"
#include "format/stix/stix_words.h"

struct stix_object {
    const json_t *json; /* borrowed */
    struct gathered_place place;
    enum stix_role role;
    bool left_out; /* revoked, deprecated, or an older version */
    bool tied;     /* an end of a relationship that becomes a tie */
    bool creator;
    bool denied;    /* a relationship such as does-not-support: who agrees denies the tie */
    uint32_t index; /* of its actor, tie or source, or GATHERED_NONE */
};

struct stix_import {
    struct intake intake;
    struct stix_object *objects;
    size_t count;
    struct diagram_unmapped unmapped;
    size_t markings, structured, citations; /* that are counted as lost */
};

/* The object with ID that is not left out, or NULL. */
struct stix_object *stix_find(struct stix_import *import, const char *id);

/* Adds the actor that OBJECT is. */
enum status stix_gather_actor(struct stix_import *import, struct stix_object *object);

/* Whether OBJECT is a relationship that becomes a tie: both ends are actors or means, and at
   least one is an actor. */
bool stix_is_tie(struct stix_import *import, const struct stix_object *object);

/* Adds the tie that OBJECT is, and its claims; claims of reports; claims of opinions. */
enum status stix_gather_tie(struct stix_import *import, struct stix_object *object);
enum status stix_gather_report(struct stix_import *import, struct stix_object *object);
enum status stix_gather_opinion(struct stix_import *import, const struct stix_object *object);

#endif
