/* SPDX-License-Identifier: MIT */
/* Sources as entries of a bibliography. Allocation failure is sticky in the output. */
#ifndef CLI_REFERENCE_H
#define CLI_REFERENCE_H

#include "base/memory/buffer.h"
#include "format/json/json.h"
#include "model/network.h"

/* Adds SOURCE as an item of CSL-JSON. */
void reference_add_csl(struct json *json, const struct network *network, uint32_t source);

/* Appends SOURCE as an entry of BibTeX, in UTF-8. */
void reference_add_bibtex(struct buffer *out, const struct network *network, uint32_t source);

#endif
