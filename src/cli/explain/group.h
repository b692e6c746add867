/* SPDX-License-Identifier: MIT */
/* Those of the selected relations that stand in one respect to something: that start at an actor,
   that a source denies, and so on. */
#ifndef CLI_EXPLAIN_GROUP_H
#define CLI_EXPLAIN_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text/prose.h"
#include "cli/query.h"
#include "format/json/json.h"
#include "model/network.h"

/* Whether RELATION is one of the group, as seen from SUBJECT: a vertex, or a source. */
typedef bool group_test(const struct network *network, uint32_t relation, uint32_t subject);

struct group {
    const struct query *query; /* lent */
    group_test *holds;
    uint32_t subject;
    uint32_t viewpoint; /* SUBJECT where it is an end of the relations, which then needs no
                           telling, or NETWORK_NONE */
};

size_t group_count(const struct group *group);

/* Whether somebody denies the relation: it is disputed or denied. */
bool group_is_contested(const struct network *network, uint32_t relation);

/* A heading, and under it by type a line for each relation, with its form, its other ends, its
   evidence and its id; nothing if there are none. */
enum status group_write_rows(const struct group *group, const struct prose *prose,
                             const char *heading);

/* A field with their ids, and their evidence where WITH_EVIDENCE. */
void group_write_ids(const struct group *group, const struct prose *prose, const char *label,
                     bool with_evidence);

/* A key, and an array of objects, or of ids. */
void group_add_objects(const struct group *group, struct json *json, const char *key);
void group_add_ids(const struct group *group, struct json *json, const char *key);

#endif
