/* SPDX-License-Identifier: MIT */
/* Resolves attributes that refer to ids, like XML's IDREF and IDREFS, either of earlier elements
   or of later ones (references.h). INDEX is that of the referring item in the network's array for
   FIELD, to which it may not have been added yet. */
#ifndef FORMAT_ENTENTE_IDREF_H
#define FORMAT_ENTENTE_IDREF_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/entente/references.h"
#include "format/xml/document.h"

/* Sets *TARGET to the index of the element to which VALUE refers, if it has been read; otherwise
   to NETWORK_NONE, and the reference is resolved at the end. Fails with STATUS_MEMORY only. */
enum status idref_resolve(struct reading *reading, struct document *document,
                          enum reference_field field, const char *attribute, const char *value,
                          size_t index, uint32_t *target);

/* The same for the LENGTH bytes at ID, one item of a list. */
enum status idref_resolve_one(struct reading *reading, struct document *document,
                              enum reference_field field, const char *attribute, const char *id,
                              size_t length, size_t index, uint32_t *target);

/* The next id in a list separated by white space, and its length in bytes; NULL at the end. */
const char *idref_next(const char *list, size_t *length);

#endif
