/* SPDX-License-Identifier: MIT */
/* A query for relations: the criteria from options, and the relations of a dataset that meet
   them. */
#ifndef CLI_RELATION_QUERY_H
#define CLI_RELATION_QUERY_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/quota.h"
#include "query/condition/condition.h"
#include "query/selection.h"

/* The condition of --where, and where to report that it cannot be evaluated. */
struct relation_query_condition {
    struct condition *condition; /* NULL: none */
    struct messages *messages;
};

/* Must not be moved: its criteria point into it. */
struct relation_query {
    const struct network *network; /* borrowed */
    struct criteria criteria;
    struct relation_query_condition where;
    struct selection selection;
    size_t most_bytes; /* of what is written about it: see quota.h */
};

/* Selects the relations of NETWORK by the criteria among SETTINGS, which have the long names of
   options. Reports errors. What the condition takes is taken from QUOTA, which may be NULL: no
   limit. NETWORK, SETTINGS and QUOTA must outlive QUERY. */
enum status relation_query_init(struct relation_query *query, const struct network *network,
                                const struct settings *settings, struct quota *quota,
                                struct messages *messages);

/* The same; ids and words that only OTHER knows, another version of NETWORK, are no errors. NULL:
   none. */
enum status relation_query_init_beside(struct relation_query *query,
                                       const struct network *network, const struct network *other,
                                       const struct settings *settings, struct quota *quota,
                                       struct messages *messages);

void relation_query_clear(struct relation_query *query);

/* The phase of a relation at the time that the query is about: see query/phase.h. */
enum relation_phase relation_query_phase(const struct relation_query *query, uint32_t relation);

/* The days that the query is about, for what is said of RELATION: NULL, all its times, if there
   are none or it has periods, and none of them then. Owned by QUERY. */
const struct date_span *relation_query_span(const struct relation_query *query,
                                            uint32_t relation);

/* Write the reason why the selection is empty, "no relations are left after --form=arms", in
   terms of attributes if MESSAGES are about a view, to OUT, or as a note to MESSAGES. */
void relation_query_explain_empty(const struct relation_query *query,
                                  const struct messages *messages, struct buffer *out);
void relation_query_note_empty(const struct relation_query *query, struct messages *messages);

#endif
