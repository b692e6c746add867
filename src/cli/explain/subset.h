/* SPDX-License-Identifier: MIT */
/* Those of the selected relations that stand in one respect to something: that start at an actor,
   that a source denies, and so on. */
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

/* Whether RELATION is one of the subset, as seen from SUBJECT: a vertex, or a source. */
typedef bool subset_test(const struct network *network, uint32_t relation, uint32_t subject);

struct subset {
    const struct relation_query *query; /* lent */
    subset_test *holds;
    uint32_t subject;
    uint32_t viewpoint; /* SUBJECT where it is an end of the relations, which then needs no
                           telling, or NETWORK_NONE */
};

size_t subset_count(const struct subset *subset);

/* Whether somebody denies the relation: it is disputed or denied. */
bool subset_is_contested(const struct network *network, uint32_t relation);

/* A heading, and under it by type a line for each relation, with its form, its other ends, its
   evidence and its id; nothing if there are none. */
enum status subset_write_rows(const struct subset *subset, const struct prose *prose,
                              const char *heading);

/* A field with their ids, and their evidence where WITH_EVIDENCE. */
void subset_write_ids(const struct subset *subset, const struct prose *prose, const char *label,
                      bool with_evidence);

/* A key, and an array of objects, or of ids. */
void subset_add_objects(const struct subset *subset, struct json *json, const char *key);
void subset_add_ids(const struct subset *subset, struct json *json, const char *key);

#endif
