/* SPDX-License-Identifier: MIT */
/* References to ids that are defined later in the dataset: collected while reading, resolved at
   the end. */
#ifndef FORMAT_ENTENTE_REFERENCES_H
#define FORMAT_ENTENTE_REFERENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* The kinds of references, and the arrays of the network in which they are stored. */
enum reference_field {
    REFERENCE_END,         /* of a relation; into ends */
    REFERENCE_PARTICIPANT, /* of an event; into participants */
    REFERENCE_PARENT,      /* of an actor; into vertices */
    REFERENCE_EVENT,       /* of a relation; into details */
    REFERENCE_SPEAKER,     /* the actor that is a source; into sources */
    REFERENCE_VIA,         /* of a source; into sources */
    REFERENCE_BASIS,       /* of a source; into sources */
    REFERENCE_CLAIMANT,    /* the source of a claim; into claims */
};

struct reference {
    enum reference_field field;
    uint32_t index;    /* of the referring item, in the array for FIELD */
    uint32_t id;       /* a text: the id to which it refers */
    uint32_t referrer; /* a text: the id of the referring element */
    struct message_place place;
};

struct references {
    NETWORK_ARRAY(struct reference) items;
    NETWORK_ARRAY(uint32_t) skipped;  /* texts: the ids of elements that are not allowed */
    NETWORK_ARRAY(uint32_t) rejected; /* texts: the first ids that were reported as invalid */
};

void references_clear(struct references *references);

/* The index of the element with ID, if it has been read and FIELD may refer to it; else
   NETWORK_NONE. */
uint32_t reference_target(const struct network *network, enum reference_field field, uint32_t id);

/* Adds a copy of REFERENCE. STATUS_MEMORY on failure. */
enum status references_add(struct references *references, const struct reference *reference);

/* Records that an element has the invalid id ID, a text, so that references to it are not
   reported too. STATUS_MEMORY on failure. */
enum status references_reject(struct references *references, uint32_t id);

/* Records that an element with the id ID, a text, was skipped, because it or one around it is not
   allowed, so that references to it are not reported too. STATUS_MEMORY on failure. */
enum status references_skip(struct references *references, uint32_t id);

/* Resolves all references. Those to unknown ids, or to elements of the wrong kind, are reported;
   STATUS_INVALID if there are any. If nothing refers to an id, but several references are to one
   that looks like it, that id is reported, once, instead of the references. */
enum status references_resolve(const struct references *references, struct network *network,
                               struct messages *messages);

#endif
