/* SPDX-License-Identifier: MIT */
/* References of a dataset to ids that come later in it: collected while reading, resolved at the
   end. */
#ifndef FORMAT_ENTENTE_REFERENCES_H
#define FORMAT_ENTENTE_REFERENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* What refers, and the array of the network that it is in. */
enum reference_field {
    REFERENCE_END,         /* of a relation; into ends */
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
    uint32_t index; /* of what refers, in the array of FIELD */
    uint32_t id;    /* a text: what it refers to */
    uint32_t owner; /* a text: the id of the element that refers */
    struct place place;
};

struct references {
    NETWORK_ARRAY(struct reference) items;
};

void references_clear(struct references *references);

/* The index of what has ID, if that is known by now and FIELD may refer to it; NETWORK_NONE
   otherwise. */
uint32_t reference_target(const struct network *network, enum reference_field field, uint32_t id);

enum status references_add(struct references *references, const struct reference *reference);

/* Resolves all, and reports those to an id that nothing has, or something of the wrong kind;
   STATUS_INVALID if there are any. */
enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages);

#endif
