/* SPDX-License-Identifier: MIT */
/* The values of the criteria that relations are selected by. */
#ifndef QUERY_CRITERION_VALUE_H
#define QUERY_CRITERION_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/date.h"
#include "model/evidence.h"

/* What of a network a value refers to. The numbers in a list are of one domain. Events are
   vertices. */
enum criteria_domain {
    CRITERIA_NONE,  /* nothing */
    CRITERIA_FORMS, /* texts (strings.h); NETWORK_NONE for a word that nothing has */
    CRITERIA_KINDS, /* enum vertex_kind, or KINDS plus a text of CRITERIA_FORMS; in order, perhaps
                       the same twice */
    CRITERIA_VERTICES, /* indices, as in the following */
    CRITERIA_EVENTS,
    CRITERIA_RELATIONS,
    CRITERIA_SOURCES,
    CRITERIA_UNITS,     /* not of lists: the unit of an amount */
    CRITERIA_PROPERTIES /* not of lists: the name of an attribute or identifier */
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

#endif
