/* SPDX-License-Identifier: MIT */
/* The criteria that relations are selected by. The table is criteria.def. */
#ifndef QUERY_CRITERIA_H
#define QUERY_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "model/network.h"
#include "query/criterion/value.h"

/* In the order in which they are applied and shown. */
enum criterion {
#define CRITERION(name, ...) CRITERION_##name,
#include "query/criteria.def"
    CRITERIA
};

/* A compiled condition on a relation (query/condition/condition.h). HOLDS sets its last argument
   to whether the relation with this index meets it. */
struct criteria_condition {
    enum status (*holds)(void *context, uint32_t relation, bool *holds);
    void *context;
};

struct criteria {
    struct criteria_value values[CRITERIA];
    struct criteria_condition condition; /* of CRITERION_WHERE: set by the caller */
    struct settings canonical;           /* the criteria given, in canonical order, for display */
    struct strings words;                /* those in the lists of CANONICAL; internal */
    struct bitset forms, kinds;          /* of the network: texts, once one is given; internal */
    const struct network *other; /* ids and words that only this one knows are no errors, and
                                    select nothing; NULL: none. Set by the caller, not owned */
    bool hollow;                 /* because of one, no relation can meet all criteria */
};

void criteria_init(struct criteria *criteria);
void criteria_clear(struct criteria *criteria);

/* Whether NAME is the word of a criterion, such as "relation" or "min-weight". */
bool criteria_knows(const char *name);

/* Adds a setting. A criterion given twice extends its list, or replaces its value. Reports an
   unknown id or word, or an invalid value, and returns STATUS_FAILURE. */
enum status criteria_add(struct criteria *criteria, const struct network *network,
                         const struct setting *setting, struct messages *messages);

/* The word of a criterion. */
const char *criterion_name(enum criterion criterion);

/* What of a network the value of a criterion refers to. */
enum criteria_domain criterion_domain(enum criterion criterion);

#endif
