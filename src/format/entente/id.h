/* SPDX-License-Identifier: MIT */
/* The ids of elements. */
#ifndef FORMAT_ENTENTE_ID_H
#define FORMAT_ENTENTE_ID_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Takes VALUE as the id of an actor, an event or a relation, which share one space of ids. *ID is
   0, after an error, if it is absent, malformed or in use. */
enum status id_take(struct reading *reading, struct document *document, const char *value,
                    uint32_t *id);

/* The same for a source; sources have their own ids. */
enum status id_take_source(struct reading *reading, struct document *document, const char *value,
                           uint32_t *id);

#endif
