/* SPDX-License-Identifier: MIT */
/* The identifiers and attributes of actors, events and relations. */
#ifndef MODEL_PROPERTY_H
#define MODEL_PROPERTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "model/network.h"

/* The properties of OWNER, a relation if OF_RELATION, else a vertex: COUNT of them from *FIRST
 * on.
 */
size_t property_find(const struct network *network, uint32_t owner, bool of_relation,
                     size_t *first);

/* The value of the first attribute of OWNER called NAME, a text, that is not denied; 0 if there
   is none. */
uint32_t property_value(const struct network *network, uint32_t owner, bool of_relation,
                        uint32_t name);

/* Whether an attribute or an identifier of OWNER called NAME has VALUE, and is not denied;
   both are texts. */
bool property_has(const struct network *network, uint32_t owner, bool of_relation, uint32_t name,
                  uint32_t value);

/* Appends the address of an identifier in SCHEME, if it is one of those that entente knows. */
void property_write_address(const char *scheme, const char *value, struct buffer *out);

#endif
