/* SPDX-License-Identifier: MIT */
/* Reads the attributes of actors and events. */
#ifndef FORMAT_ENTENTE_VERTEX_H
#define FORMAT_ENTENTE_VERTEX_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Add to the network the actor or event whose element has just started. VALUES are indexed as
   actor_attributes or event_attributes. */
enum status vertex_start_actor(struct reading *reading, struct document *document,
                               enum vertex_kind kind, const char *const values[]);
enum status vertex_start_event(struct reading *reading, struct document *document,
                               const char *const values[]);

#endif
