/* SPDX-License-Identifier: MIT */
/* References of a dataset to ids that come later in it: noted while reading, settled at the end.
 */
#ifndef FORMAT_ENTENTE_REFERENCES_H
#define FORMAT_ENTENTE_REFERENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* What refers. The target is an actor or an event, an event, an actor, or a source. */
enum reference_field {
    REFERENCE_END,         /* of a relation; index into ends */
    REFERENCE_PARTICIPANT, /* of an event; into participants */
    REFERENCE_PARENT,      /* of an actor; into vertices */
    REFERENCE_EVENT,       /* of a relation; into details */
    REFERENCE_SPEAKER,     /* the actor behind a source; into sources */
    REFERENCE_VIA,         /* of a source; into sources */
    REFERENCE_BASIS,       /* of a source; into sources */
    REFERENCE_CLAIMANT,    /* the source of a claim; into claims */
};

struct reference {
    enum reference_field field;
    uint32_t index; /* of what refers, in the array that FIELD says */
    uint32_t id;    /* that it refers to: a text */
    uint32_t owner; /* the id of what refers, for messages: a text */
    struct place place;
};

struct references {
    NETWORK_ARRAY(struct reference) items;
};

void references_clear(struct references *references);

/* What ID stands for as far as it is known by now, fit for FIELD; NETWORK_NONE otherwise. */
uint32_t reference_target(const struct network *network, enum reference_field field, uint32_t id);

enum status references_add(struct references *references, const struct reference *reference);

/* Settles all; tells those that refer to nothing, or to the wrong thing. */
enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages);

#endif
