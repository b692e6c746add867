/* SPDX-License-Identifier: MIT */
/* All that a dataset says of one relation, actor, event or source, in words or as data. Of an
   actor, an event and a source it speaks by the relations that are selected. */
#ifndef CLI_EXPLAIN_ACCOUNT_H
#define CLI_EXPLAIN_ACCOUNT_H

#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "cli/query.h"
#include "format/json/json.h"

/* In words, for people: a heading line, and fields and tables under it. */
enum status account_tell_relation(const struct query *query, uint32_t relation,
                                  const struct prose *prose);
enum status account_tell_actor(const struct query *query, uint32_t vertex,
                               const struct prose *prose);
enum status account_tell_event(const struct query *query, uint32_t vertex,
                               const struct prose *prose);
enum status account_tell_source(const struct query *query, uint32_t source,
                                const struct prose *prose);

/* As an object, whose "what" is "relation", "actor", "event" or "source". */
void account_add_relation(const struct query *query, uint32_t relation, struct json *json);
void account_add_actor(const struct query *query, uint32_t vertex, struct json *json);
void account_add_event(const struct query *query, uint32_t vertex, struct json *json);
/* STATUS_MEMORY where there is too little. */
enum status account_add_source(const struct query *query, uint32_t source, struct json *json);

#endif
