/* SPDX-License-Identifier: MIT */
/* The criteria that relations are selected by. The table is criteria.def. */
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

/* In the order in which they are applied, and shown. */
enum criterion {
#define CRITERION(name, ...) CRITERION_##name,
#include "query/criteria.def"
    CRITERIA
};

/* A condition on a relation that is compiled elsewhere: see query/condition/condition.h. */
struct criteria_condition {
    enum status (*holds)(void *context, uint32_t relation, bool *holds);
    void *context;
};

/* What the numbers of a list are. An event is a vertex. */
enum criteria_space {
    CRITERIA_NONE,     /* not a list of numbers */
    CRITERIA_FORMS,    /* texts; NETWORK_NONE for a form that no relation has */
    CRITERIA_VERTICES, /* indices, as are the others */
    CRITERIA_EVENTS,
    CRITERIA_RELATIONS,
    CRITERIA_SOURCES
};

struct criteria_list {
    uint32_t *items; /* owned */
    size_t count, capacity;
};

/* The words of a choice, as its number counts them. */
enum { UNDATED_KEEP, UNDATED_DROP };
enum { ANONYMOUS_ONLY, ANONYMOUS_NONE };

/* The value of a criterion. Which members count depends on how it is read. */
struct criteria_value {
    bool given;                  /* if not, the relations are not selected by it */
    uint32_t words;              /* bit N: word N of the vocabulary */
    unsigned number;             /* also the index of a choice; the default if not given */
    struct date_span span;       /* of a date or an interval */
    struct evidence_grade grade; /* at least */
    struct criteria_list list;   /* of CRITERIA_FORMS and so on */
};

struct criteria {
    struct criteria_value values[CRITERIA];
    struct criteria_condition condition; /* of CRITERION_WHERE: set by the caller */
    struct settings asked;               /* what was given, in canonical order, to be shown */
};

void criteria_init(struct criteria *criteria);
void criteria_clear(struct criteria *criteria);

/* Whether NAME is the word of a criterion: "relation", "min-weight" and so on. */
bool criteria_knows(const char *name);

/* Takes the setting of a criterion. An unknown id, word or number is reported, and the result is
   STATUS_FAILURE. A criterion given twice adds to its list, or replaces its value. */
enum status criteria_take(struct criteria *criteria, const struct network *network,
                          const struct setting *setting, struct messages *messages);

/* The word of a criterion. */
const char *criterion_name(enum criterion criterion);

/* What the numbers in the list of a criterion are. */
enum criteria_space criterion_space(enum criterion criterion);

#endif
