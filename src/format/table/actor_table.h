/* SPDX-License-Identifier: MIT */
/* A second table, which says more of actors: one row each, with a name, an id or both, and
   columns such as kind, parent and alias (ACTOR_ROLE in role.def); "name:fa" is a name in a
   language. Other columns become attributes. The ends of ties and parents are found by id, name
   or alias. */
#ifndef FORMAT_TABLE_ACTOR_TABLE_H
#define FORMAT_TABLE_ACTOR_TABLE_H

#include "format/table/table.h"

/* Reads the table of actors that the options name, if any. */
enum status actor_table_read(struct table *table);

#endif
