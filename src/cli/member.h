/* SPDX-License-Identifier: MIT */
/* Members of JSON objects: each function adds a key and its value, which is null if it is absent.
   Allocation failure is sticky in JSON's buffer. */
#ifndef CLI_MEMBER_H
#define CLI_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "format/json/json.h"
#include "model/network.h"

/* A text; "" becomes null. */
void member_add_text(struct json *json, const char *key, const char *text);

/* The same, from a buffer, which is cleared; an allocation failure in it is passed on to JSON. */
void member_take(struct json *json, const char *key, struct buffer *text);

void member_add_bool(struct json *json, const char *key, bool truth);

/* The id of a vertex, or of a source; NETWORK_NONE becomes null. */
void member_add_vertex(struct json *json, const char *key, const struct network *network,
                       uint32_t vertex);
void member_add_source_id(struct json *json, const char *key, const struct network *network,
                          uint32_t source);

/* An array of ids. */
void member_add_vertices(struct json *json, const char *key, const struct network *network,
                         const uint32_t *vertices, size_t count);

/* The ends of a relation: "from", the ids separated by spaces as in the dataset; "from_all", the
   same as an array; "to", an array. */
void member_add_ends(struct json *json, const struct network *network, uint32_t relation);

/* A date as written in the dataset; NETWORK_NONE becomes null. */
void member_add_date(struct json *json, const char *key, const struct network *network,
                     uint32_t date);

/* The keys "author", "work", "publisher", "language", "archived" and "accessed" of a source. */
void member_add_work(struct json *json, const struct network *network, uint32_t source);

/* The key "names" and an array of objects for COUNT names from index FIRST. */
void member_add_names(struct json *json, const struct network *network, uint32_t first,
                      uint32_t count);

#endif
