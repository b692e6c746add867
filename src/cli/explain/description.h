/* SPDX-License-Identifier: MIT */
/* Descriptions of a relation, actor, event or source, with everything in the dataset about it, as
   text or as JSON. Those of actors, events and sources list only the selected relations. */
#ifndef CLI_EXPLAIN_DESCRIPTION_H
#define CLI_EXPLAIN_DESCRIPTION_H

#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "cli/relation_query.h"
#include "format/json/json.h"

/* Write text for people: a heading, followed by fields and tables. Fail with STATUS_MEMORY or, if
   a table is longer than the query's most_bytes, with STATUS_FAILURE, without a message. */
enum status description_write_relation(const struct relation_query *query, uint32_t relation,
                                       const struct prose *prose);
enum status description_write_actor(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose);
enum status description_write_event(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose);
enum status description_write_source(const struct relation_query *query, uint32_t source,
                                     const struct prose *prose);

/* Write a JSON object, whose "what" is "relation", "actor", "event" or "source". Allocation
   failure is sticky in JSON's buffer. */
void description_add_relation(const struct relation_query *query, uint32_t relation,
                              struct json *json);
void description_add_actor(const struct relation_query *query, uint32_t vertex,
                           struct json *json);
void description_add_event(const struct relation_query *query, uint32_t vertex,
                           struct json *json);
/* Fails only with STATUS_MEMORY. */
enum status description_add_source(const struct relation_query *query, uint32_t source,
                                   struct json *json);

/* Write the same objects without the members that depend on relations or on other actors, events
   and sources, so that all of a network take time linear in its size; that of an event also has
   its identifiers and attributes. */
void description_add_actor_alone(const struct network *network, uint32_t vertex,
                                 struct json *json);
void description_add_event_alone(const struct network *network, uint32_t vertex,
                                 struct json *json);
void description_add_source_alone(const struct network *network, uint32_t source,
                                  struct json *json);

#endif
