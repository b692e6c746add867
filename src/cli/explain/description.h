/* SPDX-License-Identifier: MIT */
/* All that a dataset says of one relation, actor, event or source, in words or as data. Of an
   actor, an event and a source it speaks by the relations that are selected. */
#ifndef CLI_EXPLAIN_DESCRIPTION_H
#define CLI_EXPLAIN_DESCRIPTION_H

#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "cli/relation_query.h"
#include "format/json/json.h"

/* In words, for people: a heading line, and fields and tables under it. */
enum status description_write_relation(const struct relation_query *query, uint32_t relation,
                                       const struct prose *prose);
enum status description_write_actor(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose);
enum status description_write_event(const struct relation_query *query, uint32_t vertex,
                                    const struct prose *prose);
enum status description_write_source(const struct relation_query *query, uint32_t source,
                                     const struct prose *prose);

/* As an object, whose "what" is "relation", "actor", "event" or "source". */
void description_add_relation(const struct relation_query *query, uint32_t relation,
                              struct json *json);
void description_add_actor(const struct relation_query *query, uint32_t vertex,
                           struct json *json);
void description_add_event(const struct relation_query *query, uint32_t vertex,
                           struct json *json);
/* STATUS_MEMORY where there is too little. */
enum status description_add_source(const struct relation_query *query, uint32_t source,
                                   struct json *json);

#endif
