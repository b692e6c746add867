/* SPDX-License-Identifier: MIT */
/* Subsets of the selected relations, defined by their role for a subject: the relations from an
   actor, those that a source denies, and so on. */
#ifndef CLI_EXPLAIN_SUBSET_H
#define CLI_EXPLAIN_SUBSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "cli/relation_query.h"
#include "format/json/json.h"
#include "model/network.h"

/* Whether RELATION is in the subset of SUBJECT, which is the index of a vertex or a source. */
typedef bool subset_test(const struct relation_query *query, uint32_t relation, uint32_t subject);

struct subset {
    const struct relation_query *query; /* borrowed */
    subset_test *contains;
    uint32_t subject;
    uint32_t viewpoint; /* SUBJECT if it is an end of all these relations, and so is omitted from
                           their rows; otherwise NETWORK_NONE */
};

size_t subset_count(const struct subset *subset);

/* The evidence for RELATION at the time that QUERY is about; whether it is disputed or denied,
   that is, a source denies the relation. */
enum evidence subset_evidence(const struct relation_query *query, uint32_t relation);
bool subset_is_contested(const struct relation_query *query, uint32_t relation);

/* Writes HEADING, and below it, grouped by type, a row for each relation with its form, its other
   ends, its evidence and its id. Writes nothing for an empty subset. Returns STATUS_FAILURE,
   without a message, if the rows are longer than the query's most_bytes. */
enum status subset_write_rows(const struct subset *subset, const struct prose *prose,
                              const char *heading);

/* Writes a field with the ids of the relations and, if WITH_EVIDENCE, their evidence. */
void subset_write_ids(const struct subset *subset, const struct prose *prose, const char *label,
                      bool with_evidence);

/* Add KEY and an array of the relations, as objects or as ids. */
void subset_add_objects(const struct subset *subset, struct json *json, const char *key);
void subset_add_ids(const struct subset *subset, struct json *json, const char *key);

#endif
