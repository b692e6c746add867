/* SPDX-License-Identifier: MIT */
/* What is asked for of a network, by the long names of the options that ask for it. */
#ifndef QUERY_CRITERIA_H
#define QUERY_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "model/date.h"
#include "model/evidence.h"
#include "model/network.h"

/* In the order in which they are held against a relation, and told: what looks at a relation
   alone first, what looks at all that is left last. */
enum criterion {
    CRITERION_RELATION,
    CRITERION_EXCLUDE,
    CRITERION_FORM,
    CRITERION_ACTOR,
    CRITERION_KIND,
    CRITERION_FROM,
    CRITERION_TO,
    CRITERION_ID,
    CRITERION_EVENT,
    CRITERION_TIER,
    CRITERION_MIN_WEIGHT,
    CRITERION_PHASE,
    CRITERION_SIGN,
    CRITERION_AT,
    CRITERION_DURING,
    CRITERION_UNDATED,
    CRITERION_EVIDENCE,
    CRITERION_GRADE,
    CRITERION_ANONYMOUS,
    CRITERION_SOURCE,
    CRITERION_ASSERTED_BY,
    CRITERION_DENIED_BY,
    CRITERION_MIN_SOURCES,
    CRITERION_WHERE,
    CRITERION_PATH,
    CRITERION_DIRECTED,
    CRITERION_FOCUS,
    CRITERION_HOPS,
    CRITERIA
};

/* What becomes of relations without a date where dates are asked for. */
enum undated { UNDATED_UNSAID, UNDATED_KEEP, UNDATED_DROP };

/* Relations that rest on anonymous sources alone: only these, or none of them. */
enum anonymous { ANONYMOUS_ANY, ANONYMOUS_ONLY, ANONYMOUS_NONE };

/* A condition on a relation that is not compiled here: see format/condition.h. */
struct criteria_condition {
    enum status (*holds)(void *context, uint32_t relation, bool *holds);
    void *context;
};

/* A set of indices or texts; empty: not asked for. */
struct id_list {
    uint32_t *items;
    size_t count, capacity;
};

/* What is asked for. Masks have bit N for word N of their vocabulary; 0: not asked for. */
struct criteria {
    uint32_t types, excluded_types, kinds, tiers, phases, signs, evidences;
    struct id_list forms;             /* texts; NETWORK_NONE for one that no relation has */
    struct id_list actors, from, to;  /* vertices */
    struct id_list relations, events; /* relations; vertices */
    struct id_list focus, path;       /* vertices; path: from the first to the second */
    struct id_list sources, asserted_by, denied_by; /* sources */
    unsigned hops;                                  /* from focus; 1 */
    unsigned min_weight, min_sources;               /* 0: not asked for */
    struct date_span at, during;                    /* where dated says so */
    bool dated_at, dated_during;
    enum undated undated;
    enum anonymous anonymous;
    struct grade grade;                  /* at least; without a letter: not asked for */
    bool directed;                       /* the path follows the relations' direction */
    struct criteria_condition condition; /* set by the caller; holds NULL: not asked for */
    struct settings asked; /* as it was asked for, in canonical order, for showing */
};

void criteria_init(struct criteria *criteria);
void criteria_clear(struct criteria *criteria);

/* Whether NAME is the long name of a selection option: "relation", "min-weight" and so on. */
bool criteria_knows(const char *name);

/* Takes one option by its long name. An unknown id, word or number is told and is STATUS_FAILURE.
   An option given twice adds to its list (or replaces its number). */
enum status criteria_take(struct criteria *criteria, const struct network *network,
                          const struct setting *setting, struct messages *messages);

/* The long name of a criterion. */
const char *criterion_name(enum criterion criterion);

#endif
