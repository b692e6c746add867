/* SPDX-License-Identifier: MIT */
/* What an account of something consists of: fields with names, dates, ids. */
#ifndef CLI_EXPLAIN_FIELD_H
#define CLI_EXPLAIN_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/text/prose.h"
#include "cli/query.h"
#include "format/json/json.h"
#include "model/network.h"

/* TEXT is used up by these: it is cleared, and want of memory for it is told by where it went. */
void field_tell(const struct prose *prose, const char *label, struct buffer *text);
void field_tell_line(const struct prose *prose, size_t indent, struct buffer *text);
void field_tell_cell(struct prose_table *table, struct buffer *text);
void field_add(struct json *json, const char *key, struct buffer *text);

/* For people: a label and its text; nothing where there is no text. */
void field_tell_names(const struct prose *prose, const struct network *network, uint32_t first,
                      uint32_t count);
void field_tell_date(const struct prose *prose, const struct network *network, const char *label,
                     uint32_t date);
void field_tell_vertices(const struct prose *prose, const struct network *network,
                         const char *label, const uint32_t *vertices, size_t count);
/* What was asked for, if anything was. */
void field_tell_criteria(const struct prose *prose, const struct query *query);

/* As data: a key and its value; null for what is absent. */
void field_add_text(struct json *json, const char *key, const char *text);
void field_add_vertex(struct json *json, const char *key, const struct network *network,
                      uint32_t vertex);
void field_add_source_id(struct json *json, const char *key, const struct network *network,
                         uint32_t source);
void field_add_vertices(struct json *json, const char *key, const struct network *network,
                        const uint32_t *vertices, size_t count);
void field_add_bool(struct json *json, const char *key, bool truth);
void field_add_date(struct json *json, const char *key, const struct network *network,
                    uint32_t date);
void field_add_names(struct json *json, const struct network *network, uint32_t first,
                     uint32_t count);

#endif
