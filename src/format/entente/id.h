/* SPDX-License-Identifier: MIT */
/* Reads the ids of elements. */
#ifndef FORMAT_ENTENTE_ID_H
#define FORMAT_ENTENTE_ID_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Checks VALUE, the id of an actor, an event or a relation, which share one namespace, and sets
   *ID to its text. If it is absent, malformed or in use, *ID is 0; the latter two are reported
   here, the former by the reader. Fails with STATUS_MEMORY only. */
enum status id_read(struct reading *reading, struct document *document, const char *value,
                    uint32_t *id);

/* The same for a source; sources have a namespace of their own. */
enum status id_read_source(struct reading *reading, struct document *document, const char *value,
                           uint32_t *id);

/* Checks VALUE, the pseudonym of a source, and sets *ID to its text; to 0 if it is absent or
   malformed, which is reported. Whether it is in use is for discretion_check to say. */
enum status id_read_pseudonym(struct reading *reading, struct document *document,
                              const char *value, uint32_t *id);

#endif
