/* SPDX-License-Identifier: MIT */
/* Attributes that refer to ids, as XML's IDREF and IDREFS do: to elements before, or to elements
   that come later (references.h). INDEX is where the referring item is, or will be, in the
   network's array of FIELD. */
#ifndef FORMAT_ENTENTE_IDREF_H
#define FORMAT_ENTENTE_IDREF_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/entente/references.h"
#include "format/xml/document.h"

/* *TARGET is what VALUE refers to, if that is known by now; otherwise NETWORK_NONE, and the
   reference is resolved later. */
enum status idref_take(struct reading *reading, struct document *document,
                       enum reference_field field, const char *attribute, const char *value,
                       size_t index, uint32_t *target);

/* The same for the LENGTH bytes at ID, one of a list. */
enum status idref_take_part(struct reading *reading, struct document *document,
                            enum reference_field field, const char *attribute, const char *id,
                            size_t length, size_t index, uint32_t *target);

/* The next id, of *LENGTH bytes, in a list separated by white space; NULL at its end. */
const char *idref_next(const char *list, size_t *length);

/* Whether LIST differs from its COUNT ids, LENGTH bytes in all, with a space between any two. */
bool idref_is_spaced(const char *list, size_t count, size_t length);

#endif
