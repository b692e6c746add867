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
#include "model/date.h"
#include "model/evidence.h"
#include "model/network.h"

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

/* What the numbers in a list refer to. Events are vertices. */
enum criteria_domain {
    CRITERIA_NONE,  /* not a list of numbers */
    CRITERIA_FORMS, /* texts (strings.h); NETWORK_NONE for a word that nothing has */
    CRITERIA_KINDS, /* enum vertex_kind, or KINDS plus a text of CRITERIA_FORMS; in order, perhaps
                       the same twice */
    CRITERIA_VERTICES, /* indices, as in the following */
    CRITERIA_EVENTS,
    CRITERIA_RELATIONS,
    CRITERIA_SOURCES
};

struct criteria_list {
    uint32_t *items; /* owned */
    size_t count, capacity;
};

/* The values of criteria that are a choice of words. */
enum { CRITERIA_UNDATED_KEEP, CRITERIA_UNDATED_DROP };
enum { CRITERIA_ANONYMOUS_ONLY, CRITERIA_ANONYMOUS_NONE };
enum { CRITERIA_BY_DEGREE, CRITERIA_BY_WEIGHT, CRITERIA_BY_AMOUNT };

/* The number of CRITERION_FOLD if all blocs are folded, not only those listed, or the values of
   the attribute UNIT. */
enum { CRITERIA_FOLD_ALL = 1, CRITERIA_FOLD_ATTRIBUTE };
/* What comes before the name of the attribute then. */
#define CRITERIA_ATTRIBUTE "attribute:"
enum { CRITERIA_PARTICIPANTS_NONE, CRITERIA_PARTICIPANTS_DRAW };

/* The value of a criterion. Its kind determines which members are used. */
struct criteria_value {
    bool given;                  /* if not, the criterion is not applied */
    uint32_t words;              /* bit N: word N of the vocabulary */
    unsigned number;             /* also the index of a choice; the default if not given */
    struct date_span span;       /* of a date or an interval */
    struct evidence_grade grade; /* the lowest accepted, or one part of it */
    double amount;               /* the least */
    bool any_unit;
    uint32_t unit;             /* of the amount; or the name of an attribute: texts */
    uint32_t text;             /* the value of the attribute */
    struct criteria_list list; /* of CRITERIA_FORMS and so on; of kinds within kinds */
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

/* What the numbers in the list of a criterion refer to. */
enum criteria_domain criterion_domain(enum criterion criterion);

#endif
