/* SPDX-License-Identifier: MIT */
/* What is asked for of a dataset, and the relations that answer it. */
#ifndef CLI_RELATION_QUERY_H
#define CLI_RELATION_QUERY_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "query/condition/condition.h"
#include "query/selection.h"

/* The condition of --where, and who is told when it can't be evaluated. */
struct relation_query_condition {
    struct condition *condition; /* NULL: not asked for */
    struct messages *messages;
};

/* Must stay where it is: its criteria point into it. */
struct relation_query {
    const struct network *network; /* lent */
    struct criteria criteria;
    struct relation_query_condition where;
    struct selection selection;
};

/* Takes the criteria among SETTINGS, by long name, and selects. What goes wrong is told. */
enum status relation_query_init(struct relation_query *query, const struct network *network,
                                const struct settings *settings, struct messages *messages);
void relation_query_clear(struct relation_query *query);

/* Why the selection is empty: "no relation is left after --form=arms". */
void relation_query_explain_empty(const struct relation_query *query, struct buffer *out);
void relation_query_note_empty(const struct relation_query *query, struct messages *messages);

#endif
